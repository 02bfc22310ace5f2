"""Time expressions: found in text, and resolved to the calendar by a day to count from.

Days without a date are taken to be the nearest before the anchor, or after it where the words look
ahead; what an expression alone does not settle stays without a value.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from rashomon.text.calendar import (
    UNIT_CODES,
    UNIT_PRECISION,
    Anchor,
    Resolved,
    Tense,
    nearest_year,
    step,
    valid_date,
    weekday_near,
)
from rashomon.text.date_patterns import MONTHS, PATTERNS, WEEKDAYS
from rashomon.text.numbers import parse_number

_MONTH_AFTER = re.compile(
    r"\b(?:in|since|of|until|till|by|from|to|through|during|before|after|for|between|mid)[\s-]$",
    re.IGNORECASE,
)
# So many days ahead a day that has no year is not the one to come, unless the words say so.
_FAR_AHEAD = 60
# So many months ahead a month is as near as, or nearer than, the one of its name behind.
_NEARER_AHEAD = 6


@dataclass(frozen=True, slots=True)
class Expression:
    """A time expression at `start..end` of a text."""

    start: int
    end: int
    form: str


Resolver = Callable[[re.Match[str], Anchor | None, Tense], Resolved]


def find_expressions(text: str) -> list[Expression]:
    """Return the time expressions of a text in order; of those that overlap, the fuller one."""
    found: list[Expression] = []
    taken: list[tuple[int, int]] = []
    for form, pattern in PATTERNS.items():
        for match in pattern.finditer(text):
            start, end = match.span()
            if form == "month" and not _is_month(text, start, match.group()):
                continue
            if all(end <= left or right <= start for left, right in taken):
                found.append(Expression(start, end, form))
                taken.append((start, end))
    return sorted(found, key=lambda each: each.start)


def resolve_expression(text: str, anchor: Anchor | None, *, tense: Tense = None) -> Resolved | None:
    """Resolve one time expression; None where the text is none. `tense` is that of the clause around it."""
    return resolve_at(text, 0, len(text), anchor, tense=tense)


def resolve_at(
    text: str, start: int, end: int, anchor: Anchor | None, *, tense: Tense = None
) -> Resolved | None:
    """Resolve the time expression at `start..end` of a text, with what stands around it in view."""
    match = _match_at(text, start, end)
    return _RESOLVERS[match[0]](match[1], anchor, tense) if match else None


def _match_at(text: str, start: int, end: int) -> tuple[str, re.Match[str]] | None:
    for form, pattern in PATTERNS.items():
        match = pattern.match(text, start)
        if match and match.end() == end:
            return form, match
    return None


def _is_month(text: str, start: int, words: str) -> bool:
    """Whether a bare "May" or "March" is the month: a small word that dates take stands before it."""
    return words not in ("May", "March") or bool(_MONTH_AFTER.search(text, max(0, start - 12), start))


def _month(name: str) -> int:
    key = name.rstrip(".").title()[:3]
    return next(index for index, month in enumerate(MONTHS, start=1) if month.startswith(key))


def _weekday(name: str) -> int:
    key = name.rstrip(".").title()[:3]
    return next(index for index, day in enumerate(WEEKDAYS) if day.startswith(key))


def _number(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def _day(value: date | None, basis: str, end: date | None = None) -> Resolved:
    if value is None:
        return Resolved("date", None, None, "none")
    kind = "explicit" if basis == "explicit" else "relative"
    return Resolved("date", value.isoformat(), "day", kind, end.isoformat() if end else None)  # type: ignore[arg-type]


_UNKNOWN = Resolved("date", None, None, "none")


def _full_date(match: re.Match[str], anchor: Anchor | None, tense: Tense) -> Resolved:
    """A day with its month, with or without the year: "February 20, 2018", "20-22 Jan."."""
    found = match.groupdict()
    month, day = _month(found["month"]), _number(found["day"])
    until = _number(found["until"]) if found.get("until") else None
    if found.get("year"):
        year, basis = int(found["year"]), "explicit"
    elif anchor is None or anchor.precision == "year":
        return _UNKNOWN
    else:
        near, basis = _year_of(month, day, anchor, tense), "relative"
        if near is None:
            return _UNKNOWN
        year = near
    return _day(valid_date(year, month, day), basis, valid_date(year, month, until) if until else None)


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


def _numeric_date(match: re.Match[str], _anchor: Anchor | None, _tense: Tense) -> Resolved:
    """A date in figures; where day and month could change places, it has no value."""
    if match.group("iso"):
        year, month, day = (int(part) for part in match.group("iso").split("-"))
        return _day(valid_date(year, month, day), "explicit")
    if match.group("attacks"):
        return _day(date(2001, 9, 11), "explicit")  # a date that became a name
    first, second, year = (int(part) for part in re.split(r"[/.]", match.group("figures")))
    year += 0 if year > 99 else 2000 if year < 70 else 1900
    if first > 12 or first == second:
        return _day(valid_date(year, second, first), "explicit")
    return _day(valid_date(year, first, second), "explicit") if second > 12 else _UNKNOWN


def _month_year(match: re.Match[str], _anchor: Anchor | None, _tense: Tense) -> Resolved:
    month, year = _month(match.group("month")), int(match.group("year"))
    return Resolved("date", f"{year:04d}-{month:02d}", "month", "explicit")


def _bare_month(match: re.Match[str], anchor: Anchor | None, tense: Tense) -> Resolved:
    """A month alone: the next where the words look ahead, the last where they look back.

    Where they do neither, a month that is nearer after the anchor than before it stays open.
    """
    if anchor is None or anchor.precision == "year":
        return _UNKNOWN
    month, year, near = _month(match.group("month")), anchor.day.year, (match.group("near") or "").lower()
    if near in ("next", "coming"):
        year += month <= anchor.day.month
    elif near in ("last", "past", "previous"):
        year -= month >= anchor.day.month
    elif near != "this":
        tense = _said_before(match) or tense
        if tense is None and 0 < (month - anchor.day.month) % 12 < _NEARER_AHEAD:
            return _UNKNOWN
        year += (month < anchor.day.month) if tense == "ahead" else -(month > anchor.day.month)
    return Resolved("date", f"{year:04d}-{month:02d}", "month", "relative")


def _said_before(match: re.Match[str]) -> Tense:
    """What the word before a month says: "since May" looks back, "until May" and "by May" ahead."""
    before = match.string[: match.start()].split()[-1:]
    word = before[0].lower() if before else ""
    return "back" if word == "since" else "ahead" if word in ("until", "till", "by") else None


def _year(match: re.Match[str], _anchor: Anchor | None, _tense: Tense) -> Resolved:
    return Resolved("date", match.group("year"), "year", "explicit")


def _season(match: re.Match[str], anchor: Anchor | None, _tense: Tense) -> Resolved:
    """A season's year; which months it means depends on where one stands, so only the year is given."""
    if match.group("year"):
        return Resolved("date", match.group("year"), "year", "explicit")
    near = (match.group("near") or "").lower()
    if anchor is None or near != "this":
        return _UNKNOWN
    return Resolved("date", f"{anchor.day.year:04d}", "year", "relative")


