"""Pieces: parts of a graph of scored pairs that are grouped each by itself, and whether that was right."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rashomon.link.group import Linkage

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]


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


@dataclass(frozen=True, slots=True)
class Between:
    """Pairs of groups that pairs of items lie between, each once: what these score, and how many they are.

    `of` is the place among them of each pair of items.
    """

    one: "Ints"
    other: "Ints"
    total: "Floats"
    best: "Floats"
    known: "Ints"
    of: "Ints"


def gathered(group: "Ints", left: "Ints", right: "Ints", scores: "Floats") -> Between:
    """Gather the pairs of items by the groups that they lie between; none may lie in one group."""
    import numpy as np

    one, other = group[left], group[right]
    key = np.minimum(one, other) * len(group) + np.maximum(one, other)
    found, of = np.unique(key, return_inverse=True)
    best = np.full(len(found), -np.inf)
    np.maximum.at(best, of, scores)
    total: Floats = np.asarray(np.bincount(of, weights=scores, minlength=len(found)), np.float64)
    known = np.bincount(of, minlength=len(found))
    return Between(found // len(group), found % len(group), total, best, known, of)


def together(
    group: "Ints", left: "Ints", right: "Ints", scores: "Floats", *, linkage: Linkage, least: float
) -> tuple["Ints", "Ints"]:
    """Return the pairs of groups, made apart from each other, of which parts might have merged.

    `group` is the group of each item, `scores` those of pairs of items. If no pair of groups comes back,
    no merge that reaches `least` was missed by making them apart.
    """
    import numpy as np

    across = np.flatnonzero(group[left] != group[right])
    found = gathered(group, left[across], right[across], scores[across])
    sizes = np.bincount(group, minlength=len(group))
    larger = np.maximum(sizes[found.one], sizes[found.other])
    near = _reach(found.best, found.known, larger, linkage) >= least
    return found.one[near], found.other[near]


def _reach(best: "Floats", known: "Ints", larger: "Ints", linkage: Linkage) -> "Floats":
    """The most that parts of two groups can score, given their best pair and how many pairs there are.

    Either they have no other pairs, and are no larger than that, or as many are missed as ever are.
    """
    import numpy as np

    most = larger if linkage.enough is None else np.full_like(larger, linkage.enough)
    full: Floats = best + linkage.bonus * np.log2(np.minimum(known, np.minimum(larger, most)))
    share = np.minimum(known, most) / most
    grown = best * share + linkage.default * (1 - share) + linkage.bonus * np.log2(most)
    return np.maximum(full, grown)
