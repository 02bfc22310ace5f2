"""Echoes: where else a group of claims gives the amount or the time that one of them gives."""

from collections.abc import Iterator, Sequence

from rashomon.compare.align.views import View
from rashomon.compare.slots.amounts import same_amount
from rashomon.compare.slots.finding import Version
from rashomon.compare.slots.outcomes import apart, outcome
from rashomon.compare.slots.times import same_time
from rashomon.model import Span


def echoes(version: Version, views: Sequence[View]) -> Iterator[Span]:
    """Yield the spans in which the claims say what a version says, that of the version first."""
    yield version.span
    for teller in views:
        for quantity in (q for q in teller.quantities if q.span == version.span):
            mine = outcome(teller, quantity)
            for view in views:
                same = (q for q in view.quantities if same_amount(q, quantity))
                yield from (q.span for q in same if not apart(mine, outcome(view, q)))
        for time in (t for t in teller.times if t.span == version.span):
            yield from (t.span for view in views for t in view.times if same_time(t, time))
