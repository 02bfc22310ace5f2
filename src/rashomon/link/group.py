"""Grouping: scored pairs to groups, without chaining unlike items together."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from heapq import heapify, heappop, heappush
from math import log2
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
Row = dict[int, tuple[float, int]]


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
    reserve: float = 0.0,
    enough: int | None = None,
) -> list[tuple[int, ...]]:
    """Merge the most similar groups of 0..count-1 while their mean pair score is at least `threshold`.

    `scores` maps (i, j), i < j, to a score; absent pairs count `default`; minus infinity forbids a
    merge. The result does not depend on the order of `scores`; equal scores are taken in the order of
    their groups' smallest members. A group goes by its smallest member; pairs wait in a heap, and
    those whose groups have changed since are passed over. `reserve` is taken off the mean for each
    doubling of the smaller group: joining two grown groups by mistake costs more than one lone item.
    `enough` is for items that were compared with a few others only: of two groups no more than so
    many pairs are missed.
    """
    members: dict[int, list[int]] = {index: [index] for index in range(count)}
    sums: dict[int, Row] = {index: {} for index in range(count)}
    for (left, right), score in sorted(scores.items()):
        sums[left][right] = sums[right][left] = (score, 1)

    def entry(left: int, right: int) -> tuple[float, int, int, int, int]:
        total, known = sums[left][right]
        pairs = len(members[left]) * len(members[right])
        absent = max(0, (pairs if enough is None else min(pairs, enough)) - known)
        mean = (total + default * absent) / (known + absent)
        mean -= reserve * log2(min(len(members[left]), len(members[right])))
        return -mean, left, right, len(members[left]), len(members[right])

    waiting = [entry(left, right) for left, row in sums.items() for right in row if left < right]
    waiting = [item for item in waiting if -item[0] >= threshold]
    heapify(waiting)
    while waiting:
        _, keep, gone, size, other_size = heappop(waiting)
        if len(members.get(keep, ())) != size or len(members.get(gone, ())) != other_size:
            continue
        _absorb(sums, keep, gone)
        members[keep] += members.pop(gone)
        for other in sums[keep]:
            item = entry(min(keep, other), max(keep, other))
            if -item[0] >= threshold:
                heappush(waiting, item)
    return [tuple(sorted(group)) for _, group in sorted(members.items())]


def _absorb(sums: dict[int, Row], keep: int, gone: int) -> None:
    """Add the row of group `gone` to that of `keep` and take it out."""
    for other, (total, known) in sums.pop(gone).items():
        del sums[other][gone]
        if other == keep:
            continue
        before, count = sums[keep].get(other, (0.0, 0))
        sums[keep][other] = sums[other][keep] = (before + total, count + known)
