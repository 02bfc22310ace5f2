"""Align: which claims of a story state the same thing, whatever the wording."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import exp

from rashomon.compare.align.features import FEATURES, PRIOR
from rashomon.compare.align.items import Item, make_items
from rashomon.compare.align.views import View
from rashomon.link.block import candidate_pairs
from rashomon.link.features import Score, score_pair
from rashomon.link.group import average_link

__all__ = ["Alignment", "align"]

# Log-odds from which a pair counts as a pair at all, and the mean over all pairs of a group from which
# groups merge, as a share of certainty: where the F1 of cross-outlet sentence pairs is best on the
# development stories. The scale is moved by CENTRE, for the fitted log-odds are shy: of the
# labelled pairs many are one claim told over several sentences.
CENTRE = -1.5
GROUP = 0.4
KEEP = -5.0
# Nearest claims in meaning that each claim is scored against, and how frequent a shared word may be.
NEAREST = 12
COMMON = 12


@dataclass(frozen=True, slots=True)
class Alignment:
    """Groups of claims, as indices into the views, and each scored pair's likelihood and evidence."""

    groups: tuple[tuple[int, ...], ...]
    likelihood: dict[tuple[int, int], float]
    scores: dict[tuple[int, int], Score]


def align(views: Sequence[View]) -> Alignment:
    """Group the claims that state the same thing; the groups don't depend on the order of articles."""
    items = make_items(views)
    scores: dict[tuple[int, int], Score] = {}
    likelihood: dict[tuple[int, int], float] = {}
    for left, right in _candidates(items):
        score = score_pair(items[left], items[right], FEATURES)
        if score.total + PRIOR >= KEEP:
            scores[left, right] = score
            likelihood[left, right] = _squash(score.total + PRIOR - CENTRE)
    groups = average_link(len(items), likelihood, threshold=GROUP)
    return Alignment(tuple(groups), likelihood, scores)


def _squash(odds: float) -> float:
    return round(1 / (1 + exp(-odds)), 6)


def _candidates(items: Sequence[Item]) -> Iterator[tuple[int, int]]:
    """Pairs that are near in meaning or share an uncommon word; never the same words twice over."""
    keys: list[set[object]] = [set(item.view.terms) for item in items]
    for left, right in sorted(_near(items)):
        keys[left].add((left, right))
        keys[right].add((left, right))
    for left, right in candidate_pairs(keys, common=COMMON):
        if not _overlapping(items[left].view, items[right].view):
            yield left, right


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
        order = np.argsort(-cosines, axis=1, kind="stable")[:, : NEAREST + 1]
        for offset, row in enumerate(order.tolist()):
            left = start + offset
            found |= {(min(left, right), max(left, right)) for right in row if right != left}
    return found
