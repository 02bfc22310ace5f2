"""The calendar as values: days, weeks, months, years and decades in ISO form, and steps between them."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from rashomon.model.annotations import TimeKind, TimePrecision

Basis = Literal["explicit", "relative", "none"]
Tense = Literal["ahead", "back"] | None
Unit = Literal["minute", "hour", "day", "week", "month", "year", "decade", "century"]

MONTHS = "January February March April May June July August September October November December".split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()

UNIT_CODES: dict[str, str] = {
    "second": "T{}S",
    "minute": "T{}M",
    "hour": "T{}H",
    "day": "{}D",
    "week": "{}W",
    "month": "{}M",
    "year": "{}Y",
    "decade": "{}0Y",
    "century": "{}00Y",
}
UNIT_PRECISION: dict[str, TimePrecision] = {
    "second": "minute",
    "minute": "minute",
    "hour": "minute",
    "day": "day",
    "week": "week",
    "month": "month",
    "year": "year",
    "decade": "decade",
    "century": "decade",
}


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day from which relative expressions count; `precision` says how much of it is known."""

    day: date
    precision: Literal["day", "month", "year"] = "day"


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a time expression says. `basis` is relative where the anchor decided, none where it lacked."""

    kind: TimeKind
    value: str | None
    precision: TimePrecision | None
    basis: Basis
    end: str | None = None


def read_anchor(published: str | None) -> Anchor | None:
    """Read an ISO 8601 date that may be cut to month or year; None where it is none."""
    if not published:
        return None
    parts = published[:10].split("-")
    try:
        numbers = [int(part) for part in parts]
        if len(numbers) == 3:
            return Anchor(date(numbers[0], numbers[1], numbers[2]))
        if len(numbers) == 2:
            return Anchor(date(numbers[0], numbers[1], 15), "month")
        return Anchor(date(numbers[0], 7, 1), "year")
    except ValueError:
        return None


def valid_date(year: int, month: int, day: int) -> date | None:
    """Return the date, or None where the calendar has none."""
    if 1 <= month <= 12 and 1 <= year <= 9999 and 1 <= day <= monthrange(year, month)[1]:
        return date(year, month, day)
    return None


def week_value(day: date) -> str:
    """Return the ISO week of a day: 2018-W08."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def add_months(day: date, months: int) -> date:
    """Step by months; the day is cut to the month's last one. Years beyond the calendar are cut off."""
    index = day.year * 12 + day.month - 1 + months
    year, month = min(max(index // 12, 1), 9999), index % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def step(day: date, count: int, unit: str) -> tuple[str, TimePrecision] | None:
    """Return the day, week, month or year `count` units from `day`, as ISO value and precision."""
    if abs(count) > 5000:
        return None
    if unit in ("second", "minute", "hour"):
        return None
    try:
        if unit == "day":
            return (day + timedelta(days=count)).isoformat(), "day"
        if unit == "week":
            return week_value(day + timedelta(weeks=count)), "week"
    except OverflowError:
        return None
    if unit == "month":
        moved = add_months(day, count)
        return f"{moved.year:04d}-{moved.month:02d}", "month"
    years = count * {"year": 1, "decade": 10, "century": 100}[unit]
    year = day.year + years
    return (f"{year:04d}", "year") if 1 <= year <= 9999 else None


def nearest_year(month: int, day: int, anchor: date) -> int:
    """Return the year that brings a month and day closest to the anchor."""
    years = [year for year in (anchor.year - 1, anchor.year, anchor.year + 1) if valid_date(year, month, day)]
    if not years:
        return anchor.year
    return min(years, key=lambda year: (abs((date(year, month, day) - anchor).days), year))


def weekday_near(weekday: int, anchor: date, *, future: bool) -> date:
    """Return the nearest such day on or before the anchor, or on or after it."""
    if future:
        return anchor + timedelta(days=(weekday - anchor.weekday()) % 7)
    return anchor - timedelta(days=(anchor.weekday() - weekday) % 7)
