"""Dated: what a time is the time of, and whether two times can be of one thing."""

import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from rashomon.compare.align.views import View
from rashomon.compare.slots.outcomes import OUTCOMES
from rashomon.compare.slots.people import of_two_people
from rashomon.model import Time
from rashomon.text.calendar import WEEKDAYS
from rashomon.text.lexicon import closed_class
from rashomon.text.reporting import REPORTING

if TYPE_CHECKING:
    from rashomon.compare.statements.units import Statement, Unit

# A weekday in a report is of the week before it: two such of reports so far apart are no one day.
WEEK = 7
# Days between two dates beyond which they are of two things, unless one was miswritten in its year or month:
# by eye, on 60 development stories, where outlets that differ in the day of one thing differ by few.
FAR = 14
# Verbs that say no more than that it was, or when it is to be: what was is their subject.
HAPPENING = closed_class("happen occur take begin start end be come unfold schedule set hold report due")
# Verbs that say what was done only with their object: "made an offer".
LIGHT = closed_class("make take have give hold launch file issue carry face receive")
# What happened, named by no name of its own.
ANYTHING = closed_class("incident event it this that which attack crime case place")
# Words at a day that tell of its small hours, and those at the day before that tell of the same night.
_SMALL_HOURS = re.compile(r"\b(?:early|morning|midnight|overnight|[1-5](?::\d\d)? ?a\.?m)\b", re.I)
_NIGHT = re.compile(r"\b(?:late|evening|night|midnight|overnight|(?:9|1[01])(?::\d\d)? ?p\.?m)\b", re.I)
# Right before a time: what was since then, or by then, was not at that time.
_BOUND = re.compile(r"\b(since|until|till|by|before|after)\s+(?:\w+\s+)?$", re.I)
BESIDE = 20  # characters before and behind a day in which such words stand
_DAY = re.compile(rf"\b(?:{'|'.join(WEEKDAYS)})s?\b", re.I)
_OWN_WORDS = re.compile(
    r"\b(?:last|this|next|past|current|today|yesterday|tomorrow|tonight|overnight)\b", re.I
)


def counted(view: View, time: Time) -> bool:
    """Whether the time is named as a reader of the report counts it: "last week", "on Monday"."""
    words = view.exact(time.span)
    return bool(_OWN_WORDS.search(words) or (_DAY.search(words) and not re.search(r"\d", words)))


def of_two_things(left: View, mine: Time, right: View, theirs: Time) -> bool:
    """Whether two times are of two things, as far as the claims and the reports' days show."""
    if _one_weekday(left, mine, right, theirs) or _one_night(left, mine, right, theirs):
        return True
    if counted(left, mine) and counted(right, theirs) and _weeks_apart(left, right):
        return True
    if _over(mine, right, theirs) or _over(theirs, left, mine) or _bound(left, mine) != _bound(right, theirs):
        return True
    if of_two_people(left, right) or not of_one_deed(left, mine, right, theirs):
        return True
    return _far(mine, theirs) and not _surely_one_deed(left, mine, right, theirs)


def _bound(view: View, time: Time) -> str | None:
    start = time.span.start
    found = _BOUND.search(view.source.text[max(view.around.start, start - BESIDE) : start])
    return found[1].lower() if found else None


def _one_weekday(left: View, mine: Time, right: View, theirs: Time) -> bool:
    """Whether both name one day of the week: counted from two days, one of which was mistaken.

    So does a date that falls on the day of the week that the other names.
    """
    first, second = _weekdays(left, mine), _weekdays(right, theirs)
    if first and second:
        return first == second
    return (bool(first) and first == _falls_on(theirs)) or (bool(second) and second == _falls_on(mine))


def _weekdays(view: View, time: Time) -> set[str]:
    return {day.lower() for day in _DAY.findall(view.exact(time.span))}


def _falls_on(time: Time) -> set[str]:
    """The day of the week of a date given to the day."""
    if time.precision != "day" or not time.value:
        return set()
    return {WEEKDAYS[date.fromisoformat(time.value[:10]).weekday()].lower()}


def _one_night(left: View, mine: Time, right: View, theirs: Time) -> bool:
    """Whether two days are those of one night: "late on Monday", "early on Tuesday"."""
    if not (mine.precision == theirs.precision == "day" and mine.value and theirs.value):
        return False
    days = (date.fromisoformat(theirs.value[:10]) - date.fromisoformat(mine.value[:10])).days
    if days < 0:
        return _one_night(right, theirs, left, mine)
    return days == 1 and bool(_beside(_NIGHT, left, mine) and _beside(_SMALL_HOURS, right, theirs))


