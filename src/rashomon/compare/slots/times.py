"""Times: dates and durations given differently for one thing."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Literal

from rashomon.compare.align.views import View
from rashomon.compare.slots.amounts import FARTHEST
from rashomon.compare.slots.dated import counted, of_one_deed, of_two_things
from rashomon.compare.slots.finding import Difference, Finding, Version
from rashomon.compare.slots.firmness import SURE, about, firm, hedged, later
from rashomon.model import Time
from rashomon.text.calendar import week_value
from rashomon.text.lengths import rounds_to, same_length, seconds
from rashomon.text.numbers import parse_number

# Words that must stand around both dates before they are dates of one thing.
ALIKE = 2
LEAD = re.compile(
    r"(?P<number>[\w -]+?)\s+(?P<unit>second|minute|hour|day|week)s?\s+(?P<way>before|after|earlier|later)"
)
# Dates counted from another event of the story: what they were counted from is too often mistaken.
RELATIVE = re.compile(r"\b(?:before|after|earlier|later|since|ago)\b", re.I)
SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800}
# What goes on as it is told, and is longer in each later report: "for 50 hours by now", "has been missing".
RUNNING = re.compile(r"\b(?:so far|by now|until now|as of|to date|(?:has|have|['’]s|['’]ve) been)\b", re.I)
ROUGHLY = 15  # minutes that a time of day may be off which is told with "about"
# Words right before a length of time that it is no less than, or no more, and how many characters they take.
LEAST_BOUND = re.compile(r"\b(?:more than|over|at least|longer than|upwards of)\s+$", re.I)
MOST_BOUND = re.compile(r"\b(?:less than|under|nearly|almost|at most|up to|close to)\s+$", re.I)
BOUND_REACH = 16
# How many times a bound is a length that is told by it: "over a century" is 108 years, not 180. By eye.
BEYOND = 1.25
# Share of the shorter claim's terms that the other has, before dates of unequal measure are compared.
MEASURED = 0.2
Verdict = Literal["same", "compatible", "differ", "conflict"]


def same_time(left: Time, right: Time) -> bool:
    """Whether both name one time or one length of time: a year, twelve months."""
    if left.kind != right.kind or left.value is None:
        return False
    return left.value == right.value or (left.kind == "duration" and same_length(left.value, right.value))


def times(left: View, right: View, likelihood: float) -> Iterator[Finding]:
    """Yield the one date or duration that both articles give, where they give it otherwise."""
    if left.claim.article == right.claim.article:
        return
    for kind in ("duration", "date"):
        mine, theirs = _unmatched(left, right, kind)
        if len(mine) != 1 or len(theirs) != 1 or _unequal(mine[0], theirs[0]):
            continue
        if _of_two(kind, left, mine[0], right, theirs[0]) or one_length(left, mine[0], right, theirs[0]):
            continue
        verdict = weigh(mine[0], theirs[0])
        if kind == "date" and not _comparable(left, right, mine[0], theirs[0]):
            if verdict == "compatible" and _more_exact(left, right, mine[0], theirs[0], likelihood):
                yield _finding(left, right, mine[0], theirs[0], verdict, likelihood)
        elif verdict in ("differ", "conflict"):
            yield _finding(left, right, mine[0], theirs[0], verdict, likelihood)


def one_length(left: View, mine: Time, right: View, theirs: Time) -> bool:
    """Whether one length of time is told as no less, or no more, than one that the other comes near."""
    first, second = _seconds(mine), _seconds(theirs)
    return bool(first and second) and (_near(left, mine, second) or _near(right, theirs, first))


def _near(view: View, bound: Time, length: float) -> bool:
    """Whether a length of time is little beyond the other's bound, on the side that its words leave open."""
    share = length / _seconds(bound)
    before = view.source.text[max(0, bound.span.start - BOUND_REACH) : bound.span.start]
    least = LEAST_BOUND.search(before) and 1 <= share <= BEYOND
    return bool(least or (MOST_BOUND.search(before) and 1 / BEYOND <= share <= 1))


