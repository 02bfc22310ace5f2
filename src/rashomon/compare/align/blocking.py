"""Blocking: which pairs of sentences are worth judging."""

from collections import defaultdict
from collections.abc import Sequence

from rashomon.compare.align.sentences import Telling
from rashomon.link.block import candidate_pairs
from rashomon.link.tfidf import cosine

# Nearest sentences in meaning that each sentence is compared with, and in how many sentences a word may
# stand that makes two of them worth comparing.
NEAREST = 24
COMMON = 12
# Of these the nearest in each other article are judged, and the nearest in the same one. On the labelled
# stories the pairs hold .89 of the sentence pairs that share a point.
RIVALS = 6
# Nearness is the sum of three cosines: of meaning, of words (times this), of letters.
WORDS_COUNT = 1.2

Pair = tuple[int, int]


def near_pairs(tellings: Sequence[Telling]) -> dict[Pair, tuple[float, float, float]]:
    """Return the pairs worth judging, ascending, with their cosines of meaning, words and letters."""
    keys: list[set[object]] = [set(telling.rarity) for telling in tellings]
    meanings = _meanings(tellings)
    for left, right in meanings:
        keys[left].add((left, right))
        keys[right].add((left, right))
    found = {
        (left, right): (
            meanings.get((left, right)) or _meaning(tellings[left], tellings[right]),
            cosine(tellings[left].words, tellings[right].words),
            cosine(tellings[left].letters, tellings[right].letters),
        )
        for left, right in candidate_pairs(keys, common=COMMON)
    }
    return _nearest(tellings, found)


def nearness(cosines: tuple[float, float, float]) -> float:
    """How near two sentences are to each other, from their cosines."""
    return cosines[0] + WORDS_COUNT * cosines[1] + cosines[2]


def _nearest(
    tellings: Sequence[Telling], found: dict[Pair, tuple[float, float, float]]
) -> dict[Pair, tuple[float, float, float]]:
    """The pairs of which one sentence is among the nearest to the other in its article."""
    rivals: defaultdict[Pair, list[tuple[float, Pair]]] = defaultdict(list)
    for pair in sorted(found):
        for own, other in (pair, pair[::-1]):
            rivals[own, tellings[other].article].append((-nearness(found[pair]), pair))
    kept = {pair for those in rivals.values() for _, pair in sorted(those)[:RIVALS]}
    return {pair: found[pair] for pair in sorted(kept)}


def _meaning(left: Telling, right: Telling) -> float:
    if left.meaning is None or right.meaning is None:
        return 0.0
    return round(float(left.meaning @ right.meaning), 5)


def _meanings(tellings: Sequence[Telling]) -> dict[Pair, float]:
    """The nearest in meaning to each sentence, with their cosines; in slices to spare memory."""
    if len(tellings) < 2 or tellings[0].meaning is None:
        return {}
    import numpy as np

    matrix = np.stack([each.meaning for each in tellings if each.meaning is not None])
    found: dict[Pair, float] = {}
    for start in range(0, len(tellings), 512):
        cosines = np.round(matrix[start : start + 512] @ matrix.T, 5)
        least = max(0, len(tellings) - NEAREST - 1)
        bounds = np.partition(cosines, least, axis=1)[:, least]
        for left, (row, bound) in enumerate(zip(cosines, bounds, strict=True), start):
            # of equals the first are taken
            near = [*np.flatnonzero(row > bound).tolist(), *np.flatnonzero(row == bound).tolist()]
            for right in near[: NEAREST + 1]:
                if right != left:
                    found[min(left, right), max(left, right)] = round(float(row[right]), 5)
    return found