def _decade(match: re.Match[str], _anchor: Anchor | None, _tense: Tense) -> Resolved:
    """ "the 1990s" is 1990 .. 1999; "the '90s" is of the last century, "the '20s" is nobody's guess."""
    figures = match.group("decade")
    if len(figures) == 2 and int(figures) < 40:
        return _UNKNOWN
    first = int(figures) if len(figures) == 4 else 1900 + int(figures)
    last = first + 99 if first % 100 == 0 and first < 2000 else first + 9
    return Resolved("date", f"{first:04d}", "decade", "explicit", f"{last:04d}")


def _century(match: re.Match[str], _anchor: Anchor | None, _tense: Tense) -> Resolved:
    first = 100 * (_number(match.group("century")) - 1)
    if not 0 < first < 2500:
        return _UNKNOWN
    return Resolved("date", f"{first:04d}", "decade", "explicit", f"{first + 99:04d}")


def _bare_weekday(match: re.Match[str], anchor: Anchor | None, tense: Tense) -> Resolved:
    """A weekday: the nearest on or before the anchor; "last" is before it, "next" and plans after."""
    if anchor is None or anchor.precision != "day":
        return _UNKNOWN
    weekday, near = _weekday(match.group("weekday")), (match.group("near") or "").lower()
    if near in ("next", "coming"):
        return _day(weekday_near(weekday, anchor.day + timedelta(days=1), future=True), "relative")
    if near in ("last", "past", "previous"):
        return _day(weekday_near(weekday, anchor.day - timedelta(days=1), future=False), "relative")
    if near == "this" and tense != "ahead":
        return _day(weekday_near(weekday, anchor.day + timedelta(days=3), future=False), "relative")
    if near in ("that", "same", "following"):
        return _UNKNOWN
    return _day(weekday_near(weekday, anchor.day, future=tense == "ahead"), "relative")


