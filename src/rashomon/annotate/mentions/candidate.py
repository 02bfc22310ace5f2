"""A name that may become a mention."""

from dataclasses import dataclass
from typing import Literal

from rashomon.model.annotations import MentionKind

Finder = Literal["own", "introduced", "model", "known", "gazetteer", "body"]
# Where two candidates overlap, the lower rank's word counts, then the longer name.
RANKS: dict[Finder, int] = {"own": -1, "introduced": 0, "model": 1, "known": 1, "gazetteer": 2, "body": 3}


@dataclass(frozen=True, slots=True)
class Candidate:
    """The tokens `[first, last)` taken for a name, as what, under which label, found how."""

    first: int
    last: int
    kind: MentionKind
    label: str
    finder: Finder


def without_overlaps(candidates: list[Candidate]) -> list[Candidate]:
    """Return the candidates in text order; of those that overlap only the first by rank and length."""
    kept: list[Candidate] = []
    taken: set[int] = set()
    for item in sorted(candidates, key=_rank):
        place = range(item.first, item.last)
        if taken.isdisjoint(place):
            taken.update(place)
            kept.append(item)
    return sorted(kept, key=lambda c: c.first)


def _rank(item: Candidate) -> tuple[int, int, int, bool, str]:
    return RANKS[item.finder], item.first - item.last, item.first, item.finder != "model", item.label
