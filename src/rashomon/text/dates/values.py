"""What every form of expression needs: numbers of months and weekdays, counts of units, a day as a value."""

import re
from datetime import date

from rashomon.text.calendar import MONTHS, WEEKDAYS, Anchor, Resolved
from rashomon.text.numbers import parse_number

UNKNOWN = Resolved("date", None, None, "none")


def month_number(name: str) -> int:
    """Return 1 for January, Jan. or JAN, and so on."""
    key = name.rstrip(".").title()[:3]
    return next(index for index, month in enumerate(MONTHS, start=1) if month.startswith(key))


def weekday_number(name: str) -> int:
    """Return 0 for Monday or Mon., and so on."""
    key = name.rstrip(".").title()[:3]
    return next(index for index, day in enumerate(WEEKDAYS) if day.startswith(key))


def figures(text: str) -> int:
    """Return the number that the figures give, whatever stands between and after them: "21st" is 21."""
    return int(re.sub(r"\D", "", text))


def on_day(value: date | None, basis: str, end: date | None = None) -> Resolved:
    """Return a day, or the days up to `end`, as a value; unknown where the calendar has no such day."""
    if value is None:
        return UNKNOWN
    kind = "explicit" if basis == "explicit" else "relative"
    return Resolved("date", value.isoformat(), "day", kind, end.isoformat() if end else None)  # type: ignore[arg-type]


def parse_count(text: str) -> float | None:
    """Return the number of units: "a" is one, "half a" a half, "several" None."""
    folded = text.strip().lower()
    if folded in ("a", "an"):
        return 1.0
    if folded in ("half a", "half an"):
        return 0.5
    return parse_number(folded)


def near(match: re.Match[str]) -> str:
    """Return the word that says which one is meant ("last", "this", "next"), empty where none does."""
    return (match.group("near") or "").lower()


def too_coarse(anchor: Anchor, unit: str) -> bool:
    """Whether so little of the anchor's day is known that the unit can't be counted from it."""
    if unit in ("day", "week"):
        return anchor.precision != "day"
    return unit == "month" and anchor.precision == "year"


def singular(unit: str) -> str:
    """Return the unit's name in lower case and the singular."""
    folded = unit.lower()
    return "century" if folded.startswith("centur") else folded.rstrip("s")
