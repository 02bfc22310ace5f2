"""Align: which claims of a story state the same thing, whatever the wording."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import exp
from typing import TYPE_CHECKING

from rashomon.compare.align.blocking import candidates
from rashomon.compare.align.items import make_items
from rashomon.compare.align.judge import columns, judge, reasons
from rashomon.compare.align.linking import link
from rashomon.compare.align.views import View
from rashomon.compare.slots.amounts import HUMAN, alike
from rashomon.link.group import connected

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["Alignment", "align"]

# A pair's log-odds above CENTRE speak for one claim: the fitted odds are shy, for many labelled pairs
# are one claim told over several sentences. Groups merge while their link is at least GROUP; then a
# claim stays only if it has a partner in another article at least as likely as PARTNER. What is surely
# said in both claims but would draw their groups together is a point of its own from ALSO on, with
# whatever is linked to all of it by WIDE; a claim that would else be told alone needs ALONE_ALSO. Set on
# the labelled stories (pair precision .71, recall .37), and so that what one outlet tells alone stays
# its own.
CENTRE = -1.0
GROUP = 0.5
PARTNER = 0.6
ALSO = 0.525
ALONE_ALSO = 0.8
WIDE = 0.6
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


@dataclass(frozen=True, slots=True)
class Alignment:
    """Groups of claims, as indices into the views, each scored pair's likelihood, and why groups are one.

    A claim of several facts may stand in several groups.
    """

    groups: tuple[tuple[int, ...], ...]
    likelihood: dict[tuple[int, int], float]
    why: dict[tuple[int, ...], tuple[str, ...]]


def align(views: Sequence[View]) -> Alignment:
    """Group the claims that state the same thing; the groups don't depend on the order of articles."""
    items = make_items(views)
    pairs = candidates(items)
    found = columns(items, pairs)
    odds = judge(found, meaning=bool(items) and items[0].meaning is not None)
    likelihood = {
        pair: _squash(value - CENTRE) for pair, value in zip(pairs, odds, strict=True) if value >= KEEP
    }
    articles = [view.article for view in views]
    linked = link(range(len(views)), articles, likelihood, GROUP)
    settled = [part for group in linked for part in _settle(group, views, likelihood)]
    core = [part for group in settled for part in _without_twins(group, views, likelihood)]
    groups = _with_shared(core, views, likelihood)
    place = {pair: at for at, pair in enumerate(pairs)}
    return Alignment(tuple(groups), likelihood, dict(_why(groups, likelihood, found, place)))


def _why(
    groups: Sequence[tuple[int, ...]],
    likelihood: dict[tuple[int, int], float],
    found: "dict[str, NDArray[np.float64]]",
    place: dict[tuple[int, int], int],
) -> Iterator[tuple[tuple[int, ...], tuple[str, ...]]]:
    """What most speaks for the likeliest pair of each group."""
    for group in groups:
        known = [pair for pair in combinations(group, 2) if pair in likelihood]
        if known:
            best = min(known, key=lambda pair: (-likelihood[pair], pair))
            yield group, tuple(reasons(found, place[best]))


def _with_shared(
    core: Sequence[tuple[int, ...]], views: Sequence[View], likelihood: dict[tuple[int, int], float]
) -> list[tuple[int, ...]]:
    """The groups, and beside them what a claim of one has in common with claims of another.

    A claim alone that surely shares something with a group's claims is told with them, not alone.
    """
    home = {index: place for place, group in enumerate(core) for index in group}
    nearest: defaultdict[tuple[int, int], list[tuple[float, int]]] = defaultdict(list)
    for (left, right), value in likelihood.items():
        if value >= ALSO and views[left].article != views[right].article:
            nearest[left, views[right].article].append((-value, right))
            nearest[right, views[left].article].append((-value, left))
    partners: defaultdict[tuple[int, int], set[int]] = defaultdict(set)
    for (index, _), others in sorted(nearest.items()):
        other = min(others)[1]
        if home[index] != home[other]:
            partners[index, home[other]].add(other)
    pivots: defaultdict[tuple[int, int], set[int]] = defaultdict(set)
    for (index, place), near in partners.items():
        for other in near:
            pivots[other, home[index]].add(index)
            pivots[index, place].add(other)
    found = {
        _widened((pivot, *others), (*core[home[pivot]], *core[place]), likelihood)
        for (pivot, place), others in pivots.items()
    }
    alone = {group[0] for group in core if len(group) == 1}
    shared = [
        group
        for group in sorted(found)
        if all(_fits(index, group, views, likelihood) for index in group if index in alone)
    ]
    told = {index for group in shared for index in group}
    return sorted({*shared, *(group for group in core if len(group) > 1 or group[0] not in told)})


def _widened(
    group: Sequence[int], near: Sequence[int], likelihood: dict[tuple[int, int], float]
) -> tuple[int, ...]:
    """The group with those of the claims near it that are linked to it as closely as a group asks."""
    more = [
        index
        for index in near
        if index not in group
        and sum(likelihood.get((min(index, own), max(index, own)), 0.0) for own in group) >= WIDE * len(group)
    ]
    return tuple(sorted((*group, *more)))


def _fits(
    index: int, group: Sequence[int], views: Sequence[View], likelihood: dict[tuple[int, int], float]
) -> bool:
    """Whether a claim that would else be told alone is surely told by the others."""
    near = max(_partners(index, group, views, likelihood), default=0.0)
    need = _need(index, group, views)
    return near >= (need if need == PARTNER_OF_COUNT else ALONE_ALSO)


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
