"""Days: with their month, in figures, by name, by the weekday, or counted from another day."""

import re
from datetime import date, timedelta

from rashomon.text.calendar import Anchor, Resolved, Tense, nearest_year, step, valid_date, weekday_near
from rashomon.text.dates.patterns import PATTERNS
from rashomon.text.dates.values import (
    UNKNOWN,
    figures,
    month_number,
    near,
    on_day,
    parse_count,
    singular,
    too_coarse,
    weekday_number,
)

# So many days ahead a day that has no year is not the one to come, unless the words say so. On the 680
# dated expressions of GUM's news: .935 of the values given right, .906 of all; with 30 .936 and .904, with
# 90 .933 and .907.
_FAR_AHEAD = 60
_DAY_WORDS = {"today": 0, "tonight": 0, "nowadays": 0, "yesterday": -1, "tomorrow": 1, "last night": -1}


def full_date(match: re.Match[str], anchor: Anchor | None, tense: Tense) -> Resolved:
    """A day with its month, with or without the year: "February 20, 2018", "20-22 Jan."."""
    found = match.groupdict()
    month, day = month_number(found["month"]), figures(found["day"])
    until = figures(found["until"]) if found.get("until") else None
    if found.get("year"):
        year, basis = int(found["year"]), "explicit"
    elif anchor is None or anchor.precision == "year":
        return UNKNOWN
    else:
        nearest, basis = _year_of(month, day, anchor, tense), "relative"
        if nearest is None:
            return UNKNOWN
        year = nearest
    return on_day(valid_date(year, month, day), basis, valid_date(year, month, until) if until else None)


def _year_of(month: int, day: int, anchor: Anchor, tense: Tense) -> int | None:
    """The year of a day without one: the nearest to the anchor on the side that the words look to.

    None where they look to neither and the nearest is `_FAR_AHEAD` to come: it may as well be the last.
    """
    year = nearest_year(month, day, anchor.day)
    there = valid_date(year, month, day)
    if there is None:
        return year
    days = (there - anchor.day).days
    if days > _FAR_AHEAD and tense != "ahead":
        return year - 1 if tense == "back" and valid_date(year - 1, month, day) else None
    if days < 0 and tense == "ahead" and valid_date(year + 1, month, day):
        return year + 1
    return year


def numeric_date(match: re.Match[str], _anchor: Anchor | None, _tense: Tense) -> Resolved:
    """A date in figures; where day and month could change places, it has no value."""
    if match.group("iso"):
        year, month, day = (int(part) for part in match.group("iso").split("-"))
        return on_day(valid_date(year, month, day), "explicit")
    if match.group("attacks"):
        return on_day(date(2001, 9, 11), "explicit")  # a date that became a name
    first, second, year = (int(part) for part in re.split(r"[/.]", match.group("figures")))
    year += 0 if year > 99 else 2000 if year < 70 else 1900
    if first > 12 or first == second:
        return on_day(valid_date(year, second, first), "explicit")
    return on_day(valid_date(year, first, second), "explicit") if second > 12 else UNKNOWN


def bare_weekday(match: re.Match[str], anchor: Anchor | None, tense: Tense) -> Resolved:
    """A weekday: the nearest on or before the anchor; "last" is before it, "next" and plans after."""
    if anchor is None or anchor.precision != "day":
        return UNKNOWN
    weekday, which = weekday_number(match.group("weekday")), near(match)
    if which in ("next", "coming"):
        return on_day(weekday_near(weekday, anchor.day + timedelta(days=1), future=True), "relative")
    if which in ("last", "past", "previous"):
        return on_day(weekday_near(weekday, anchor.day - timedelta(days=1), future=False), "relative")
    if which == "this" and tense != "ahead":
        return on_day(weekday_near(weekday, anchor.day + timedelta(days=3), future=False), "relative")
    if which in ("that", "same", "following"):
        return UNKNOWN
    return on_day(weekday_near(weekday, anchor.day, future=tense == "ahead"), "relative")


def named_day(match: re.Match[str], anchor: Anchor | None, _tense: Tense) -> Resolved:
    """Today, tonight, yesterday, tomorrow, and the days beyond both."""
    word = re.sub(r"\s+", " ", match.group("word").lower())
    if anchor is None or anchor.precision != "day":
        return UNKNOWN
    if "before yesterday" in word or "after tomorrow" in word:
        return on_day(anchor.day + timedelta(days=-2 if "before" in word else 2), "relative")
    offset = next((days for key, days in _DAY_WORDS.items() if word.startswith(key)), 0)
    return on_day(anchor.day + timedelta(days=offset), "relative")


def ago(match: re.Match[str], anchor: Anchor | None, _tense: Tense) -> Resolved:
    """ "two days ago", "a week from now": counted from the anchor."""
    count, unit = parse_count(match.group("count")), singular(match.group("unit"))
    if anchor is None or count is None or unit in ("second", "minute", "hour"):
        return UNKNOWN
    if match.group("half") or count != int(count):
        return UNKNOWN
    if too_coarse(anchor, unit):
        return UNKNOWN
    moved = step(anchor.day, int(count) * (-1 if "ago" in match.group().lower() else 1), unit)
    return Resolved("date", moved[0], moved[1], "relative") if moved else UNKNOWN


def later(_match: re.Match[str], _anchor: Anchor | None, _tense: Tense) -> Resolved:
    """ "a week later", "two days before": counted from what was told before, which the caller knows."""
    return UNKNOWN


def shift_expression(text: str, day: date) -> Resolved | None:
    """Resolve "a week later" or "two days earlier" from the day that was told before; else None."""
    match = PATTERNS["later"].fullmatch(text)
    if match is None:
        return None
    count, unit = parse_count(match.group("count")), singular(match.group("unit"))
    if count is None or count != int(count) or match.group("half") or unit not in ("day", "week"):
        return None
    sign = -1 if re.search(r"(?:earlier|before|previously)$", text, re.IGNORECASE) else 1
    moved = day + timedelta(days=sign * int(count) * (7 if unit == "week" else 1))
    return on_day(moved, "relative")
