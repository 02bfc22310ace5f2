"""Grouping: scored pairs to groups, without chaining unlike items together."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from typing import TypeVar

K = TypeVar("K", bound=Hashable)


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

    `scores` maps (i, j), i < j, to a score; absent pairs count `default`; minus infinity forbids a
    merge. The result does not depend on the order of `scores`; equal scores are taken in the order of
    their groups' smallest members.
    """
    members: dict[int, list[int]] = {index: [index] for index in range(count)}
    sums: dict[int, dict[int, tuple[float, int]]] = {index: {} for index in range(count)}
    for (left, right), score in scores.items():
        sums[left][right] = sums[right][left] = (score, 1)

    def mean(left: int, right: int) -> float:
        total, known = sums[left][right]
        pairs = len(members[left]) * len(members[right])
        return (total + default * (pairs - known)) / pairs

    while True:
        best: tuple[float, int, int] | None = None
        for left, row in sums.items():
            for right in row:
                if left < right:
                    value = mean(left, right)
                    if value >= threshold and (
                        best is None or (-value, left, right) < (-best[0], best[1], best[2])
                    ):
                        best = (value, left, right)
        if best is None:
            return [tuple(sorted(group)) for _, group in sorted(members.items())]
        _, keep, gone = best
        _absorb(sums, keep, gone)
        members[keep] += members.pop(gone)


def _absorb(sums: dict[int, dict[int, tuple[float, int]]], keep: int, gone: int) -> None:
    """Add the row of group `gone` to that of `keep` and take it out."""
    for other, (total, known) in sums.pop(gone).items():
        del sums[other][gone]
        if other == keep:
            continue
        before, count = sums[keep].get(other, (0.0, 0))
        sums[keep][other] = sums[other][keep] = (before + total, count + known)