def _of_two(kind: str, left: View, mine: Time, right: View, theirs: Time) -> bool:
    """Whether two dates are of two things, or two lengths of time, one of which is joined to its thing.

    "The seven-year term" and "40 years of rule" name two; how long a search went on is told in many words.
    """
    if kind == "date":
        return of_two_things(left, mine, right, theirs)
    joined = any("-" in view.exact(time.span) for view, time in ((left, mine), (right, theirs)))
    return joined and not of_one_deed(left, mine, right, theirs)


def one_moment(left: View, mine: Time, right: View, theirs: Time) -> bool:
    """Whether two times of day may be one, as one of them is only told roughly: "about 11:35", "11:37"."""
    if not (mine.kind == theirs.kind == "time" and mine.precision == theirs.precision == "minute"):
        return False
    if mine.value is None or theirs.value is None:
        return False
    (day, _, clock), (other, _, its_clock) = mine.value.partition("T"), theirs.value.partition("T")
    near = abs(_minutes(clock) - _minutes(its_clock)) <= ROUGHLY
    return (
        (day == other or not (day and other))
        and near
        and (hedged(left, mine.span) or hedged(right, theirs.span))
    )


def _minutes(clock: str) -> int:
    return int(clock[:2]) * 60 + int(clock[3:5])


def _unmatched(left: View, right: View, kind: str) -> tuple[list[Time], list[Time]]:
    """The known times of one kind that only one of the claims gives."""
    mine = [t for t in left.times if t.kind == kind and t.value]
    theirs = [t for t in right.times if t.kind == kind and t.value]
    first = [t for t in mine if not any(same_time(t, other) for other in theirs)]
    return first, [t for t in theirs if not any(same_time(t, other) for other in mine)]


def _unequal(left: Time, right: Time) -> bool:
    """Whether two lengths of time are too unlike to be of one thing: an hour, three weeks."""
    first, second = _seconds(left), _seconds(right)
    return bool(first and second) and not (first <= FARTHEST * second and second <= FARTHEST * first)


def _seconds(time: Time) -> float:
    """The length of a duration in seconds; 0 where it is none, or not known."""
    return seconds(time.value) if time.kind == "duration" else 0.0


def _more_exact(left: View, right: View, mine: Time, theirs: Time, likelihood: float) -> bool:
    """Whether claims that are surely one give its date by different measures: a day here, a month there.

    A year alone only says which of several things is meant.
    """
    common = len(set(left.terms) & set(right.terms))
    shared = common >= MEASURED * min(len(set(left.terms)), len(set(right.terms)))
    sides = ((left, mine), (right, theirs))
    loose = any(counted(*side) or RELATIVE.search(side[0].exact(side[1].span)) for side in sides)
    measures = {mine.precision, theirs.precision}
    return not loose and likelihood >= SURE and shared and len(measures) > 1 and "year" not in measures


def leads(left: View, right: View, likelihood: float) -> Iterator[Finding]:  # noqa: ARG001
    """Yield how long before or after another thing both claims put one event, where they disagree."""
    mine, theirs = list(_leads(left)), list(_leads(right))
    if len(mine) != 1 or len(theirs) != 1 or left.predicate != right.predicate:
        return
    (first, one, way), (second, other, its_way) = mine[0], theirs[0]
    alike = about(left, first.span) & about(right, second.span)
    loose = hedged(left, first.span) or hedged(right, second.span)
    if way == its_way and one != other and len(alike) >= ALIKE and not loose:
        words = f"“{left.exact(first.span)}” and “{right.exact(second.span)}”"
        versions = Version(f"{one:.12g}", first.span), Version(f"{other:.12g}", second.span)
        yield Finding("duration", "differ", *versions, f"{words} put it at other times")