_DAY_WORDS = {"today": 0, "tonight": 0, "nowadays": 0, "yesterday": -1, "tomorrow": 1, "last night": -1}


def _named_day(match: re.Match[str], anchor: Anchor | None, _tense: Tense) -> Resolved:
    word = re.sub(r"\s+", " ", match.group("word").lower())
    if anchor is None or anchor.precision != "day":
        return _UNKNOWN
    if "before yesterday" in word or "after tomorrow" in word:
        return _day(anchor.day + timedelta(days=-2 if "before" in word else 2), "relative")
    offset = next((days for key, days in _DAY_WORDS.items() if word.startswith(key)), 0)
    return _day(anchor.day + timedelta(days=offset), "relative")


def _near_unit(match: re.Match[str], anchor: Anchor | None, tense: Tense) -> Resolved:
    """ "last week", "this year", "next month"; "that day" points at what was told, not at a date."""
    near, unit = match.group("near").lower(), match.group("unit").lower()
    if near in ("that", "same", "following", "previous") or anchor is None:
        return _UNKNOWN
    count = {"last": -1, "past": -1, "this": 0, "next": 1, "coming": 1}[near]
    if unit == "weekend":
        return _weekend(near, anchor, tense)
    if (unit in ("day", "week") and anchor.precision != "day") or (
        unit == "month" and anchor.precision == "year"
    ):
        return _UNKNOWN
    if near == "past" and unit != "weekend":
        return Resolved("duration", "P" + UNIT_CODES[unit].format(1), UNIT_PRECISION[unit], "explicit")
    moved = step(anchor.day, count, unit)
    return Resolved("date", moved[0], moved[1], "relative") if moved else _UNKNOWN


def _weekend(near: str, anchor: Anchor, tense: Tense) -> Resolved:
    """Saturday and Sunday: the last ones begun, or those to come."""
    if anchor.precision != "day":
        return _UNKNOWN
    saturday = weekday_near(5, anchor.day, future=False)
    if near in ("next", "coming") or (near == "this" and anchor.day.weekday() < 5 and tense == "ahead"):
        saturday += timedelta(weeks=1)
    elif near == "last" and anchor.day.weekday() >= 5:
        saturday -= timedelta(weeks=1)
    return _day(saturday, "relative", saturday + timedelta(days=1))


def _ago(match: re.Match[str], anchor: Anchor | None, _tense: Tense) -> Resolved:
    """ "two days ago", "a week from now": counted from the anchor."""
    count, unit = parse_count(match.group("count")), _singular(match.group("unit"))
    if anchor is None or count is None or count != int(count) or unit in ("second", "minute", "hour"):
        return _UNKNOWN
    if (unit in ("day", "week") and anchor.precision != "day") or (
        unit == "month" and anchor.precision == "year"
    ):
        return _UNKNOWN
    moved = step(anchor.day, int(count) * (-1 if "ago" in match.group().lower() else 1), unit)
    return Resolved("date", moved[0], moved[1], "relative") if moved else _UNKNOWN


def _later(_match: re.Match[str], _anchor: Anchor | None, _tense: Tense) -> Resolved:
    """ "a week later", "two days before": counted from what was told before, which the caller knows."""
    return _UNKNOWN


