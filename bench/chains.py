"""Speakers of quotes by coreference chains: the source of a quote is a mention, its chain has names."""

import gzip
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from rashomon.model import Entity, Quote

_FARTHEST = 12  # characters by which a source and a mention may differ in all
_TITLES = frozenset(
    "the his her she he mr mrs ms president minister prime this that and but its their".split()
)


class Chains:
    """The chains of a set of articles: by place, and the words of their names."""

    def __init__(self, folder: Path) -> None:
        self.places: defaultdict[str, list[tuple[int, int, str]]] = defaultdict(list)
        self.names: dict[str, frozenset[str]] = {}
        with gzip.open(folder / "gold.jsonl.gz", "rt", encoding="utf-8") as lines:
            for chain in map(json.loads, lines):
                self.names[chain["chain_id"]] = frozenset(_names(chain))
                for mention in chain["mentions"]:
                    place = (mention["start"], mention["end"], chain["chain_id"])
                    self.places[mention["article"]].append(place)

    def of(self, quote: Quote) -> frozenset[str] | None:
        """The words of the source's names; empty for a chain without a name, None where no mention fits."""
        if len(quote.source) != 1:
            return None
        start, end = quote.source[0].start, quote.source[0].end
        near = [
            (abs(start - first) + abs(end - last), first, chain)
            for first, last, chain in self.places[quote.article]
            if first < end and start < last
        ]
        best = min(near, default=(_FARTHEST + 1, 0, ""))
        return self.names[best[2]] if best[0] <= _FARTHEST else None


def verdict(quote: Quote, names: Mapping[str, Entity], wanted: frozenset[str]) -> str:
    """Right where the speaker shares a word of its names with the chain, else wrong or unknown."""
    if quote.speaker is None:
        return "unknown"
    said = {word.casefold() for word in _words(" ".join(names[quote.speaker].names))}
    said = {word.casefold() for word in _words(" ".join(names[quote.speaker].names))}
    return "right" if wanted & said else "wrong"


def _names(chain: Mapping[str, Any]) -> Iterator[str]:
    for mention in chain["mentions"]:
        yield from (word.casefold() for word in _words(mention["text"]) if word[:1].isupper())
    if chain["identity"]:
        yield from chain["identity"].casefold().split("_")


def _words(text: str) -> Iterator[str]:
    for word in text.replace("’s", " ").replace("'s", " ").split():
        bare = word.strip(".,;:()\"'“”’")
        if len(bare) > 2 and bare.casefold() not in _TITLES:
            yield bare
