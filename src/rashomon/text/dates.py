"""Time expressions: found in text, and resolved to the calendar by a day to count from.

Days without a date are taken to be the nearest before the anchor, or after it where the words look
ahead; what an expression alone does not settle stays without a value.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from rashomon.text.calendar import (
    UNIT_CODES,
    UNIT_PRECISION,
    Anchor,
    Resolved,
    nearest_year,
    step,
    valid_date,
    week_value,
    weekday_near,
)
from rashomon.text.numbers import parse_number

_MONTH_NAMES = (
    "January February March April May June July August September October November December".split()
)
_DAY_NAMES = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_SHORT_MONTHS = "Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec".split()
_SHORT_DAYS = "Mon Tues Tue Weds Wed Thurs Thur Thu Fri Sat Sun".split()
_MONTH = (
    rf"(?:{'|'.join(_MONTH_NAMES)}|{'|'.join(name.upper() for name in _MONTH_NAMES if name not in ('May', 'March'))}"
    rf"|(?:{'|'.join(_SHORT_MONTHS)})\b\.?)"
)
_WEEKDAY = (
    rf"(?:{'|'.join(_DAY_NAMES)}|{'|'.join(name.upper() for name in _DAY_NAMES)}"
    rf"|(?:{'|'.join(_SHORT_DAYS)})\b\.?(?=,?\s+(?:\d|{_MONTH})))"
)
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d:]|[.,]\d)"
_YEAR = r"(?:1\d|20)\d\d(?!\d|,\d|-\d)"
_PART = r"(?:morning|afternoon|evening|night|midday|lunchtime|overnight)"
_UNIT = r"(?:second|minute|hour|day|week|month|year|decade|centur(?:y|ie))s?"
_COUNT = (
    r"(?:an?|half an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    r"sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    r"(?:[\s-](?:one|two|three|four|five|six|seven|eight|nine))?|\d{1,3}(?:\.\d)?)"
)
_VAGUE = r"(?:several|a few|few|many|some|a couple(?: of)?|recent|dozens of|hundreds of|a number of)"
_NEAR = r"(?:last|next|this|past|coming|previous|following|that|same)"
_SEASON = r"(?:spring|summer|autumn|fall|winter|Spring|Summer|Autumn|Fall|Winter)"
_MONTH_AFTER = re.compile(
    r"\b(?:in|since|of|until|till|by|from|to|through|during|before|after|for|between|mid)[\s-]$", re.IGNORECASE
)
_EDGE = r"(?:(?:early|late|mid)[\s-]+(?:in\s+|on\s+)?|the\s+(?:start|beginning|end|middle)\s+of\s+)"


@dataclass(frozen=True, slots=True)
class Expression:
    """A time expression at `start..end` of a text."""

    start: int
    end: int
    form: str


Resolver = Callable[[re.Match[str], Anchor | None, bool], Resolved]


def find_expressions(text: str) -> list[Expression]:
    """Return the time expressions of a text in order; of those that overlap, the fuller one."""
    found: list[Expression] = []
    taken: list[tuple[int, int]] = []
    for form, (pattern, _) in _FORMS.items():
        for match in pattern.finditer(text):
            start, end = match.span()
            if form == "month" and not _is_month(text, start, match.group()):
                continue
            if all(end <= left or right <= start for left, right in taken):
                found.append(Expression(start, end, form))
                taken.append((start, end))
    return sorted(found, key=lambda each: each.start)


def resolve_expression(text: str, anchor: Anchor | None, *, future: bool = False) -> Resolved | None:
    """Resolve one time expression; None where the text is none. `future` says that it looks ahead."""
    for pattern, resolver in _FORMS.values():
        match = pattern.fullmatch(text)
        if match:
            return resolver(match, anchor, future)
    return None


def _is_month(text: str, start: int, words: str) -> bool:
    """Whether a bare "May" or "March" is the month: a small word that dates take stands before it."""
    return words not in ("May", "March") or bool(_MONTH_AFTER.search(text, max(0, start - 12), start))


def _month(name: str) -> int:
    key = name.rstrip(".").title()[:3]
    return next(index for index, month in enumerate(_MONTH_NAMES, start=1) if month.startswith(key))


def _weekday(name: str) -> int:
    key = name.rstrip(".").title()[:3]
    return next(index for index, day in enumerate(_DAY_NAMES) if day.startswith(key))


def _number(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def _day(value: date | None, basis: str, end: date | None = None) -> Resolved:
    if value is None:
        return Resolved("date", None, None, "none")
    kind = "explicit" if basis == "explicit" else "relative"
    return Resolved("date", value.isoformat(), "day", kind, end.isoformat() if end else None)  # type: ignore[arg-type]


_UNKNOWN = Resolved("date", None, None, "none")


def _full_date(match: re.Match[str], anchor: Anchor | None, future: bool) -> Resolved:
    """A day with its month, with or without the year: "February 20, 2018", "20-22 Jan."."""
    found = match.groupdict()
    month, day = _month(found["month"]), _number(found["day"])
    until = _number(found["until"]) if found.get("until") else None
    if found.get("year"):
        year, basis = int(found["year"]), "explicit"
    elif anchor is None or anchor.precision == "year":
        return _UNKNOWN
    else:
        year, basis = nearest_year(month, day, anchor.day), "relative"
        ahead = valid_date(year, month, day)
        if future and ahead and ahead < anchor.day and valid_date(year + 1, month, day):
            year += 1
    return _day(valid_date(year, month, day), basis, valid_date(year, month, until) if until else None)


def _numeric_date(match: re.Match[str], anchor: Anchor | None, future: bool) -> Resolved:
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


def _month_year(match: re.Match[str], anchor: Anchor | None, future: bool) -> Resolved:
    month, year = _month(match.group("month")), int(match.group("year"))
    return Resolved("date", f"{year:04d}-{month:02d}", "month", "explicit")


def _bare_month(match: re.Match[str], anchor: Anchor | None, future: bool) -> Resolved:
    """A month alone: the last one before the anchor, or the next where the words look ahead."""
    if anchor is None or anchor.precision == "year":
        return _UNKNOWN
    month, year, near = _month(match.group("month")), anchor.day.year, (match.group("near") or "").lower()
    if near in ("next", "coming"):
        year += month <= anchor.day.month
    elif near in ("last", "past", "previous"):
        year -= month >= anchor.day.month
    elif near != "this":
        year += (month < anchor.day.month) if future else -(month > anchor.day.month)
    return Resolved("date", f"{year:04d}-{month:02d}", "month", "relative")


def _year(match: re.Match[str], anchor: Anchor | None, future: bool) -> Resolved:
    return Resolved("date", match.group("year"), "year", "explicit")


def _season(match: re.Match[str], anchor: Anchor | None, future: bool) -> Resolved:
    """A season's year; which months it means depends on where one stands, so only the year is given."""
    if match.group("year"):
        return Resolved("date", match.group("year"), "year", "explicit")
    near = (match.group("near") or "").lower()
    if anchor is None or near != "this":
        return _UNKNOWN
    return Resolved("date", f"{anchor.day.year:04d}", "year", "relative")


