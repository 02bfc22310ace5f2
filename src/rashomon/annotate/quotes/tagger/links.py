"""Linking: which cue each source and each content of a text belongs to."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rashomon.annotate.quotes.tagger.chain import Stretch

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LINKED = ("source", "content")
_NEAR = 8  # cues looked at on either side; in the training part no part was farther from its own


@dataclass(frozen=True, slots=True)
class Tables:
    """What the model learned about linking beside its vectors: how parts lie to cues, and being alone."""

    place: "NDArray[np.float32]"
    alone: "NDArray[np.float32]"
    alone_bias: float


def place_of(
    part: Stretch, cue: Stretch, cues: Sequence[Stretch], role: int, paragraphs: Sequence[int]
) -> int:
    """Number how a part lies to a cue: role, side, cues between (0 to 3), paragraphs between (0 to 2)."""
    after = int(part[0] >= cue[0])
    low, high = (cue[1], part[0]) if after else (part[1], cue[0])
    between = max(0, bisect_left(cues, (high,)) - bisect_left(cues, (low,)))
    apart = abs(paragraphs[part[0]] - paragraphs[cue[0]])
    return ((role * 2 + after) * 4 + min(between, 3)) * 3 + min(apart, 2)


def link(
    vectors: "NDArray[np.float32]",
    found: dict[str, list[Stretch]],
    paragraphs: Sequence[int],
    tables: Tables,
) -> dict[str, list[int]]:
    """Return for each source and each content the number of its cue, or -1 for none.

    `vectors` has a row a word: what it brings as the first and last word of a part, then of a cue.
    """
    import numpy as np

    width = vectors.shape[1] // 4
    cues = found["cue"]
    as_cue = [_ends(vectors[:, 2 * width :], cue, width) for cue in cues]
    owners: dict[str, list[int]] = {}
    for role, name in enumerate(LINKED):
        owners[name] = []
        for part in found[name]:
            mine = _ends(vectors[:, : 2 * width], part, width)
            best, owner = float(np.tanh(mine) @ tables.alone) + tables.alone_bias, -1
            middle = bisect_left(cues, part)
            for number in range(max(0, middle - _NEAR), min(len(cues), middle + _NEAR)):
                place = place_of(part, cues[number], cues, role, paragraphs)
                score = float(mine @ as_cue[number]) / width**0.5 + float(tables.place[place])
                if score > best:
                    best, owner = score, number
            owners[name].append(owner)
    return owners


def _ends(vectors: "NDArray[np.float32]", stretch: Stretch, width: int) -> "NDArray[np.float32]":
    both: NDArray[np.float32] = vectors[stretch[0], :width] + vectors[stretch[1] - 1, width:]
    return both
