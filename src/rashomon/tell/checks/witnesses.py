"""Witnesses: on how many independent texts a set of spans rests, from passages and origins alone."""

from collections import defaultdict
from typing import Any


class Witnesses:
    """Counts the texts that spans go back to."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.mains = {article["id"]: article["origin"] for article in data["articles"]}

    def count(self, spans: list[dict[str, Any]]) -> int:
        """Return the number of groups that the spans' articles fall into."""
        groups: defaultdict[str, set[str]] = defaultdict(set)
        for span in spans:
            groups[self.mains[span["article"]]].add(span["article"])
        return len(groups)
