"""Typical: the claim that stands for a group of claims, and how surely each outlet tells what it says."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from rashomon.compare.align.views import View
from rashomon.compare.slots.amounts import HUMAN, same_amount
from rashomon.model import Claim, Quantity
from rashomon.text.alone import strain

# How likely each outlet must have told what stands for all. In the labelled stories, judged by what had not
# seen them, 313 of 327 agreements above it were right by the labels, below it 73 of 92.
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
    else does, and so does a claim with a figure that not all outlets give, or that some outlet may not tell;
    of those that all surely tell, one without a date to come that not all give.
    """
    own = [views[index] for index in group]
    counts = Counter(term for view in own for term in set(view.terms))
    sure = supports(group, views, likelihood)
    figures = Figures(own)

    def rank(index: int) -> tuple[bool, bool, bool, bool, bool, bool, float, str]:
        view = views[index]
        shared = sum(counts[term] - 1 for term in set(view.terms)) / (len(view.terms) + 4)
        strained = strain(view.text, pieces=len(view.claim.spans))
        return (
            view.kind == "title",
            not view.verbal,
            view.known,
            figures.own(view),
            sure[index] < SURE,
            figures.announced(view),
            round(strained / _STRAIN - shared / max(1, len(own) - 1), 6),
            view.claim.id,
        )

    return min(group, key=rank)


def supports(group: Sequence[int], views: Sequence[View], likelihood: Likelihood) -> dict[int, float]:
    """Return for each claim how likely that outlet tells what it says of which it is least likely.

    Who tells a claim that holds all its words tells it, too.
    """
    told = {index: _told(index, group, views, likelihood) for index in group}
    terms = {index: frozenset(views[index].terms) for index in group}

    def held(index: int, fuller: int) -> bool:
        more = len(terms[index]) >= _SOME and terms[index] <= terms[fuller]
        return index == fuller or (more and _alike(views[index].claim, views[fuller].claim))

    return {index: max(told[other] for other in group if held(index, other)) for index in group}


def _alike(left: Claim, right: Claim) -> bool:
    return (left.polarity, left.modality) == (right.polarity, right.modality)


def _told(index: int, group: Sequence[int], views: Sequence[View], likelihood: Likelihood) -> float:
    best: defaultdict[int, float] = defaultdict(float)
    for other in group:
        likely = likelihood.get((min(index, other), max(index, other)), 0.0)
        best[views[other].article] = max(best[views[other].article], likely)
    best.pop(views[index].article, None)
    return min(best.values(), default=1.0)


class Figures:
    """The figures and dates that the claims of each article of a group give.

    What is no quantity counts as it is printed: a number to call, a time of day.
    """

    def __init__(self, views: Sequence[View]) -> None:
        self._given: defaultdict[int, list[Quantity]] = defaultdict(list)
        self._printed: defaultdict[int, set[str]] = defaultdict(set)
        self._dates: defaultdict[int, set[str]] = defaultdict(set)
        for view in views:
            self._dates[view.article].update(_dates_to_come(view))
            self._given[view.article].extend(view.quantities)
            self._printed[view.article].update(_FIGURE.findall(view.text))

    def own(self, view: View) -> bool:
        """Whether the claim gives a figure that the claims of some other article don't give."""
        figures = [figure for figure in view.quantities if not _is_pair(figure)]
        counted = {digits for figure in view.quantities for digits in _digits(view, figure)}
        plain = set(_FIGURE.findall(view.text)) - counted
        return not all(
            plain <= self._printed[article] and all(self._tells(article, view, figure) for figure in figures)
            for article in self._given
        )

    def announced(self, view: View) -> bool:
        """Whether the claim gives a date to come of which some other article's claims tell no day.

        A day gone by is hardly more than when a thing was told; one to come is part of what is told.
        """
        return not all(
            any(date.startswith(mine) for date in self._dates[article])
            for mine in _dates_to_come(view)
            for article in self._given
        )

    def _tells(self, article: int, view: View, figure: Quantity) -> bool:
        digits = _digits(view, figure)
        as_time = figure.kind == "duration" and bool(digits) and digits <= self._printed[article]
        return as_time or any(same_amount(figure, other) for other in self._given[article])


def _dates_to_come(view: View) -> set[str]:
    plain = (time for time in view.times if time.kind == "date" and time.precision != "week")
    dates = {time.value for time in plain if time.value}
    published = view.source.published or ""
    return {date for date in dates if published and date > published[: len(date)]}


def _digits(view: View, figure: Quantity) -> set[str]:
    return set(_FIGURE.findall(view.exact(figure.span)))


def _is_pair(figure: Quantity) -> bool:
    """Whether it is one or two things: who says "the two control rooms" means "the control rooms"."""
    few = figure.kind == "count" and figure.low == figure.high and (figure.high or FEW + 1) <= FEW
    return few and figure.unit not in HUMAN
