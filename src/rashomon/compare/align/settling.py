"""Settling: claims leave a group in which nothing of another article surely states what they state."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from rashomon.compare.align.linking import link
from rashomon.compare.align.views import View
from rashomon.compare.slots.amounts import HUMAN, alike
from rashomon.link.group import connected

# Groups merge while their link is at least GROUP; then a claim stays only if it has a partner in another
# article at least as likely as PARTNER. Set on the labelled stories, each judged by what was fitted on
# others: of the sentence pairs that groups hold .879 are right.
GROUP = 0.5
PARTNER = 0.6
# What a claim needs instead that brings several names which nobody else of its group has:
# most often it is a fact of its own, told beside the shared one.
PARTNER_OF_MORE = 0.85
# A number of people or a sum of money that nobody else gives is a fact of its own almost always.
PARTNER_OF_COUNT = 0.97
# Claims with one name in common and nothing else are two facts about it, and so most often are a sentence
# and a phrase beside its subject. Set by eye on the demo story, where two more such sets would agree
# without it; on the five articles labelled by hand nothing changes, and no more was measured.
PARTNER_OF_MERE = 0.995
MORE_NAMES = 2
# Claims that articles print in the same words are a statement of their own unless another wording
# of it is as good as sure. On the labelled stories pair precision goes from .683 to .692.
PARTNER_OF_TWINS = 0.9
TWIN_WORDS = 0.8  # share of the content words of both that twins have in common
LEAST_TWIN = 6  # content words: shorter claims are alike by chance
# A phrase without a verb states what a sentence states where it has this share of the sentence's words. Set
# with the bound before: .3 changes nothing there, .7 one difference of the demo story.
WORDS_OF_PHRASE = 0.5
# A count of this many of anything is news by itself.
LARGE = 1000

Pair = tuple[int, int]


def settled(views: Sequence[View], likelihood: dict[Pair, float]) -> list[tuple[int, ...]]:
    """Group the claims that state the same thing, each into one group, ascending."""
    articles = [view.article for view in views]
    linked = link(range(len(views)), articles, likelihood, GROUP)
    kept = [part for group in linked for part in _settle(group, views, likelihood)]
    return sorted(part for group in kept for part in _without_twins(group, views, likelihood))


def _settle(
    group: tuple[int, ...], views: Sequence[View], likelihood: dict[Pair, float]
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
    group: tuple[int, ...], views: Sequence[View], likelihood: dict[Pair, float]
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
    if counts_alone(index, group, views):
        return PARTNER_OF_COUNT
    view = views[index]
    others = [views[other] for other in group if views[other].article != view.article]
    names = view.entities - {name for other in others for name in other.entities}
    return PARTNER_OF_MORE if len(names) >= MORE_NAMES else PARTNER


def counts_alone(index: int, group: Sequence[int], views: Sequence[View]) -> bool:
    """Whether the claim gives a number of people, a sum of money or the like that no other article gives."""
    view = views[index]
    others = [views[other] for other in group if views[other].article != view.article]
    sizes = [quantity for other in others for quantity in other.quantities]
    alone = [q for q in view.quantities if not any(alike(q, size) for size in sizes)]
    return any(q.kind in ("money", "measure") or q.unit in HUMAN or (q.low or 0) >= LARGE for q in alone)


def _partners(
    index: int, group: Sequence[int], views: Sequence[View], likelihood: dict[Pair, float]
) -> Iterator[float]:
    for other in group:
        if views[other].article != views[index].article:
            value = likelihood.get((min(index, other), max(index, other)), 0.0)
            mere = _one_name_only(views[index], views[other]) or _beside(views[index], views[other])
            if value >= PARTNER_OF_MERE or not mere:
                yield value


def _one_name_only(left: View, right: View) -> bool:
    """Whether all that the claims have in common is one name: both are about it, and that is all."""
    common = set(left.terms) & set(right.terms)
    return len(common) == 1 and common <= left.entities


def _beside(left: View, right: View) -> bool:
    """Whether one is a phrase without a verb that holds little of what the other, with its verb, tells."""
    if left.verbal == right.verbal:
        return False
    told = set((left if left.verbal else right).terms)
    return len(set(left.terms) & set(right.terms)) < WORDS_OF_PHRASE * len(told)
