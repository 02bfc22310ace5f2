"""Candidates: for each article the few others that could be about the same event."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from heapq import nsmallest

from rashomon.group.postings import LEAST, MOST, SCAN, Keys, nearest_within
from rashomon.group.profiles import Profile

__all__ = ["LEAST", "MOST", "SCAN", "Index", "candidate_pairs", "nearest_of_all"]

Posting = tuple[list[int], list[float]]


class Index:
    """Which articles hold which of their rarest terms. Articles are entered in ascending order."""

    def __init__(self) -> None:
        self._postings: defaultdict[str, Posting] = defaultdict(lambda: ([], []))

    def add(self, number: int, profile: Profile) -> None:
        """Enter an article under its rarest terms."""
        for term, weight in profile.keys:
            numbers, weights = self._postings[term]
            numbers.append(number)
            weights.append(weight)

    def forget(self, first: int) -> None:
        """Leave out all articles before `first`, for good."""
        for term in [term for term, (numbers, _) in self._postings.items() if numbers[0] < first]:
            numbers, weights = self._postings[term]
            gone = bisect_left(numbers, first)
            del numbers[:gone], weights[:gone]
            if not numbers:
                del self._postings[term]

    def nearest(self, number: int, profile: Profile, *, most: int = MOST) -> list[int]:
        """Return the articles that share most of the rarest terms, at most `most`, the best first.

        Of a term that many hold, only the `SCAN` articles before and after `number` are looked at, so
        that an article costs the same however many there are.
        """
        found: defaultdict[int, float] = defaultdict(float)
        for term, weight in profile.keys:
            if term not in self._postings:
                continue
            numbers, weights = self._postings[term]
            place = bisect_left(numbers, number)
            first, last = max(0, place - SCAN), place + SCAN + 1
            for other, held in zip(numbers[first:last], weights[first:last], strict=True):
                found[other] += weight * held
        found.pop(number, None)
        likely = [(-score, other) for other, score in found.items() if score >= LEAST]
        return [other for _, other in nsmallest(most, likely)]


def nearest_of_all(profiles: Sequence[Profile]) -> list[list[int]]:
    """Return for each article those that share most of its rarest terms, at most MOST, the best first."""
    import numpy as np

    order = sorted(range(len(profiles)), key=lambda i: (profiles[i].day or 0, profiles[i].article))
    numbers: dict[str, int] = {}
    keys = [key for i in order for key in profiles[i].keys]
    terms = np.array([numbers.setdefault(term, len(numbers)) for term, _ in keys], np.int64)
    ends = np.cumsum([0, *(len(profiles[i].keys) for i in order)])
    held = Keys(ends, terms, np.array([weight for _, weight in keys], np.float64))
    near: list[list[int]] = [[] for _ in profiles]
    for i, found in zip(order, nearest_within(held, 0, len(order)), strict=True):
        near[i] = [order[other] for other in found.tolist()]
    return near


def candidate_pairs(near: Sequence[Sequence[int]]) -> list[tuple[int, int]]:
    """Return each pair (i, j), i < j, of which one has the other among its nearest, in ascending order."""
    return sorted({(min(i, j), max(i, j)) for i, others in enumerate(near) for j in others})