def _decade(match: re.Match[str], anchor: Anchor | None, future: bool) -> Resolved:
    """ "the 1990s" is 1990 .. 1999; "the '90s" is of the last century, "the '20s" is nobody's guess."""
    figures = match.group("decade")
    if len(figures) == 2 and int(figures) < 40:
        return _UNKNOWN
    first = int(figures) if len(figures) == 4 else 1900 + int(figures)
    last = first + 99 if first % 100 == 0 and first < 2000 else first + 9
    return Resolved("date", f"{first:04d}", "decade", "explicit", f"{last:04d}")


def _century(match: re.Match[str], anchor: Anchor | None, future: bool) -> Resolved:
    first = 100 * (_number(match.group("century")) - 1)
    if not 0 < first < 2500:
        return _UNKNOWN
    return Resolved("date", f"{first:04d}", "decade", "explicit", f"{first + 99:04d}")


def _bare_weekday(match: re.Match[str], anchor: Anchor | None, future: bool) -> Resolved:
    """A weekday: the nearest on or before the anchor; "last" is before it, "next" and plans after."""
    if anchor is None or anchor.precision != "day":
        return _UNKNOWN
    weekday, near = _weekday(match.group("weekday")), (match.group("near") or "").lower()
    if near in ("next", "coming"):
        return _day(weekday_near(weekday, anchor.day + timedelta(days=1), future=True), "relative")
    if near in ("last", "past", "previous"):
        return _day(weekday_near(weekday, anchor.day - timedelta(days=1), future=False), "relative")
    if near == "this" and not future:
        return _day(weekday_near(weekday, anchor.day + timedelta(days=3), future=False), "relative")
    if near in ("that", "same", "following"):
        return _UNKNOWN
    return _day(weekday_near(weekday, anchor.day, future=future), "relative")


