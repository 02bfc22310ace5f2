"""Align: which claims of a story state the same thing, whatever the wording."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import exp

from rashomon.compare.align.features import FEATURES, PRIOR
from rashomon.compare.align.items import Item, make_items
from rashomon.compare.align.labels import unlike
from rashomon.compare.align.linking import link
from rashomon.compare.align.views import View
from rashomon.compare.slots.amounts import HUMAN, alike
from rashomon.link.block import candidate_pairs
from rashomon.link.features import Score, score_pair
from rashomon.link.group import connected

__all__ = ["Alignment", "align", "candidates"]

# A pair's log-odds above CENTRE speak for one claim: the fitted odds are shy, for many labelled pairs
# are one claim told over several sentences. Groups merge while their link is at least GROUP; then a
# claim stays only if it has a partner in another article at least as likely as PARTNER. All three set
# where the F1 of cross-outlet sentence pairs is good and its precision near .65 on the development
# stories, by four-fold cross-validation over stories (.492 with precision .653; a looser GROUP gains
# nothing and gives groups that a reader finds foolish).
CENTRE = -1.5
GROUP = 0.5
PARTNER = 0.6
# What a claim needs instead that brings several names which nobody else of its group has:
# most often it is a fact of its own, told beside the shared one.
PARTNER_OF_MORE = 0.85
# A number of people or a sum of money that nobody else gives is a fact of its own almost always, and
# claims with one name in common and nothing else are two facts about it.
PARTNER_OF_COUNT = 0.97
MORE_NAMES = 2
# Claims that articles print in the same words are a statement of their own unless another wording
# of it is as good as sure. On the labelled stories pair precision goes from .683 to .692.
PARTNER_OF_TWINS = 0.9
TWIN_WORDS = 0.8  # share of the content words of both that twins have in common
LEAST_TWIN = 6  # content words: shorter claims are alike by chance
# A count of this many of anything is news by itself.
LARGE = 1000
# Log-odds below which a pair is not kept: it counts as surely different.
KEEP = -5.0
# Two claims of one article say the same less often than their wording has it (in log-odds).
AGAIN = 2.0
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
    for left, right in candidates(items):
        score = score_pair(items[left], items[right], FEATURES)
        odds = score.total + PRIOR - AGAIN * (views[left].article == views[right].article)
        if odds >= KEEP:
            scores[left, right] = score
            likelihood[left, right] = _squash(odds - CENTRE)
    articles = [view.article for view in views]
    found = link(range(len(views)), articles, likelihood, GROUP)
    settled = [part for group in found for part in _settle(group, views, likelihood)]
    groups = [part for group in settled for part in _without_twins(group, views, likelihood)]
    return Alignment(tuple(sorted(groups)), likelihood, scores)


def _settle(
    group: tuple[int, ...], views: Sequence[View], likelihood: dict[tuple[int, int], float]
) -> Iterator[tuple[int, ...]]:
    """Split off the claims without a likely partner elsewhere, and group those among themselves."""
    if len({views[index].article for index in group}) == 1:
        yield group
        return
    near = {index: max(_partners(index, group, views, likelihood), default=0.0) for index in group}
    need = {index: _need(index, group, views) for index in group}
    kept = tuple(index for index in group if near[index] >= need[index])
    loose = [index for index in group if near[index] < need[index]]
    if kept:
        yield kept
    if kept and len(loose) > 1:
        articles = [view.article for view in views]
        for part in link(loose, articles, likelihood, GROUP):
            yield from _settle(part, views, likelihood)
    else:
        yield from ((index,) for index in loose)


def _without_twins(
    group: tuple[int, ...], views: Sequence[View], likelihood: dict[tuple[int, int], float]
) -> Iterator[tuple[int, ...]]:
    """Split off each set of claims in the same words that nothing else in the group surely states."""
    twins = [pair for pair in combinations(group, 2) if _same_words(views[pair[0]], views[pair[1]])]
    rest = set(group)
    for alike_ones in connected(group, twins):
        others = [index for index in group if index not in alike_ones]
        near = (likelihood.get((min(i, j), max(i, j)), 0.0) for i in alike_ones for j in others)
        if len(alike_ones) > 1 and others and max(near) < PARTNER_OF_TWINS:
            yield tuple(sorted(alike_ones))
            rest -= set(alike_ones)
    if len({views[index].article for index in rest}) > 1 or rest == set(group):
        yield tuple(sorted(rest))
    else:
        yield from ((index,) for index in sorted(rest))


def _same_words(left: View, right: View) -> bool:
    own, other = set(left.terms), set(right.terms)
    common = len(own & other)
    return left.article != right.article and common >= max(LEAST_TWIN, TWIN_WORDS * len(own | other))


def _need(index: int, group: Sequence[int], views: Sequence[View]) -> float:
    """How likely a partner the claim needs, by what it tells that no other article's claim tells."""
    view = views[index]
    others = [views[other] for other in group if views[other].article != view.article]
    sizes = [quantity for other in others for quantity in other.quantities]
    alone = [q for q in view.quantities if not any(alike(q, size) for size in sizes)]
    if any(q.kind in ("money", "measure") or q.unit in HUMAN or (q.low or 0) >= LARGE for q in alone):
        return PARTNER_OF_COUNT
    names = view.entities - {name for other in others for name in other.entities}
    return PARTNER_OF_MORE if len(names) >= MORE_NAMES else PARTNER


def _partners(
    index: int, group: Sequence[int], views: Sequence[View], likelihood: dict[tuple[int, int], float]
) -> Iterator[float]:
    for other in group:
        if views[other].article != views[index].article:
            value = likelihood.get((min(index, other), max(index, other)), 0.0)
            if value >= PARTNER_OF_COUNT or not _one_name_only(views[index], views[other]):
                yield value


def _one_name_only(left: View, right: View) -> bool:
    """Whether all that the claims have in common is one name: both are about it, and that is all."""
    common = set(left.terms) & set(right.terms)
    return len(common) == 1 and common <= left.entities


def _squash(odds: float) -> float:
    return round(1 / (1 + exp(-odds)), 6)


def candidates(items: Sequence[Item]) -> Iterator[tuple[int, int]]:
    """Pairs that are near in meaning or share an uncommon word.

    Never the same words twice over, and never two things of one kind that bear different numbers.
    """
    keys: list[set[object]] = [set(item.view.terms) for item in items]
    for left, right in sorted(_near(items)):
        keys[left].add((left, right))
        keys[right].add((left, right))
    for left, right in candidate_pairs(keys, common=COMMON):
        mine, theirs = items[left].view, items[right].view
        if not _overlapping(mine, theirs) and not unlike(mine.labels, theirs.labels):
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
        least = max(0, len(items) - NEAREST - 1)
        bounds = np.partition(cosines, least, axis=1)[:, least]
        for left, (row, bound) in enumerate(zip(cosines, bounds, strict=True), start):
            # of equals the first are taken
            near = [*np.flatnonzero(row > bound).tolist(), *np.flatnonzero(row == bound).tolist()]
            found |= {(min(left, right), max(left, right)) for right in near[: NEAREST + 1] if right != left}
    return found
