"""Word by word: how much of what one sentence says another says too, whatever the words.

Each word piece of the one is held against the piece of the other that is most like it where it stands
(after BERTScore, Zhang et al. 2020); rare pieces weigh most. A piece of the topic has its like in every
sentence around: what counts besides is how much more like it is than is usual.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from math import log
from typing import TYPE_CHECKING

from rashomon.compare.align.sentences import Telling
from rashomon.link.wordpieces import STEPS

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Column = NDArray[np.float64]
    Floats = NDArray[np.float32]
Pair = tuple[int, int]
# How like a piece must be to count as matched, and how much more than usual for a stretch to grow. Set on
# the labelled stories, where neighbouring values do about as well.
MATCHED, UNUSUAL = 0.6, 0.15
# Where fewer sentences than ENOUGH are around, nobody can say what is usual: the missing ones are taken to be
# as like as any two sentences of one story are, at the median over the labelled stories.
ENOUGH, COMMONLY = 5, 0.34
# What a piece weighs that stands in every sentence; the rarer add the logarithm of their rarity.
LEAST = 0.2
SIDES = ("held", "apart", "beyond", "matched", "share", "run", "turn", "peak")
NAMES = tuple(f"pieces_{name}_{side}" for name in SIDES for side in ("less", "more"))


def wordwise(tellings: Sequence[Telling], pairs: Sequence[Pair]) -> "dict[str, Column]":
    """Return the columns of the pairs, each from the side where it is less, and where it is more.

    `held` is how like the pieces are on average, `apart` how much more than usual, `beyond` that added up;
    `matched` the excess over MATCHED added up, `share` that on average. The rest are the best stretch, for a
    clause may be said again: `run` by that excess, `turn` by what is more than usual, `peak` by what is more
    than with three of four others.
    """
    import numpy as np

    sides = np.zeros((2, len(pairs), len(SIDES)))
    weights = _weights(tellings)
    for sentence, rows in _likenesses(tellings, pairs):
        places = [place for place, _, _ in rows]
        found = _measured(np.stack([likeness for _, _, likeness in rows]), weights[sentence])
        sides[[side for _, side, _ in rows], places] = found
    less, more = sides.min(axis=0), sides.max(axis=0)
    both = np.stack([less, more], axis=2).reshape(len(pairs), len(NAMES))
    return {name: both[:, place] for place, name in enumerate(NAMES)}


def _weights(tellings: Sequence[Telling]) -> "list[Column]":
    """What each sentence's pieces weigh: the rarer in the story, the more."""
    import numpy as np

    ids = [[] if each.pieces is None else each.pieces.ids.tolist() for each in tellings]
    common = Counter(piece for own in ids for piece in set(own))
    weight = {piece: log((1 + len(tellings)) / (1 + count)) + LEAST for piece, count in common.items()}
    return [np.array([weight[piece] for piece in own], dtype=np.float64) for own in ids]


def _likenesses(
    tellings: Sequence[Telling], pairs: Sequence[Pair]
) -> "Iterator[tuple[int, list[tuple[int, int, Floats]]]]":
    """For each sentence the places of its pairs, its side in each, and how like the other each piece is."""
    beside: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for place, (left, right) in enumerate(pairs):
        if len(_states(tellings[left])) and len(_states(tellings[right])):
            beside[left].append((place, right))
    rows: defaultdict[int, list[tuple[int, int, Floats]]] = defaultdict(list)
    for left, others in beside.items():
        states = _states(tellings[left])
        for place, right in others:
            # whole numbers: the products are exact, whatever the order in which they are added
            like = states @ _states(tellings[right]).T / STEPS**2
            rows[left].append((place, 0, like.max(axis=1)))
            rows[right].append((place, 1, like.max(axis=0)))
    yield from sorted(rows.items())


def _states(telling: Telling) -> "Floats":
    import numpy as np

    return (
        np.zeros((0, 0), np.float32) if telling.pieces is None else telling.pieces.states.astype(np.float32)
    )


def _measured(like: "Floats", weights: "Column") -> "Column":
    """The measures of one sentence in each of its pairs, a row a pair, from its pieces' likenesses."""
    import numpy as np

    rows = like.astype(np.float64)
    around = np.pad(rows, ((0, max(0, ENOUGH - len(rows))), (0, 0)), constant_values=COMMONLY)
    more = rows - np.median(around, axis=0)
    excess = np.maximum(rows - MATCHED, 0) @ weights
    beyond, whole = more @ weights, weights.sum()
    return np.stack(
        [
            rows @ weights / whole, beyond / whole, beyond, excess, excess / whole,
            _stretch((rows - MATCHED) * weights), _stretch((more - UNUSUAL) * weights),
            _stretch((rows - np.quantile(around, 0.75, axis=0)) * weights),
        ],
        axis=1,
    ).round(6)  # fmt: skip


def _stretch(rows: "Column") -> "Column":
    """The greatest sum of neighbours in each row, at least 0."""
    import numpy as np

    sums = np.pad(np.cumsum(rows, axis=1), ((0, 0), (1, 0)))
    return np.asarray((sums - np.minimum.accumulate(sums, axis=1)).max(axis=1), dtype=np.float64)