def _leads(view: View) -> Iterator[tuple[Time, float, str]]:
    """The claim's "20 minutes before": the time, its length in seconds, and which way it points."""
    for time in view.times:
        found = LEAD.fullmatch(view.exact(time.span).strip().lower())
        number = parse_number(found["number"]) if found else None
        if found and number is not None:
            yield time, number * SECONDS[found["unit"]], found["way"]


def _comparable(left: View, right: View, mine: Time, theirs: Time) -> bool:
    """Whether both dates are known, equally exact and dates of one thing, as far as words show."""
    if RELATIVE.search(left.exact(mine.span)) or RELATIVE.search(right.exact(theirs.span)):
        return False
    known = mine.basis != "none" and theirs.basis != "none" and mine.precision == theirs.precision
    return known and len(about(left, mine.span) & about(right, theirs.span)) >= ALIKE


def _finding(
    left: View, right: View, mine: Time, theirs: Time, verdict: Verdict, likelihood: float
) -> Finding:
    relation, reason = _told(left, right, mine, theirs, verdict, likelihood)
    return Finding(
        "duration" if mine.kind == "duration" else "date",
        relation,
        Version(str(mine.value), mine.span),
        Version(str(theirs.value), theirs.span),
        f"“{left.exact(mine.span)}” and “{right.exact(theirs.span)}” {reason}",
        one_size=verdict == "compatible" and relation == "differ",
    )


def _told(
    left: View, right: View, mine: Time, theirs: Time, verdict: Verdict, likelihood: float
) -> tuple[Difference, str]:
    """How two times of one thing relate, and what a reader is told of it."""
    alike = about(left, mine.span) & about(right, theirs.span)
    loose = hedged(left, mine.span) or hedged(right, theirs.span)
    if _grown(left, right, mine, theirs):
        return "update", "tell how long it has gone on, in reports of different days"
    if verdict == "conflict" and not loose and len(alike) >= ALIKE and firm(left, right, likelihood):
        return "contradict", "can't both be true of one thing"
    return "differ", "name one time more or less exactly" if verdict == "compatible" else "name other times"


def _grown(left: View, right: View, mine: Time, theirs: Time) -> bool:
    """Whether both lengths of time go on as they are told, and the later report has the longer one."""
    first, second = _seconds(mine), _seconds(theirs)
    grown = (first < second and later(left, right)) or (second < first and later(right, left))
    return bool(first and second and grown) and all(RUNNING.search(view.text) for view in (left, right))


def _in_week(left: Time, right: Time) -> bool:
    """Whether one names a week and the other a day of it, or a month that it lies in with a day at least."""
    week, other = (left, right) if left.precision == "week" else (right, left)
    if week.precision != "week" or other.kind != "date" or other.value is None or week.value is None:
        return False
    if other.precision == "day":
        return week.value == week_value(date.fromisoformat(other.value[:10]))
    days = (date.fromisoformat(f"{week.value}-{day}").isoformat() for day in (1, 7))
    return any(day.startswith(other.value) for day in days)


def weigh(left: Time, right: Time) -> Verdict:
    """How two times of one kind relate; a coarser date that holds the finer one is compatible.

    "This week" and "last week" of reports from one week are two: what fell on the Sunday between them has
    been, and is told as a day.
    """
    if left.value is None or right.value is None:
        return "compatible"
    if same_time(left, right):
        return "same"
    if left.value.startswith(right.value) or right.value.startswith(left.value) or _in_week(left, right):
        return "compatible"
    if left.end or right.end:
        return "differ"
    if left.kind == "duration":
        return "compatible" if rounds_to(left.value, right.value) else "conflict"
    bases = {left.basis, right.basis}
    days = left.precision == right.precision == "day" and bases == {"explicit"}
    weeks = left.precision == right.precision == "week" and bases == {"published"}
    return "conflict" if days or weeks else "differ"
