"""Chains: which places of two articles go together, so that both can be scrolled in step."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

Anchor = tuple[int, int, int]
"""A place in the left article, the place in the right one that goes with it, and how much it weighs."""


def chain(anchors: Iterable[Anchor]) -> list[tuple[int, int]]:
    """Return the heaviest run of anchors that ascends in both articles.

    What goes against it (a passage that one article moved elsewhere) is left out: scrolling would jump.
    """
    ordered = sorted(_heaviest(anchors))
    if not ordered:
        return []
    rights = sorted({right for _, right, _ in ordered})
    best = _Prefix(len(rights))
    totals: list[int] = []
    before: list[int | None] = []
    for row in _by_left(ordered):
        found = [(index, best.until(bisect_left(rights, ordered[index][1]))) for index in row]
        for index, (total, previous) in found:
            totals.append(total + ordered[index][2])
            before.append(previous)
        for index in row:
            best.put(bisect_left(rights, ordered[index][1]), totals[index], index)
    return _back(ordered, totals, before)


def _heaviest(anchors: Iterable[Anchor]) -> list[Anchor]:
    """Return each pair of places once, with its greatest weight."""
    weights: dict[tuple[int, int], int] = {}
    for left, right, weight in anchors:
        weights[left, right] = max(weight, weights.get((left, right), 0))
    return [(left, right, weight) for (left, right), weight in weights.items()]


def _by_left(ordered: Sequence[Anchor]) -> Iterable[list[int]]:
    """Yield the indices of anchors that share their left place: only one of them can be in a chain."""
    row: list[int] = []
    for index, (left, _, _) in enumerate(ordered):
        if row and ordered[row[0]][0] != left:
            yield row
            row = []
        row.append(index)
    yield row


def _back(
    ordered: Sequence[Anchor], totals: Sequence[int], before: Sequence[int | None]
) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    at: int | None = max(range(len(ordered)), key=lambda index: (totals[index], -index))
    while at is not None:
        found.append(ordered[at][:2])
        at = before[at]
    return found[::-1]


class _Prefix:
    """The greatest total among the first so many places: a tree of partial maxima (Fenwick)."""

    def __init__(self, size: int) -> None:
        self.rows: list[tuple[int, int | None]] = [(0, None)] * (size + 1)

    def put(self, place: int, total: int, index: int) -> None:
        place += 1
        while place < len(self.rows):
            if total > self.rows[place][0]:
                self.rows[place] = (total, index)
            place += place & -place

    def until(self, place: int) -> tuple[int, int | None]:
        best: tuple[int, int | None] = (0, None)
        while place > 0:
            if self.rows[place][0] > best[0]:
                best = self.rows[place]
            place -= place & -place
        return best
