"""A name that may become a mention."""

from dataclasses import dataclass
from typing import Literal

from rashomon.model.annotations import MentionKind

Finder = Literal["introduced", "model", "known", "gazetteer", "body"]
# Where two candidates overlap, the earlier finder's word counts, then the longer name.
ORDER: tuple[Finder, ...] = ("introduced", "model", "known", "gazetteer", "body")


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
    for item in sorted(candidates, key=lambda c: (ORDER.index(c.finder), c.first - c.last, c.first, c.label)):
        place = range(item.first, item.last)
        if taken.isdisjoint(place):
            taken.update(place)
            kept.append(item)
    return sorted(kept, key=lambda c: c.first)
