"""Ways: which leaf a row reaches in each of many trees, without walking them node by node.

A value leaves some leaves of each tree open, those that no node which it passes on its second side cuts
off; of what all values of a row leave open the first leaf is the one reached (QuickScorer: Lucchese et al.,
SIGIR 2015).
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Bits = NDArray[np.unsignedinteger]


@dataclass(frozen=True, slots=True)
class Ways:
    """For each feature its cuts, ascending, and the leaves of each tree that values between them leave open.

    The last row of `open` is that of a missing value. `first` is the first leaf, as a node.
    """

    cuts: "tuple[NDArray[np.float64], ...]"
    open: "tuple[Bits, ...]"
    first: int

    def leaves(self, rows: "NDArray[np.float64]") -> "NDArray[np.int64]":
        """Return the leaf that each row reaches in each tree, as a node; nan is a missing value."""
        import numpy as np

        left = np.broadcast_to(self.open[0][0], (len(rows), self.open[0].shape[1])).copy()
        columns = zip(rows.T, np.isnan(rows).T, self.cuts, self.open, strict=True)
        for column, missing, cuts, still in columns:
            if len(cuts):  # nan is found behind the last cut, so that one more is the row of a missing value
                left &= still[cuts.searchsorted(column) + missing]
        lowest = left & -left
        found: NDArray[np.int64] = np.frexp(lowest.astype(np.float64))[1].astype(np.int64)
        return found + self.first - 1


def ways(
    features: "NDArray[np.int64]",
    cuts: "NDArray[np.float64]",
    missing: "NDArray[np.bool_]",
    *,
    depth: int,
    count: int,
) -> Ways:
    """Return the ways of trees of at most six levels, over `count` features, as `Trees` holds them."""
    import numpy as np

    kind = np.dtype(f"u{max(1, 2**depth // 8)}")
    closed = np.array([_cut_off(node, depth) for node in range(2**depth - 1)], np.uint64).astype(kind)
    held_cuts, held_open = [], []
    for feature in range(count):
        tree, node = np.nonzero(features == feature)
        own = np.unique(cuts[tree, node])
        still = np.full((len(own) + 2, len(features)), ~kind.type(0), kind)
        place = np.searchsorted(own, cuts[tree, node]) + 1
        np.bitwise_and.at(still, (place, tree), ~closed[node])
        np.bitwise_and.accumulate(still[:-1], axis=0, out=still[:-1])
        second = ~missing[tree, node]
        np.bitwise_and.at(still, (np.full(second.sum(), len(own) + 1), tree[second]), ~closed[node[second]])
        held_cuts.append(own)
        held_open.append(still)
    return Ways(tuple(held_cuts), tuple(held_open), 2**depth - 1)


def _cut_off(node: int, depth: int) -> int:
    """The leaves below the first child of a node, as bits: what its second side can't reach."""
    level = (node + 1).bit_length() - 1
    width = 1 << (depth - level - 1)
    begin = (node + 1 - (1 << level)) * 2 * width
    return ((1 << width) - 1) << begin
