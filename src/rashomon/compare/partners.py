"""Partners: which renderings of different articles are worth scoring against each other."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from heapq import nlargest
from itertools import combinations

# Renderings that may share a word before it says nothing: a tenth of all, within these bounds. The
# upper one keeps an article of ten thousand like quotes from costing a hundred million pairs.
_COMMON, _MOST_COMMON = 60, 500
# Partners that a rendering may have in each other article. Of the pairs of the labelled stories'
# quotes that give one utterance none is lost by it.
_PARTNERS = 8

Pair = tuple[int, int]


def partners(rarities: Sequence[Mapping[str, float]], articles: Sequence[str]) -> list[Pair]:
    """Return the pairs `(i, j)`, i < j, of two articles whose renderings are near to each other in words.

    `rarities` holds each rendering's telling words and their weights. Both must be among those of the
    other's article that share most weight with the other; equal weights are taken in order.
    """
    shared = _shared(rarities, articles)
    wanted: set[Pair] = set()
    for left, row in enumerate(shared):
        by_article: defaultdict[str, list[tuple[float, int]]] = defaultdict(list)
        for right, weight in row.items():
            by_article[articles[right]].append((round(weight, 9), -right))
        for rivals in by_article.values():
            wanted |= {(left, -place) for _, place in nlargest(_PARTNERS, rivals)}
    return sorted((left, right) for left, right in wanted if left < right and (right, left) in wanted)


def beside(pairs: Sequence[Pair], articles: Sequence[str]) -> list[Pair]:
    """Return the pairs `(i, j)`, i < j, of one article that have a partner in common."""
    near: defaultdict[tuple[int, str], list[int]] = defaultdict(list)
    for left, right in pairs:
        near[left, articles[right]].append(right)
        near[right, articles[left]].append(left)
    return sorted({pair for places in near.values() for pair in combinations(sorted(places), 2)})


def _shared(rarities: Sequence[Mapping[str, float]], articles: Sequence[str]) -> list[dict[int, float]]:
    """For each rendering, the weight of the words that it shares with each one of other articles."""
    common = min(max(_COMMON, len(rarities) // 10), _MOST_COMMON)
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for place, rarity in enumerate(rarities):
        for word in rarity:
            holders[word].append(place)
    shared: list[dict[int, float]] = [{} for _ in rarities]
    for word, places in sorted(holders.items()):
        if len(places) > common:
            continue
        for left, right in combinations(places, 2):
            if articles[left] != articles[right]:
                weight = rarities[left][word]
                shared[left][right] = shared[left].get(right, 0.0) + weight
                shared[right][left] = shared[right].get(left, 0.0) + weight
    return shared
