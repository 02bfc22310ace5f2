"""Typical: the claim that stands for a group of claims, and how surely each outlet tells what it says."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from rashomon.compare.align.views import View
from rashomon.compare.slots.amounts import HUMAN, same_amount
from rashomon.model import Quantity
from rashomon.text.alone import strain

# How likely each outlet must have told what stands for all. In the labelled stories, judged by what had not
# seen them, 299 of 313 agreements above it were right by the labels, below it 72 of 105.
SURE = 0.95

# Strain that outweighs all words in common. Set by eye on the demo story and twenty gun-violence incidents.
_STRAIN = 120
_SOME = 3  # terms of a claim that another can hold: fewer say nothing by themselves
FEW = 2  # things that "two" or "one" adds nothing to
_FIGURE = re.compile(r"\d[\d.,:/-]*\d|\d")
Likelihood = Mapping[tuple[int, int], float]


def typical(group: Sequence[int], views: Sequence[View], likelihood: Likelihood) -> int:
    """Return the claim that stands for all: one that says what all say, and reads well alone.

    A headline, a phrase without a verb or what is taken as known stands for the others only where nothing
    else does, and so does a claim with a figure that not all outlets give, or that some outlet may not tell.
    """
    own = [views[index] for index in group]
    counts = Counter(term for view in own for term in set(view.terms))

    def rank(index: int) -> tuple[bool, bool, bool, bool, bool, float, str]:
        view = views[index]
        shared = sum(counts[term] - 1 for term in set(view.terms)) / (len(view.terms) + 4)
        strained = strain(view.text, pieces=len(view.claim.spans))
        return (
            view.kind == "title",
            not view.verbal,
            view.known,
            own_figures(view, own),
            support(index, group, views, likelihood) < SURE,
            round(strained / _STRAIN - shared / max(1, len(own) - 1), 6),
            view.claim.id,
        )

    return min(group, key=rank)


def support(index: int, group: Sequence[int], views: Sequence[View], likelihood: Likelihood) -> float:
    """Return how likely that outlet tells what the claim says of which it is least likely.

    Who tells a claim that holds all its words tells it, too.
    """
    fuller = (other for other in group if other == index or _holds(views[other], views[index]))
    return max(_told(other, group, views, likelihood) for other in fuller)


def _holds(fuller: View, view: View) -> bool:
    """Whether one claim says with more words what the other says."""
    alike = fuller.claim.polarity == view.claim.polarity and fuller.claim.modality == view.claim.modality
    return alike and len(view.terms) >= _SOME and set(view.terms) <= set(fuller.terms)


def _told(index: int, group: Sequence[int], views: Sequence[View], likelihood: Likelihood) -> float:
    best: defaultdict[int, float] = defaultdict(float)
    for other in group:
        likely = likelihood.get((min(index, other), max(index, other)), 0.0)
        best[views[other].article] = max(best[views[other].article], likely)
    best.pop(views[index].article, None)
    return min(best.values(), default=1.0)


def own_figures(view: View, views: Sequence[View]) -> bool:
    """Whether the claim gives a figure that the claims of some other article don't give.

    What is no quantity counts as it is printed: a number to call, a time of day.
    """
    given: defaultdict[int, list[Quantity]] = defaultdict(list)
    printed: defaultdict[int, set[str]] = defaultdict(set)
    for other in views:
        given[other.article].extend(other.quantities)
        printed[other.article].update(_FIGURE.findall(other.text))
    figures = [figure for figure in view.quantities if not _is_pair(figure)]
    counted = {digits for figure in view.quantities for digits in _FIGURE.findall(view.exact(figure.span))}
    plain = set(_FIGURE.findall(view.text)) - counted

    def tells(article: int, figure: Quantity) -> bool:
        digits = set(_FIGURE.findall(view.exact(figure.span)))
        as_time = figure.kind == "duration" and bool(digits) and digits <= printed[article]
        return as_time or any(same_amount(figure, other) for other in given[article])

    return not all(plain <= printed[at] and all(tells(at, figure) for figure in figures) for at in given)


def _is_pair(figure: Quantity) -> bool:
    """Whether it is one or two things: who says "the two control rooms" means "the control rooms"."""
    few = figure.kind == "count" and figure.low == figure.high and (figure.high or FEW + 1) <= FEW
    return few and figure.unit not in HUMAN