_DAY_WORDS = {"today": 0, "tonight": 0, "nowadays": 0, "yesterday": -1, "tomorrow": 1, "last night": -1}


def _named_day(match: re.Match[str], anchor: Anchor | None, future: bool) -> Resolved:
    word = re.sub(r"\s+", " ", match.group("word").lower())
    if anchor is None or anchor.precision != "day":
        return _UNKNOWN
    if "before yesterday" in word or "after tomorrow" in word:
        return _day(anchor.day + timedelta(days=-2 if "before" in word else 2), "relative")
    offset = next((days for key, days in _DAY_WORDS.items() if word.startswith(key)), 0)
    return _day(anchor.day + timedelta(days=offset), "relative")


def _near_unit(match: re.Match[str], anchor: Anchor | None, future: bool) -> Resolved:
    """ "last week", "this year", "next month"; "that day" points at what was told, not at a date."""
    near, unit = match.group("near").lower(), match.group("unit").lower()
    if near in ("that", "same", "following", "previous") or anchor is None:
        return _UNKNOWN
    count = {"last": -1, "past": -1, "this": 0, "next": 1, "coming": 1}[near]
    if unit == "weekend":
        if anchor.precision != "day":
            return _UNKNOWN
        saturday = weekday_near(5, anchor.day, future=False)
        if near == "this" and anchor.day.weekday() < 5 and future:
            saturday += timedelta(weeks=1)
        elif near == "last" and anchor.day.weekday() >= 5:
            saturday -= timedelta(weeks=1)
        elif near in ("next", "coming"):
            saturday += timedelta(weeks=1)
        return _day(saturday, "relative", saturday + timedelta(days=1))
    if (unit in ("day", "week") and anchor.precision != "day") or (unit == "month" and anchor.precision == "year"):
        return _UNKNOWN
    if near == "past" and unit != "weekend":
        return Resolved("duration", "P" + UNIT_CODES[unit].format(1), UNIT_PRECISION[unit], "explicit")
    moved = step(anchor.day, count, unit)
    return Resolved("date", moved[0], moved[1], "relative") if moved else _UNKNOWN


def _ago(match: re.Match[str], anchor: Anchor | None, future: bool) -> Resolved:
    """ "two days ago", "a week from now": counted from the anchor."""
    count, unit = parse_count(match.group("count")), _singular(match.group("unit"))
    if anchor is None or count is None or count != int(count) or unit in ("second", "minute", "hour"):
        return _UNKNOWN
    if (unit in ("day", "week") and anchor.precision != "day") or (unit == "month" and anchor.precision == "year"):
        return _UNKNOWN
    moved = step(anchor.day, int(count) * (-1 if "ago" in match.group().lower() else 1), unit)
    return Resolved("date", moved[0], moved[1], "relative") if moved else _UNKNOWN


def _later(match: re.Match[str], anchor: Anchor | None, future: bool) -> Resolved:
    """ "a week later", "two days before": counted from what was told before, which the caller knows."""
    return _UNKNOWN


def shift_expression(text: str, day: date) -> Resolved | None:
    """Resolve "a week later" or "two days earlier" from the day that was told before; else None."""
    match = _FORMS["later"][0].fullmatch(text)
    if match is None:
        return None
    count, unit = parse_count(match.group("count")), _singular(match.group("unit"))
    if count is None or count != int(count) or unit not in ("day", "week"):
        return None
    sign = -1 if re.search(r"(?:earlier|before|previously)$", text, re.IGNORECASE) else 1
    moved = day + timedelta(days=sign * int(count) * (7 if unit == "week" else 1))
    return _day(moved, "relative")


