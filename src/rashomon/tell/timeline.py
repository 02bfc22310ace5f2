"""The timeline: what the accounts put on which date."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from rashomon.model import Claim, Point, Span, Time, TimelineEntry


def find_timeline(claims: Sequence[Claim], points: Sequence[Point]) -> tuple[TimelineEntry, ...]:
    """Return an entry for every date that claims of the points name, ascending.

    A date without a calendar value is left out: nothing says where it belongs.
    """
    known = {claim.id: claim for claim in claims}
    spans: defaultdict[tuple[str, str], set[Span]] = defaultdict(set)
    tellers: defaultdict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for point in points:
        for claim in (known[id] for id in point.claims if id in known):
            for key in _dates(claim):
                spans[key].update(claim.spans)
                tellers[key][point.id] = None
    return tuple(
        TimelineEntry(
            date=date, precision=precision, points=tuple(tellers[key]), spans=tuple(sorted(spans[key]))
        )
        for key in sorted(spans)
        for date, precision in [key]
    )


def _dates(claim: Claim) -> Iterator[tuple[str, str]]:
    """Yield each date of the claim as it stands on the calendar, with its precision."""
    for time in claim.dates:
        if time.value and time.kind in ("date", "time"):
            yield _calendar(time)


def _calendar(time: Time) -> tuple[str, str]:
    """Return the date cut to the day, a range as start/end, and how exact it is."""
    start = (time.value or "").partition("T")[0]
    end = (time.end or "").partition("T")[0]
    precision = "day" if time.precision == "minute" else time.precision
    return (f"{start}/{end}" if end and end != start else start, precision or "day")
