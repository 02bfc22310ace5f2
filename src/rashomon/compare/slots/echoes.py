"""Echoes: where else a group of claims gives the amount or the time that one of them gives."""

from collections.abc import Iterator, Sequence

from rashomon.compare.align.views import View
from rashomon.compare.slots.ages import of_two_kin
from rashomon.compare.slots.amounts import same_amount
from rashomon.compare.slots.finding import Finding, Version
from rashomon.compare.slots.outcomes import apart, outcome
from rashomon.compare.slots.polarity import of_like_words
from rashomon.compare.slots.times import same_time
from rashomon.model import Quantity, Span


def echoes(version: Version, views: Sequence[View]) -> Iterator[Span]:
    """Yield the spans in which the claims say what a version says, that of the version first."""
    yield version.span
    for teller in views:
        for quantity in (q for q in teller.quantities if q.span == version.span):
            mine = outcome(teller, quantity)
            for view in views:
                same = (q for q in view.quantities if same_amount(q, quantity))
                yield from (q.span for q in same if not _of_two(teller, quantity, mine, view, q))
        for time in (t for t in teller.times if t.span == version.span):
            yield from (t.span for view in views for t in view.times if same_time(t, time))


def _of_two(teller: View, quantity: Quantity, became: str | None, view: View, other: Quantity) -> bool:
    """Whether one number is told of those to whom other things happened, or of two people's ages."""
    kin = quantity.kind == "age" and of_two_kin(teller, quantity, view, other)
    return kin or apart(became, outcome(view, other))


def outcome_of(version: Version, views: Sequence[View]) -> str | None:
    """What became of those whom a version counts; None where it counts nobody, or that is not told."""
    counted = ((view, q) for view in views for q in view.quantities if q.span == version.span)
    return next((outcome(view, quantity) for view, quantity in counted), None)


def given_by_one(finding: Finding, group: Sequence[View], story: Sequence[View]) -> bool:
    """Whether one article gives both of two amounts: it tells of two things, so others may as well.

    Two that are one number, told more or less exactly, it may give of one thing, and "thousands" beside a
    figure. Ages of nobody by name are looked for in all of the `story`: who else is so old is told elsewhere.
    """
    if finding.slot == "polarity":
        return _both_ways(finding, story)
    if finding.slot != "quantity" or finding.relation != "differ" or finding.one_size:
        return False
    sides = (finding.left, finding.right)
    told = [q for view in group for q in view.quantities if any(q.span == side.span for side in sides)]
    if any(quantity.hedge == "magnitude" for quantity in told):
        return False
    views = story if any(quantity.kind == "age" for quantity in told) and not finding.sure else group
    first, second = ({span.article for span in echoes(side, views)} for side in sides)
    return not first.isdisjoint(second)


def _both_ways(finding: Finding, story: Sequence[View]) -> bool:
    """Whether an article that affirms a thing denies it as well: it tells both sides of a doubt."""
    left, right = (
        [view for view in story if view.claim.spans[0] == side.span] for side in (finding.left, finding.right)
    )
    pairs = (
        (one, other) for mine, theirs in ((left, right), (right, left)) for one in mine for other in theirs
    )
    return any(
        view.article == other.article and view.claim.polarity == one.claim.polarity and _alike(view, one)
        for one, other in pairs
        for view in story
    )


def _alike(left: View, right: View) -> bool:
    return left.predicate == right.predicate and of_like_words(left, right)
