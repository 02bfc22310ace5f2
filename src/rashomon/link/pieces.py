"""Pieces: large graphs of scored pairs, as arrays, in parts that are merged each by itself."""

from dataclasses import dataclass
from math import log2
from typing import TYPE_CHECKING

from rashomon.link.group import Linkage

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Between:
    """Pairs of groups, each once: what the pairs of items between them score, and how many these are."""

    one: "Ints"
    other: "Ints"
    total: "Floats"
    known: "Ints"


def components(count: int, left: "Ints", right: "Ints") -> "Ints":
    """Return for each of 0..count-1 the smallest item that the pairs connect it with."""
    import numpy as np

    label = np.arange(count)
    while True:
        one, other = label[left], label[right]
        apart = one != other
        if not apart.any():
            return label
        left, right, one, other = left[apart], right[apart], one[apart], other[apart]
        np.minimum.at(label, np.maximum(one, other), np.minimum(one, other))
        while (label != (shorter := label[label])).any():
            label = shorter


def gathered(group: "Ints", pairs: Between) -> Between:
    """Return the pairs of larger groups: `group` is that of each group before. Pairs inside one are gone."""
    import numpy as np

    one, other = group[pairs.one], group[pairs.other]
    across = np.flatnonzero(one != other)
    one, other = one[across], other[across]
    key = np.minimum(one, other) * len(group) + np.maximum(one, other)
    found, at = np.unique(key, return_inverse=True)
    total: Floats = np.asarray(np.bincount(at, weights=pairs.total[across], minlength=len(found)), np.float64)
    known = np.bincount(at, weights=pairs.known[across], minlength=len(found)).astype(np.int64)
    return Between(found // len(group), found % len(group), total, known)


def scores(pairs: Between, sizes: "Ints", linkage: Linkage) -> "Floats":
    """Return how alike the groups of each pair are, to the bit as `Linkage.score`; `sizes` are theirs."""
    import numpy as np

    one, other = sizes[pairs.one], sizes[pairs.other]
    missed = one * other if linkage.enough is None else np.minimum(one * other, linkage.enough)
    absent = np.maximum(0, missed - pairs.known)
    mean = (pairs.total + linkage.default * absent) / (pairs.known + absent)
    less, more = np.minimum(one, other), np.maximum(one, other)
    most = more if linkage.enough is None else np.minimum(more, linkage.enough)
    found: Floats = mean + (linkage.bonus * _doublings(most) - linkage.reserve * _doublings(less))
    return found


def _doublings(sizes: "Ints") -> "Floats":
    """The logarithm of each, of which few differ, by the function that single numbers go through."""
    import numpy as np

    different, at = np.unique(sizes, return_inverse=True)
    return np.array([log2(size) for size in different.tolist()], np.float64)[at]