def _period(match: re.Match[str], anchor: Anchor | None, future: bool) -> Resolved:
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


def _vague_period(match: re.Match[str], anchor: Anchor | None, future: bool) -> Resolved:
    unit = _singular(match.group("unit"))
    kind = "date" if re.search(r"recent", match.group(), re.IGNORECASE) else "duration"
    return Resolved(kind, None, UNIT_PRECISION[unit], "none")  # type: ignore[arg-type]


def _clock(match: re.Match[str], anchor: Anchor | None, future: bool) -> Resolved:
    """A time of day, as T17:30; the caller joins it with its day."""
    word = (match.group("named") or "").lower()
    if word:
        return Resolved("time", {"noon": "T12:00", "midday": "T12:00", "midnight": "T00:00"}[word], "minute", "explicit")
    hour, minute = int(match.group("hour")), int(match.group("minute") or 0)
    half = re.sub(r"[^ap]", "", (match.group("half") or "").lower())
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 23 or minute > 59 or (not half and not match.group("minute")):
        return Resolved("time", None, "minute", "none")
    return Resolved("time", f"T{hour:02d}:{minute:02d}", "minute", "explicit")


def _set(match: re.Match[str], anchor: Anchor | None, future: bool) -> Resolved:
    words = match.group().lower()
    for unit, code in (("dai", "P1D"), ("day", "P1D"), ("week", "P1W"), ("month", "P1M"), ("year", "P1Y"), ("annual", "P1Y")):
        if unit in words:
            return Resolved("set", code, UNIT_PRECISION[{"D": "day", "W": "week", "M": "month", "Y": "year"}[code[-1]]], "explicit")
    return Resolved("set", None, None, "explicit")


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


def _compile(pattern: str, *, any_case: bool = True) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w$£€#/])(?<!\d[.,:/-])(?:{pattern})(?![\w])", re.IGNORECASE if any_case else 0)


