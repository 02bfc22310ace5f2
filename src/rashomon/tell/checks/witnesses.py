"""Witnesses: on how many independent texts spans rest, from the dossier's passages and origins alone.

Two articles are one witness for some words iff they have one main origin, or origins that list both
name passages which hold at least half of those words in each of the two, or one newsroom wrote both: the
agency that `wire` names, else the outlet, where no main origin names an agency.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Any

from rashomon.link.group import connected
from rashomon.text.names import fold

Json = dict[str, Any]
Place = tuple[int, int]
_HELD = 0.5  # the share of the words that copied passages must hold; part of the contract


class Witnesses:
    """Counts the texts that spans go back to."""

    def __init__(self, data: Json) -> None:
        self.mains = {article["id"]: article["origin"] for article in data["articles"]}
        self.newsrooms = _newsrooms(data)
        self.copied = _copied(data)

    def whole(self) -> int:
        """Return the number of groups that all articles fall into, each as a whole."""
        pairs = [pair for pair in combinations(sorted(self.mains), 2) if self._one(*pair)]
        return len(connected(sorted(self.mains), pairs))

    def count(self, spans: Sequence[Json]) -> int:
        """Return the number of groups that the spans' articles fall into."""
        told: defaultdict[str, set[Place]] = defaultdict(set)
        for span in spans:
            told[span["article"]].add((span["start"], span["end"]))
        articles = sorted(told)
        pairs = [
            (left, right)
            for left, right in combinations(articles, 2)
            if self._one(left, right) or self._copies(left, right, told)
        ]
        return len(connected(articles, pairs))

    def _one(self, left: str, right: str) -> bool:
        """Whether the articles are one witness whatever their words."""
        wrote = self.newsrooms[left]
        return self.mains[left] == self.mains[right] or (wrote != "" and wrote == self.newsrooms[right])

    def _copies(self, left: str, right: str, told: dict[str, set[Place]]) -> bool:
        """Whether the words stand, in both articles, in passages that the two share."""
        shared = [
            (here, there)
            for here, there in self.copied.get((left, right), ())
            if _meets(here, told[left]) and _meets(there, told[right])
        ]
        return _held(told[left], [here for here, _ in shared]) and _held(
            told[right], [there for _, there in shared]
        )


def _newsrooms(data: Json) -> dict[str, str]:
    """Return the folded name of the agency or outlet that wrote each article itself, or nothing."""
    bought = {origin["id"] for origin in data["origins"] if origin["agency"]}
    return {
        row["id"]: fold(row["wire"] or ("" if row["origin"] in bought else row["outlet"]) or "")
        for row in data["articles"]
    }


def _copied(data: Json) -> dict[tuple[str, str], list[tuple[Place, Place]]]:
    """Return for each pair of articles the places that origins listing both name as copied."""
    passages = {passage["id"]: passage["spans"] for passage in data["passages"]}
    found: defaultdict[tuple[str, str], list[tuple[Place, Place]]] = defaultdict(list)
    for origin in data["origins"]:
        members = set(origin["articles"])
        for id in origin["passages"]:
            spans = [span for span in passages[id] if span["article"] in members]
            for left in spans:
                for right in spans:
                    if left["article"] < right["article"]:
                        found[left["article"], right["article"]].append((_place(left), _place(right)))
    return dict(found)


def _held(words: Iterable[Place], places: Sequence[Place]) -> bool:
    inside = {at for start, end in places for at in range(start, end)}
    told = [at for start, end in sorted(words) for at in range(start, end)]
    return sum(at in inside for at in told) >= _HELD * len(told) > 0


def _meets(place: Place, words: Iterable[Place]) -> bool:
    return any(place[0] < end and start < place[1] for start, end in words)


def _place(span: Json) -> Place:
    return (span["start"], span["end"])
