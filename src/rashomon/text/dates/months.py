"""Weeks, months, seasons, years and longer: stretches of the calendar with a name."""

import re
from datetime import timedelta

from rashomon.text.calendar import UNIT_CODES, UNIT_PRECISION, Anchor, Resolved, Tense, step, weekday_near
from rashomon.text.dates.values import UNKNOWN, figures, month_number, near, on_day, too_coarse

# So many months ahead a month is as near as, or nearer than, the one of its name behind: half a year. With
# three, .929 instead of .935 of the values given on GUM's news are right.
_NEARER_AHEAD = 6


def month_and_year(match: re.Match[str], _anchor: Anchor | None, _tense: Tense) -> Resolved:
    """A month with its year."""
    month, year = month_number(match.group("month")), int(match.group("year"))
    return Resolved("date", f"{year:04d}-{month:02d}", "month", "explicit")


def bare_month(match: re.Match[str], anchor: Anchor | None, tense: Tense) -> Resolved:
    """A month alone: the next where the words look ahead, the last where they look back.

    Where they do neither, a month that is nearer after the anchor than before it stays open.
    """
    if anchor is None or anchor.precision == "year":
        return UNKNOWN
    month, year, which = month_number(match.group("month")), anchor.day.year, near(match)
    if which in ("next", "coming"):
        year += month <= anchor.day.month
    elif which in ("last", "past", "previous"):
        year -= month >= anchor.day.month
    elif which != "this":
        tense = _said_before(match) or tense
        if tense is None and 0 < (month - anchor.day.month) % 12 < _NEARER_AHEAD:
            return UNKNOWN
        year += (month < anchor.day.month) if tense == "ahead" else -(month > anchor.day.month)
    return Resolved("date", f"{year:04d}-{month:02d}", "month", "relative")


def _said_before(match: re.Match[str]) -> Tense:
    """What the word before a month says: "since May" looks back, "until May" and "by May" ahead."""
    before = match.string[: match.start()].split()[-1:]
    word = before[0].lower() if before else ""
    return "back" if word == "since" else "ahead" if word in ("until", "till", "by") else None


def near_unit(match: re.Match[str], anchor: Anchor | None, tense: Tense) -> Resolved:
    """ "last week", "this year", "next month"; "that day" points at what was told, not at a date."""
    which, unit = near(match), match.group("unit").lower()
    if which in ("that", "same", "following", "previous") or anchor is None:
        return UNKNOWN
    count = {"last": -1, "past": -1, "this": 0, "next": 1, "coming": 1}[which]
    if unit == "weekend":
        return _weekend(which, anchor, tense)
    if too_coarse(anchor, unit):
        return UNKNOWN
    if which == "past":
        return Resolved("duration", "P" + UNIT_CODES[unit].format(1), UNIT_PRECISION[unit], "explicit")
    moved = step(anchor.day, count, unit)
    return Resolved("date", moved[0], moved[1], "relative") if moved else UNKNOWN


def _weekend(which: str, anchor: Anchor, tense: Tense) -> Resolved:
    """Saturday and Sunday: the last ones begun, or those to come."""
    if anchor.precision != "day":
        return UNKNOWN
    saturday = weekday_near(5, anchor.day, future=False)
    if which in ("next", "coming") or (which == "this" and anchor.day.weekday() < 5 and tense == "ahead"):
        saturday += timedelta(weeks=1)
    elif which == "last" and anchor.day.weekday() >= 5:
        saturday -= timedelta(weeks=1)
    return on_day(saturday, "relative", saturday + timedelta(days=1))


def season(match: re.Match[str], anchor: Anchor | None, _tense: Tense) -> Resolved:
    """A season's year; which months it means depends on where one stands, so only the year is given.

    A winter is of two years: this one is of neither for certain.
    """
    if match.group("year"):
        return Resolved("date", match.group("year"), "year", "explicit")
    if anchor is None or near(match) != "this" or match.group().lower().endswith("winter"):
        return UNKNOWN
    return Resolved("date", f"{anchor.day.year:04d}", "year", "relative")


def year_alone(match: re.Match[str], _anchor: Anchor | None, _tense: Tense) -> Resolved:
    """A year in four figures."""
    return Resolved("date", match.group("year"), "year", "explicit")


def decade(match: re.Match[str], _anchor: Anchor | None, _tense: Tense) -> Resolved:
    """ "the 1990s" is 1990 .. 1999; "the '90s" is of the last century, "the '20s" is nobody's guess."""
    digits = match.group("decade")
    if len(digits) == 2 and int(digits) < 40:
        return UNKNOWN
    first = int(digits) if len(digits) == 4 else 1900 + int(digits)
    last = first + 99 if first % 100 == 0 and first < 2000 else first + 9
    return Resolved("date", f"{first:04d}", "decade", "explicit", f"{last:04d}")


def century(match: re.Match[str], _anchor: Anchor | None, _tense: Tense) -> Resolved:
    """ "the 19th century" is 1800 .. 1899."""
    first = 100 * (figures(match.group("century")) - 1)
    if not 0 < first < 2500:
        return UNKNOWN
    return Resolved("date", f"{first:04d}", "decade", "explicit", f"{first + 99:04d}")
