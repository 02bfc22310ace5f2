"""Linking: which cue each source and each content of a text belongs to."""

import math
from bisect import bisect_left
from collections.abc import Mapping, Sequence
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
    """What the model learned about linking beside its vectors.

    How parts lie to cues; when a content has no cue; when a cue has no source (weights, then the bias).
    """

    place: "NDArray[np.float32]"
    alone: "NDArray[np.float32]"
    sourceless: "NDArray[np.float32]"


@dataclass(frozen=True, slots=True)
class Links:
    """For each content the number of its cue, for each cue the number of its source; -1 for none.

    `scores` holds for each cue how well the sources near it fit, by their numbers, above none.
    """

    cue: tuple[int, ...]
    source: tuple[int, ...]
    scores: tuple[Mapping[int, float], ...]


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
) -> Links:
    """Link the parts of a text: each content chooses its cue, and each cue its source.

    A source may serve several cues. `vectors` has a row a word: what it brings as the first and as the
    last word of a part, then of a cue.
    """
    width = vectors.shape[1] // 4
    scale = 1 / math.sqrt(width)
    cues = found["cue"]
    as_cue = _ends(vectors[:, 2 * width :], cues, width)
    liking: list[float] = tables.place.tolist()

    chosen = []
    contents = _ends(vectors[:, : 2 * width], found["content"], width)
    products = (contents @ as_cue.T * scale).tolist()
    for part, row, nothing in zip(found["content"], products, _nothing(contents, tables.alone), strict=True):
        places = {k: place_of(part, cues[k], cues, 1, paragraphs) for k in _near(part, cues)}
        chosen.append(_best({k: row[k] + liking[place] for k, place in places.items()}, nothing))
    sources = found["source"]
    products = (as_cue @ _ends(vectors[:, : 2 * width], sources, width).T * scale).tolist()
    above = []
    for cue, row, nothing in zip(cues, products, _nothing(as_cue, tables.sourceless), strict=True):
        places = {k: place_of(sources[k], cue, cues, 0, paragraphs) for k in _near(cue, sources)}
        above.append({k: row[k] + liking[place] - nothing for k, place in places.items()})
    return Links(tuple(chosen), tuple(_best(scores, 0.0) for scores in above), tuple(above))


def _near(part: Stretch, others: Sequence[Stretch]) -> range:
    middle = bisect_left(others, part)
    return range(max(0, middle - _NEAR), min(len(others), middle + _NEAR))


def _nothing(vectors: "NDArray[np.float32]", table: "NDArray[np.float32]") -> list[float]:
    import numpy as np

    found: list[float] = (np.tanh(vectors) @ table[:-1] + table[-1]).tolist()
    return found


def _best(scores: dict[int, float], nothing: float) -> int:
    best = max(scores, key=lambda number: (scores[number], -number), default=-1)
    return best if best >= 0 and scores[best] > nothing else -1


def _ends(vectors: "NDArray[np.float32]", stretches: Sequence[Stretch], width: int) -> "NDArray[np.float32]":
    firsts, lasts = [first for first, _ in stretches], [last - 1 for _, last in stretches]
    both: NDArray[np.float32] = vectors[firsts, :width] + vectors[lasts, width:]
    return both
