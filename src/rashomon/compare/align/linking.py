"""Linking: likely pairs to groups of claims, one article's clauses never holding the others apart."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from heapq import heapify, heappop, heappush
from itertools import combinations

Rows = Sequence[Mapping[int, float]]


def link(
    members: Sequence[int], articles: Sequence[int], likelihood: Mapping[tuple[int, int], float], least: float
) -> list[tuple[int, ...]]:
    """Group the members, merging the likeliest groups while their link is at least `least`.

    A group is linked to another as its claims are, on average, to the best partner in each article of
    the other: an article that tells a thing over three clauses is asked for one that fits. Equal links
    are taken in the order of the groups' smallest members.
    """
    rows: list[dict[int, float]] = [{} for _ in members]
    for (left, right), value in _inner(members, likelihood).items():
        rows[left][right] = rows[right][left] = value
    groups = _Groups(rows, [articles[member] for member in members], least)
    groups.merge()
    return [tuple(members[at] for at in sorted(group)) for _, group in sorted(groups.members.items())]


def _inner(
    members: Sequence[int], likelihood: Mapping[tuple[int, int], float]
) -> Mapping[tuple[int, int], float]:
    """The likelihoods among the members, by their places."""
    if len(members) * len(members) > len(likelihood):
        place = {member: at for at, member in enumerate(members)}
        return {
            (place[left], place[right]): value
            for (left, right), value in likelihood.items()
            if left in place and right in place
        }
    pairs = combinations(range(len(members)), 2)
    found = {pair: likelihood.get((members[pair[0]], members[pair[1]])) for pair in pairs}
    return {pair: value for pair, value in found.items() if value is not None}


class _Groups:
    """The groups so far; a group goes by its smallest member."""

    def __init__(self, rows: Rows, articles: Sequence[int], least: float) -> None:
        self._rows = rows
        self._articles = articles
        self._least = least
        self._beside = [set(row) for row in rows]
        self._waiting: list[tuple[float, int, int, int, int]] = []
        self.members = {at: [at] for at in range(len(rows))}

    def merge(self) -> None:
        """Merge until no two groups are linked closely enough."""
        for left, row in enumerate(self._rows):
            self._waiting += [self._entry(left, right) for right in row if left < right]
        self._waiting = [entry for entry in self._waiting if -entry[0] >= self._least]
        heapify(self._waiting)
        while self._waiting:
            _, keep, gone, size, other = heappop(self._waiting)
            if len(self.members.get(keep, ())) == size and len(self.members.get(gone, ())) == other:
                self._absorb(keep, gone)

    def _absorb(self, keep: int, gone: int) -> None:
        self.members[keep] += self.members.pop(gone)
        for other in self._beside[gone]:
            self._beside[other].discard(gone)
            self._beside[other].add(keep)
        self._beside[keep] = (self._beside[keep] | self._beside[gone]) - {keep, gone}
        for other in self._beside[keep]:
            entry = self._entry(min(keep, other), max(keep, other))
            if -entry[0] >= self._least:
                heappush(self._waiting, entry)

    def _entry(self, left: int, right: int) -> tuple[float, int, int, int, int]:
        first, second = self.members[left], self.members[right]
        found = [*self._best(first, second), *self._best(second, first)]
        own = [self._rows[a].get(b, 0.0) for a in first for b in second]
        value = sum(found) / len(found) if found else sum(own) / len(own)
        return -round(value, 9), left, right, len(first), len(second)

    def _best(self, group: Sequence[int], others: Sequence[int]) -> list[float]:
        """For each claim, its likeliest partner in each other article."""
        found = []
        for member in group:
            best: defaultdict[int, float] = defaultdict(float)
            for other in others:
                if self._articles[other] != self._articles[member]:
                    article = self._articles[other]
                    best[article] = max(best[article], self._rows[member].get(other, 0.0))
            found += [best[article] for article in sorted(best)]
        return found
