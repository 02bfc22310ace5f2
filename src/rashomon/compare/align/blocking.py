"""Blocking: which pairs of claims are worth judging."""

from collections import defaultdict
from collections.abc import Sequence

from rashomon.compare.align.items import Item
from rashomon.compare.align.labels import unlike
from rashomon.compare.align.views import View
from rashomon.link.block import candidate_pairs

# Nearest claims in meaning that each claim is scored against, and how frequent a shared word may be.
NEAREST = 12
COMMON = 12
# Nearest sentences of each other article whose claims are scored, and how many pairs of their claims.
NEAREST_SENTENCES = 4
NEAREST_CLAIMS = 2


def candidates(items: Sequence[Item]) -> list[tuple[int, int]]:
    """Pairs, ascending, that are near in meaning, stand in near sentences or share an uncommon word.

    Never the same words twice over, and never two things of one kind that bear different numbers.
    """
    keys: list[set[object]] = [set(item.view.terms) for item in items]
    for left, right in sorted(_near(items) | _near_sentences(items)):
        keys[left].add((left, right))
        keys[right].add((left, right))
    return [
        (left, right)
        for left, right in candidate_pairs(keys, common=COMMON)
        if not _overlapping(items[left].view, items[right].view)
        and not unlike(items[left].view.labels, items[right].view.labels)
    ]


def _overlapping(left: View, right: View) -> bool:
    """Whether the claims stand in part in the same words: clauses of one sentence borrow subjects."""
    return left.article == right.article and left.claim.sentence == right.claim.sentence


def _near(items: Sequence[Item]) -> set[tuple[int, int]]:
    if len(items) < 2 or items[0].meaning is None:
        return set()
    import numpy as np

    matrix = np.stack([item.meaning for item in items if item.meaning is not None])
    found: set[tuple[int, int]] = set()
    for start in range(0, len(items), 512):
        cosines = matrix[start : start + 512] @ matrix.T
        least = max(0, len(items) - NEAREST - 1)
        bounds = np.partition(cosines, least, axis=1)[:, least]
        for left, (row, bound) in enumerate(zip(cosines, bounds, strict=True), start):
            # of equals the first are taken
            near = [*np.flatnonzero(row > bound).tolist(), *np.flatnonzero(row == bound).tolist()]
            found |= {(min(left, right), max(left, right)) for right in near[: NEAREST + 1] if right != left}
    return found


def _near_sentences(items: Sequence[Item]) -> set[tuple[int, int]]:
    """The nearest pairs of claims of each sentence and its nearest sentences in each other article."""
    if len(items) < 2 or items[0].meaning is None:
        return set()
    import numpy as np

    held: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for index, item in enumerate(items):
        held[item.view.article, item.view.claim.sentence].append(index)
    members = [held[key] for key in sorted(held)]
    articles = np.array([article for article, _ in sorted(held)])
    found: set[tuple[int, int]] = set()
    matrix = np.stack([v for own in members if (v := items[own[0]].context_meaning) is not None])
    for article in np.unique(articles).tolist():
        others = np.flatnonzero(articles == article)
        for at in np.flatnonzero(articles != article).tolist():
            cosines = matrix[others] @ matrix[at]
            for other in others[np.argsort(-cosines, kind="stable")[:NEAREST_SENTENCES]].tolist():
                found |= _nearest_claims(items, members[at], members[other])
    return found


def _nearest_claims(items: Sequence[Item], left: Sequence[int], right: Sequence[int]) -> set[tuple[int, int]]:
    if len(left) * len(right) <= NEAREST_CLAIMS:
        return {(min(a, b), max(a, b)) for a in left for b in right}
    found = sorted((-_cosine(items[a], items[b]), min(a, b), max(a, b)) for a in left for b in right)
    return {(a, b) for _, a, b in found[:NEAREST_CLAIMS]}


def _cosine(left: Item, right: Item) -> float:
    if left.meaning is None or right.meaning is None:
        return 0.0
    return round(float(left.meaning @ right.meaning), 5)