def _beside(words: re.Pattern[str], view: View, time: Time) -> bool:
    """Whether such words stand at a time in its sentence."""
    text, span = view.source.text, time.span
    start, end = max(view.around.start, span.start - BESIDE), min(view.around.end, span.end + BESIDE)
    return bool(words.search(text, start, end))


def far_apart(left: View, right: View) -> bool:
    """Whether each claim gives one day for its own verb, far apart, and not surely of one deed."""
    mine, theirs = _own_day(left), _own_day(right)
    if mine is None or theirs is None or not _far(mine, theirs):
        return False
    return not _surely_one_deed(left, mine, right, theirs)


def _own_day(view: View) -> Time | None:
    """The one day of the claim, where it hangs on the claim's own verb."""
    days = [time for time in view.times if time.kind == "date" and time.precision == "day"]
    statement = view.parts() if len(days) == 1 and view.parts is not None else None
    at = next((i for i, u in enumerate(statement.units if statement else ()) if u.time == days[0]), None)
    above = _above(statement, at) if statement is not None and at is not None else None
    if statement is None or above is None:
        return None
    return days[0] if statement.units[above].head == view.claim.predicate else None


def _far(left: Time, right: Time) -> bool:
    """Whether two days lie far apart, and differ in more than the year or the month."""
    if not (left.precision == right.precision == "day" and left.value and right.value):
        return False
    mine, theirs = date.fromisoformat(left.value[:10]), date.fromisoformat(right.value[:10])
    return abs((mine - theirs).days) > FAR and mine.day != theirs.day


def _over(time: Time, later: View, ahead: Time) -> bool:
    """Whether a day was over when the other report told of a day to come: that is of another occasion."""
    published = later.source.published
    if not (published and len(published) >= len("2000-01-01") and time.value and ahead.value):
        return False
    days = time.precision == ahead.precision == "day" and ahead.value[:10] > published[:10]
    return days and (date.fromisoformat(published[:10]) - date.fromisoformat(time.value[:10])).days > FAR


def _weeks_apart(left: View, right: View) -> bool:
    first, second = left.source.published, right.source.published
    if first is None or second is None or min(len(first), len(second)) < len("2000-01-01"):
        return False
    return abs((date.fromisoformat(first[:10]) - date.fromisoformat(second[:10])).days) >= WEEK


def of_one_deed(left: View, mine: Time, right: View, theirs: Time) -> bool:
    """Whether both times may be those of one thing done: none known in one of them is no sign against it."""
    known = _deeds(left, mine) and _deeds(right, theirs)
    return not known or _surely_one_deed(left, mine, right, theirs)


def _surely_one_deed(left: View, mine: Time, right: View, theirs: Time) -> bool:
    """Whether both times are those of what one word names."""
    return any(_alike(one, other) for one in _deeds(left, mine) for other in _deeds(right, theirs))


def _alike(one: str, other: str) -> bool:
    """Whether two words name one deed: forms of one word, or words for one outcome."""
    stem = min(len(one), len(other), 5)
    known = OUTCOMES.get(one)
    return one[:stem] == other[:stem] or (known is not None and known == OUTCOMES.get(other))


def _deeds(view: View, time: Time) -> set[str]:
    """The words for what was done at a time; none where the claim names it by no name of its own."""
    statement = view.parts() if view.parts is not None else None
    units = statement.units if statement is not None else ()
    at = next((i for i, unit in enumerate(units) if unit.time is not None and unit.time == time), None)
    if statement is None or at is None:
        return set()
    above = _above(statement, at)
    found = set(_named_deeds(statement, above)) if above is not None else set()
    return set() if found & ANYTHING else found


def _above(statement: "Statement", index: int) -> int | None:
    """The unit that a time hangs on, over other times: "at 1 a.m. Sunday"."""
    for _ in statement.units:
        above = statement.units[index].governor
        if above is None or statement.units[above].kind != "time":
            return above
        index = above
    return None


def _named_deeds(statement: "Statement", index: int) -> Iterator[str]:
    unit = statement.units[index]
    below = [
        (statement.role(child, index), statement.units[child]) for child in statement.children.get(index, ())
    ]
    if unit.key in HAPPENING:
        yield from (each.key for role, each in below if role in ("subject", "object") and _is_word(each))
        return
    if unit.key in REPORTING:  # what is said on two days are two things, unless it is one
        yield from (each.key for role, each in below if role in ("object", "ccomp", "xcomp"))
        return
    done = [each.key for role, each in below if role == "object" and _is_word(each)]
    if unit.key in LIGHT and done:
        yield from done
        return
    yield unit.key
    # "was hurt on Monday in a crash" and "hurt in Monday's crash" are of one deed
    yield from (each.key for role, each in below if role in ("in", "during") and _is_word(each))


def _is_word(unit: "Unit") -> bool:
    return unit.kind == "word" and unit.pos == "NOUN"
