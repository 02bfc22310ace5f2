"""Publication dates as outlets print them, to ISO 8601 with the precision that was printed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from rashomon.model.articles import DatePrecision

_MONTHS = "january february march april may june july august september october november december".split()
_MONTH = "|".join(f"{name[:3]}(?:{name[3:]})?" if len(name) > 3 else name for name in _MONTHS).replace(
    "sep(?:tember)?", "sept?(?:ember)?"
)
_WEEKDAY = r"(?:(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\.?,?\s+)?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_NAMED = rf"(?P<month>{_MONTH})\.?"
_CLOCK = (
    r"(?:(?:,|\s|at|@|\||-|–|T)*\s*(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?::(?P<second>\d\d))?"
    r"\s*(?P<half>[ap]\.?m\.?)?(?:\s*\(?(?P<zone>[A-Z]{2,5}(?![a-z])|[+-]\d\d:?\d\d|Z)\)?)?)?"
)
_FORMS = tuple(
    re.compile(form + _CLOCK, re.I)
    for form in (
        rf"{_WEEKDAY}{_NAMED}\s+{_DAY},?\s+{_YEAR}",
        rf"{_WEEKDAY}{_DAY}(?:\s+of)?[\s\-]+{_NAMED},?[\s\-]+{_YEAR}",
        rf"{_YEAR}[\-/.](?P<number>\d\d?)[\-/.]{_DAY}",
    )
)
_NUMERIC = re.compile(
    r"(?P<first>\d\d?)[/.\-](?P<second_part>\d\d?)[/.\-](?P<year>(?:19|20)\d\d)\b" + _CLOCK, re.I
)
_MONTH_ONLY = re.compile(rf"{_NAMED},?\s+{_YEAR}", re.I)
_ISO_PART = re.compile(r"(?P<year>(?:19|20)\d\d)(?:-(?P<number>\d\d))?")
# Year to day, or to the second, without a mark between: archives that machines keep write it so.
_STAMP = re.compile(r"((?:19|20)\d\d)([01]\d)([0-3]\d)(\d{6})?")
# Zones with one meaning in news; others (IST, CST) name several and are left out.
_ZONES = {"gmt": "+00:00", "utc": "+00:00", "z": "+00:00", "est": "-05:00", "edt": "-04:00", "pst": "-08:00",
          "pdt": "-07:00", "cet": "+01:00", "cest": "+02:00", "pkt": "+05:00"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Published:
    """A date of publication: ISO 8601, cut to what was printed, and where its words end."""

    value: str
    precision: DatePrecision
    end: int


def read_date(text: str, start: int = 0) -> Published | None:
    """Read the date that begins at `start`; None where there is none, or it could be two dates."""
    for form in _FORMS:
        found = form.match(text, start)
        if found:
            return _published(found)
    found = _NUMERIC.match(text, start)
    return _published_numeric(found) if found else None


def whole_date(text: str) -> Published | None:
    """Read a text that is a date and nothing else; a month or a year alone counts too."""
    text = text.strip()
    found = read_date(text)
    if found is not None and not text[found.end :].strip(" .,|)"):
        return found
    for form, end in ((_ISO_PART, len(text)), (_MONTH_ONLY, len(text))):
        part = form.fullmatch(text)
        if part:
            month = _month(part)
            value = f"{part['year']}-{month:02d}" if month else part["year"]
            if month is None or 1 <= month <= 12:
                return Published(value, "month" if month else "year", end)
    return None


def given_date(text: str) -> Published | None:
    """Read a date that somebody gave beside an article: as machines write it, or as outlets print it."""
    return _iso(text) or whole_date(text)


def _iso(text: str) -> Published | None:
    if stamp := _STAMP.fullmatch(text):
        text = "-".join(stamp.groups()[:3]) + (f"T{stamp[4]}" if stamp[4] else "")
        if not stamp[4]:
            return whole_date(text)
    if len(text) < 16 or not text[0].isdigit():
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    value = moment.replace(microsecond=0).isoformat()
    return Published(value, "second", len(text))


def with_one_order(dates: Sequence[str]) -> list[str]:
    """Dates of one column, those that could be two as ISO 8601 where the others tell which way all stand.

    One program writes a column, so 25/03 beside 03/04 makes that the third of April; where the others
    tell both ways, or none, each date stays as it is.
    """
    found = [_NUMERIC.fullmatch(text.strip()) for text in dates]
    first = any(each and int(each["first"]) > 12 for each in found)
    second = any(each and int(each["second_part"]) > 12 for each in found)
    if first == second:
        return list(dates)
    return [
        _in_order(each, day_first=first) or text if each else text
        for each, text in zip(found, dates, strict=True)
    ]


def _in_order(found: re.Match[str], *, day_first: bool) -> str | None:
    numbers = int(found["first"]), int(found["second_part"])
    day, month = numbers if day_first else reversed(numbers)
    read = _dated(found, int(found["year"]), month, day)
    return read.value if read else None


def _month(found: re.Match[str]) -> int | None:
    groups = found.groupdict()
    if groups.get("number"):
        return int(groups["number"])
    if groups.get("month"):
        head = groups["month"][:3].casefold()
        return next(at for at, name in enumerate(_MONTHS, start=1) if name.startswith(head))
    return None


def _published(found: re.Match[str]) -> Published | None:
    return _dated(found, int(found["year"]), _month(found) or 0, int(found["day"]))


def _published_numeric(found: re.Match[str]) -> Published | None:
    """Day first or month first is told by the numbers alone: 20/02 is one date, 03/02 is two."""
    first, second = int(found["first"]), int(found["second_part"])
    if first > 12 or first == second:
        return _dated(found, int(found["year"]), second, first)
    return _dated(found, int(found["year"]), first, second) if second > 12 else None


def _dated(found: re.Match[str], year: int, month: int, day: int) -> Published | None:
    try:
        value = date(year, month, day).isoformat()
    except ValueError:
        return None
    clock = _clock(found)
    if clock is None:
        end = found.end() if found["hour"] is None else found.start("hour")
        return Published(value, "day", end)
    return Published(f"{value}T{clock}", "second" if found["second"] else "minute", found.end())


def _clock(found: re.Match[str]) -> str | None:
    if found["hour"] is None:
        return None
    hour, minute, second = int(found["hour"]), int(found["minute"]), int(found["second"] or 0)
    half = (found["half"] or "").casefold()[:1]
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 23 or minute > 59 or second > 59:
        return None
    zone = (found["zone"] or "").casefold()
    offset = f"{zone[:3]}:{zone[-2:]}" if zone[:1] in "+-" and zone else _ZONES.get(zone, "")
    return f"{hour:02d}:{minute:02d}" + (f":{second:02d}" if found["second"] else "") + offset