def shift_expression(text: str, day: date) -> Resolved | None:
    """Resolve "a week later" or "two days earlier" from the day that was told before; else None."""
    match = PATTERNS["later"].fullmatch(text)
    if match is None:
        return None
    count, unit = parse_count(match.group("count")), _singular(match.group("unit"))
    if count is None or count != int(count) or unit not in ("day", "week"):
        return None
    sign = -1 if re.search(r"(?:earlier|before|previously)$", text, re.IGNORECASE) else 1
    moved = day + timedelta(days=sign * int(count) * (7 if unit == "week" else 1))
    return _day(moved, "relative")


def _period(match: re.Match[str], _anchor: Anchor | None, _tense: Tense) -> Resolved:
    """A stretch of time: "three-day", "the last seventeen years", "two weeks"."""
    unit = _singular(match.group("unit"))
    count = parse_count(match.group("count"))
    if count is None:
        return Resolved("duration", None, UNIT_PRECISION[unit], "explicit")
    amount = f"{count:g}"
    if unit in ("decade", "century"):
        amount = f"{count:g}" if count == int(count) else ""
    value = "P" + UNIT_CODES[unit].format(amount) if amount else None
    return Resolved("duration", value, UNIT_PRECISION[unit], "explicit")


def _vague_period(match: re.Match[str], _anchor: Anchor | None, _tense: Tense) -> Resolved:
    unit = _singular(match.group("unit"))
    kind = "date" if re.search(r"recent", match.group(), re.IGNORECASE) else "duration"
    return Resolved(kind, None, UNIT_PRECISION[unit], "none")  # type: ignore[arg-type]


def _clock(match: re.Match[str], _anchor: Anchor | None, _tense: Tense) -> Resolved:
    """A time of day, as T17:30; the caller joins it with its day."""
    word = (match.group("named") or "").lower()
    if word:
        return Resolved("time", "T00:00" if word == "midnight" else "T12:00", "minute", "explicit")
    hour, minute = int(match.group("hour")), int(match.group("minute") or 0)
    half = re.sub(r"[^ap]", "", (match.group("half") or "").lower())
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    # "7:15" without "a.m." may be either half of the day; "19:15" and "07:15" are not in doubt.
    plain = (
        bool(half) or hour > 12 or match.group("hour")[0] == "0" or match.groupdict().get("zone") is not None
    )
    if hour > 23 or minute > 59 or not plain:
        return Resolved("time", None, "minute", "none")
    return Resolved("time", f"T{hour:02d}:{minute:02d}", "minute", "explicit")


def _set(match: re.Match[str], _anchor: Anchor | None, _tense: Tense) -> Resolved:
    """ "every day", "weekly": how often; for a weekday only that it is every week."""
    words = match.group().lower()
    stems = {"annual": "year", "dai": "day", "week": "week", "month": "month", "year": "year"}
    weekly = re.search(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day", words)
    unit = "week" if weekly else next((unit for stem, unit in stems.items() if stem in words), "day")
    return Resolved("set", "P" + UNIT_CODES[unit].format(1), UNIT_PRECISION[unit], "explicit")


def parse_count(text: str) -> float | None:
    """Return the number of units: "a" is one, "half a" a half, "several" None."""
    folded = text.strip().lower()
    if folded in ("a", "an"):
        return 1.0
    if folded in ("half a", "half an"):
        return 0.5
    return parse_number(folded)


def _singular(unit: str) -> str:
    folded = unit.lower()
    return "century" if folded.startswith("centur") else folded.rstrip("s")


_RESOLVERS: dict[str, Resolver] = {
    "figures": _numeric_date,
    "month first": _full_date,
    "day first": _full_date,
    "month and year": _month_year,
    "clock": _clock,
    "clock of 24": _clock,
    "decade": _decade,
    "century": _century,
    "season": _season,
    "set": _set,
    "ago": _ago,
    "vague ago": _vague_period,
    "later": _later,
    "named day": _named_day,
    "weekday": _bare_weekday,
    "last units": _period,
    "near unit": _near_unit,
    "vague units": _vague_period,
    "period": _period,
    "month": _bare_month,
    "year": _year,
}
