"""How long and how often, and the time of day: what no day of the calendar is asked for."""

import re

from rashomon.text.calendar import UNIT_CODES, UNIT_PRECISION, Anchor, Resolved, Tense
from rashomon.text.dates.values import parse_count, singular


def period(match: re.Match[str], _anchor: Anchor | None, _tense: Tense) -> Resolved:
    """A stretch of time: "three-day", "the last seventeen years", "two weeks", "a year and a half"."""
    unit = singular(match.group("unit"))
    count = parse_count(match.group("count"))
    if count is None:
        return Resolved("duration", None, UNIT_PRECISION[unit], "explicit")
    count += 0.5 if match.groupdict().get("half") else 0
    amount = f"{count:g}"
    if unit in ("decade", "century"):
        amount = f"{count:g}" if count == int(count) else ""
    value = "P" + UNIT_CODES[unit].format(amount) if amount else None
    return Resolved("duration", value, UNIT_PRECISION[unit], "explicit")


def vague_period(match: re.Match[str], _anchor: Anchor | None, _tense: Tense) -> Resolved:
    """ "recent weeks", "several years", "decades ago": of which unit, and no more."""
    unit = singular(match.group("unit"))
    kind = "date" if re.search(r"recent", match.group(), re.IGNORECASE) else "duration"
    return Resolved(kind, None, UNIT_PRECISION[unit], "none")  # type: ignore[arg-type]


def how_often(match: re.Match[str], _anchor: Anchor | None, _tense: Tense) -> Resolved:
    """ "every day", "weekly": how often; for a weekday only that it is every week."""
    words = match.group().lower()
    stems = {"annual": "year", "dai": "day", "week": "week", "month": "month", "year": "year"}
    weekly = re.search(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day", words)
    unit = "week" if weekly else next((unit for stem, unit in stems.items() if stem in words), "day")
    return Resolved("set", "P" + UNIT_CODES[unit].format(1), UNIT_PRECISION[unit], "explicit")


def clock(match: re.Match[str], _anchor: Anchor | None, _tense: Tense) -> Resolved:
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