_NEAR_WORD = r"(?P<near>[Ll]ast|[Nn]ext|[Tt]his|[Pp]ast|[Cc]oming|[Pp]revious|[Ff]ollowing|[Tt]hat|[Ss]ame)"
_WEEKDAY_BEFORE = rf"(?:{_WEEKDAY},?\s+(?:the\s+)?)?"
# The order says which form wins where two could stand at one place.
_FORMS: dict[str, tuple[re.Pattern[str], Resolver]] = {
    "figures": (
        _compile(r"(?P<iso>\d{4}-\d\d-\d\d)(?!-?\d)|(?P<attacks>9/11)(?![/\d])|(?P<figures>\d\d?(?P<sign>[/.])\d\d?(?P=sign)(?:19|20)\d\d)(?![/.]?\d)"),
        _numeric_date,
    ),
    "month first": (
        _compile(
            rf"{_WEEKDAY_BEFORE}(?P<month>{_MONTH})\s+(?P<day>{_DAY})(?:\s*[-–]\s*(?P<until>{_DAY}))?"
            rf"(?:,?\s+(?P<year>{_YEAR}))?",
            any_case=False,
        ),
        _full_date,
    ),
    "day first": (
        _compile(
            rf"{_WEEKDAY_BEFORE}(?P<day>{_DAY})(?:\s*[-–]\s*(?P<until>{_DAY}))?(?:\s+of)?\s+(?P<month>{_MONTH})"
            rf"(?:,?\s+(?P<year>{_YEAR}))?",
            any_case=False,
        ),
        _full_date,
    ),
    "month and year": (
        _compile(rf"(?P<month>{_MONTH}),?\s+(?:of\s+)?(?P<year>{_YEAR})", any_case=False),
        _month_year,
    ),
    "clock": (
        _compile(
            r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?\s?(?P<half>[ap]\.?\s?m\b\.?)"
            r"|(?P<named>noon|midnight|midday)"
        ),
        _clock,
    ),
    "clock of 24": (
        _compile(
            r"(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)(?=\s?(?:GMT|UTC|BST|CET|[Hh]rs|[Hh]ours|local time)\b|(?<=:\d\d)(?!:?\d))"
            r"(?P<half>)(?P<named>)",
            any_case=False,
        ),
        _clock,
    ),
    "decade": (
        _compile(r"(?:(?:early|late|mid)[\s-]+)?(?:the\s+)?(?P<decade>(?:1\d|20)\d0|(?<=['’])\d0)['’]?s"),
        _decade,
    ),
    "century": (_compile(r"(?P<century>\d{1,2}(?:st|nd|rd|th))[\s-]centur(?:y|ies)"), _century),
    "season": (
        _compile(rf"(?:{_NEAR_WORD}\s+{_SEASON}|{_SEASON}\s+(?:of\s+)?(?P<year>{_YEAR}))", any_case=False),
        _season,
    ),
    "set": (
        _compile(
            r"(?:every|each)\s+(?:day|week|month|year|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
            r"|daily|weekly|monthly|yearly|annually|on\s+an?\s+(?:daily|weekly|monthly|annual)\s+basis"
        ),
        _set,
    ),
    "ago": (
        _compile(rf"(?P<count>{_COUNT})\s+(?P<unit>{_UNIT})\s+(?:ago|from\s+now|from\s+today)"),
        _ago,
    ),
    "vague ago": (
        _compile(rf"{_VAGUE}\s+(?P<unit>{_UNIT})\s+(?:ago|later|earlier|before|after)"),
        _vague_period,
    ),
    "later": (
        _compile(
            rf"(?:the\s+)?(?P<count>{_COUNT})\s+(?P<unit>{_UNIT})\s+(?:later|earlier|before|after|afterwards?|previously)"
        ),
        _later,
    ),
    "named day": (
        _compile(
            rf"(?P<word>the\s+day\s+(?:before\s+yesterday|after\s+tomorrow)|(?:today|yesterday|tomorrow)(?:\s+{_PART})?"
            rf"|tonight|last\s+night|this\s+{_PART})"
        ),
        _named_day,
    ),
    "weekday": (
        _compile(
            rf"(?:{_NEAR_WORD}\s+)?(?:(?:early|late)\s+(?:on\s+)?)?(?P<weekday>{_WEEKDAY})(?:\s+{_PART})?",
            any_case=False,
        ),
        _bare_weekday,
    ),
    "last units": (
        _compile(
            rf"(?:the\s+|these\s+|those\s+)?(?:last|past|next|coming|previous|following|first)\s+"
            rf"(?P<count>{_COUNT})\s+(?P<unit>{_UNIT})"
        ),
        _period,
    ),
    "near unit": (
        _compile(
            rf"(?:(?:early|late|earlier|later)\s+)?(?:the\s+)?(?P<near>{_NEAR})\s+"
            r"(?P<unit>day|weekend|week|month|year|decade)"
        ),
        _near_unit,
    ),
    "vague units": (
        _compile(
            rf"(?:the\s+)?(?:(?:last|past|next|coming)\s+)?{_VAGUE}\s+(?P<unit>{_UNIT})|(?:the\s+)?recent\s+(?P<more>days|weeks|months|years)"
        ),
        _vague_period,
    ),
    "period": (
        _compile(
            rf"(?P<count>{_COUNT})[\s-](?:full\s+|consecutive\s+|straight\s+|more\s+)?(?P<unit>{_UNIT})(?![\s-]olds?\b|[\s-]of[\s-]age\b)(?:-long)?"
        ),
        _period,
    ),
    "month": (
        _compile(
            rf"(?:{_NEAR_WORD}\s+|{_EDGE})?(?P<month>{'|'.join(_MONTH_NAMES)})(?!\s+[A-Z][a-z]|-)",
            any_case=False,
        ),
        _bare_month,
    ),
    "year": (_compile(rf"(?:{_EDGE})?(?P<year>(?:1\d|20)\d\d)(?!\d|,\d|[-/]\d|['’]?s\b|:\d|%|\s+block\b)"), _year),
}

