"""Rivals: how a pair of sentences stands among the pairs around it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from rashomon.compare.align.sentences import Telling

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Column = NDArray[np.float64]
Pair = tuple[int, int]
# Rivals counted, and the nearest whose mean nearness says how crowded it is around a sentence.
MOST, CROWD = 12, 5


def standing(tellings: Sequence[Telling], near: Mapping[Pair, float], name: str) -> "dict[str, Column]":
    """Return the columns of each pair's rank among those of one sentence and one article, by nearness.

    `rank` is how many are nearer; `gap` how far the pair is behind the nearest, or ahead of the second;
    `crowd` how near the nearest of all are. Each from the side where it is less, and where it is more.
    """
    import numpy as np

    pairs = list(near)
    row = {pair: at for at, pair in enumerate(pairs)}
    rank, gap = np.zeros((2, len(pairs))), np.zeros((2, len(pairs)))
    rivals = _rivals(tellings, near)
    for (own, _), ordered in rivals.items():
        best, second = ordered[0][0], ordered[1][0] if len(ordered) > 1 else 0.0
        for place, (value, pair) in enumerate(ordered):
            side, at = int(pair[0] != own), row[pair]
            rank[side, at] = min(place, MOST)
            gap[side, at] = value - best if place else best - second
    crowd = _crowd(rivals, len(tellings))
    mine, theirs = (np.array([crowd[pair[side]] for pair in pairs]) for side in (0, 1))
    return {
        f"{name}_rank_less": rank.min(axis=0), f"{name}_rank_more": rank.max(axis=0),
        f"{name}_gap_less": gap.min(axis=0), f"{name}_gap_more": gap.max(axis=0),
        f"{name}_crowd_less": np.minimum(mine, theirs), f"{name}_crowd_more": np.maximum(mine, theirs),
    }  # fmt: skip


def _rivals(
    tellings: Sequence[Telling], near: Mapping[Pair, float]
) -> Mapping[tuple[int, int], list[tuple[float, Pair]]]:
    """For each sentence and each article the pairs between them, the nearest first."""
    found: defaultdict[tuple[int, int], list[tuple[float, Pair]]] = defaultdict(list)
    for pair, value in near.items():
        for own, other in (pair, pair[::-1]):
            found[own, tellings[other].article].append((value, pair))
    return {key: sorted(found[key], key=lambda one: (-one[0], one[1])) for key in sorted(found)}


def _crowd(rivals: Mapping[tuple[int, int], list[tuple[float, Pair]]], count: int) -> list[float]:
    """Each sentence's mean nearness to the nearest of all articles."""
    found: defaultdict[int, list[float]] = defaultdict(list)
    for (sentence, _), ordered in rivals.items():
        found[sentence] += [value for value, _ in ordered]
    return [sum(sorted(found[row], reverse=True)[:CROWD]) / CROWD for row in range(count)]


def through_third(tellings: Sequence[Telling], near: Mapping[Pair, float], pairs: Sequence[Pair]) -> "Column":
    """How near both of each pair are to one sentence of a third article, at best; nan where none is."""
    import numpy as np

    beside: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for (left, right), value in near.items():
        beside[left][right] = beside[right][left] = value
    found = []
    for left, right in pairs:
        own, other = beside[left], beside[right]
        apart = (tellings[left].article, tellings[right].article)
        common = (k for k in own if k in other and tellings[k].article not in apart)
        found.append(max((min(own[k], other[k]) for k in common), default=np.nan))
    return np.array(found)


# Which neighbours of both sentences are compared: steps in the one, steps in the other.
STEPS = {
    "along": ((1, 1), (-1, -1)),
    "crossed": ((1, -1), (-1, 1)),
    "aside": ((0, 1), (0, -1), (1, 0), (-1, 0)),
}


def neighbours(tellings: Sequence[Telling], pairs: Sequence[Pair]) -> "dict[str, Column]":
    """How alike in meaning the sentences right beside the pair's are, at best; nan without the model."""
    import numpy as np

    at = {(each.article, each.index): each for each in tellings}
    found = {name: np.full(len(pairs), np.nan) for name in STEPS}
    for row, (left, right) in enumerate(pairs):
        for name, steps in STEPS.items():
            values = []
            for step, other in steps:
                one = at.get((tellings[left].article, tellings[left].index + step))
                two = at.get((tellings[right].article, tellings[right].index + other))
                if one and two and one is not two and one.meaning is not None and two.meaning is not None:
                    values.append(round(float(one.meaning @ two.meaning), 5))
            found[name][row] = max(values, default=np.nan)
    return found
