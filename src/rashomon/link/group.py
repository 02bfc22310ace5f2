"""Grouping: scored pairs to groups, without chaining unlike items together."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from math import log2
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
Row = dict[int, tuple[float, int]]
Joint = tuple[float, int, int]
"""A merge of two groups: how alike they are, by what the one goes that is kept, and the one that is gone."""


@dataclass(frozen=True, slots=True)
class Linkage:
    """How alike two groups are, by the scores of the pairs between them.

    Pairs that are not known count `default`. `reserve` is taken off the mean for each doubling of the
    smaller group: joining two grown groups by mistake costs more than one lone item; `bonus` is added for
    each doubling of the larger: a mean over many pairs is surer than one pair. `enough` is for items that
    were compared with a few others only: of two groups no more than so many pairs are missed, and a group
    that is larger is no surer for it (else one of hundreds would swallow all that is near it).
    """

    default: float = 0.0
    reserve: float = 0.0
    bonus: float = 0.0
    enough: int | None = None

    def score(self, total: float, known: int, one: int, other: int) -> float:
        """Return how alike groups of so many members are, whose `known` pairs score `total` together."""
        pairs = one * other
        absent = max(0, (pairs if self.enough is None else min(pairs, self.enough)) - known)
        mean = (total + self.default * absent) / (known + absent)
        if self.reserve or self.bonus:
            less, more = sorted((one, other))
            most = more if self.enough is None else min(more, self.enough)
            mean += self.bonus * log2(most) - self.reserve * log2(less)
        return mean


def connected(items: Iterable[K], pairs: Iterable[tuple[K, K]]) -> list[tuple[K, ...]]:
    """Return the connected components (single link), each and all in the order of `items`."""
    parent: dict[K, K] = {item: item for item in items}

    def root(item: K) -> K:
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    for left, right in pairs:
        parent[root(right)] = root(left)
    groups: defaultdict[K, list[K]] = defaultdict(list)
    for item in parent:
        groups[root(item)].append(item)
    return [tuple(members) for members in groups.values()]


def average_link(
    count: int,
    scores: Mapping[tuple[int, int], float],
    *,
    threshold: float,
    default: float = 0.0,
) -> list[tuple[int, ...]]:
    """Merge the most similar groups of 0..count-1 while their mean pair score is at least `threshold`.

    As `joints`; a group goes by its smallest member.
    """
    members: dict[int, list[int]] = {index: [index] for index in range(count)}
    for _, keep, gone in joints(count, scores, down_to=threshold, linkage=Linkage(default)):
        members[keep] += members.pop(gone)
    return [tuple(sorted(group)) for _, group in sorted(members.items())]


def joints(
    count: int,
    scores: Mapping[tuple[int, int], float],
    *,
    down_to: float,
    linkage: Linkage,
) -> Iterator[Joint]:
    """Yield each merge of average link, the most similar groups first, while they score `down_to`.

    `scores` maps (i, j), i < j, to a score; minus infinity forbids a merge. The result does not depend on
    the order of `scores`.
    """
    between = {pair: (score, 1) for pair, score in scores.items()}
    return merges([1] * count, between, down_to=down_to, linkage=linkage)


def merges(
    members: Sequence[int],
    between: Mapping[tuple[int, int], tuple[float, int]],
    *,
    down_to: float,
    linkage: Linkage,
) -> Iterator[Joint]:
    """Yield each merge of groups of so many members, given what the pairs between two score, and how many.

    Equal scores are taken in the order of the groups' first items, by which they go. Pairs wait in a heap,
    and those whose groups have changed since are passed over.
    """
    sizes = dict(enumerate(members))
    sums: dict[int, Row] = {index: {} for index in sizes}
    for (left, right), known in sorted(between.items()):
        sums[left][right] = sums[right][left] = known

    def entry(left: int, right: int) -> tuple[float, int, int, int, int]:
        one, other = sizes[left], sizes[right]
        return -linkage.score(*sums[left][right], one, other), left, right, one, other

    waiting = [entry(left, right) for left, row in sums.items() for right in row if left < right]
    waiting = [item for item in waiting if -item[0] >= down_to]
    heapify(waiting)
    while waiting:
        score, keep, gone, size, other_size = heappop(waiting)
        if sizes.get(keep) != size or sizes.get(gone) != other_size:
            continue
        _absorb(sums, keep, gone)
        sizes[keep] += sizes.pop(gone)
        yield -score, keep, gone
        for other in sums[keep]:
            item = entry(min(keep, other), max(keep, other))
            if -item[0] >= down_to:
                heappush(waiting, item)


def _absorb(sums: dict[int, Row], keep: int, gone: int) -> None:
    """Add the row of group `gone` to that of `keep` and take it out."""
    for other, (total, known) in sums.pop(gone).items():
        del sums[other][gone]
        if other == keep:
            continue
        before, count = sums[keep].get(other, (0.0, 0))
        sums[keep][other] = sums[other][keep] = (before + total, count + known)
