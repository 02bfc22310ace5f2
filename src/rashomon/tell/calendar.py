"""Dates as people read them: 11 March 2031, March 2031, the week of 10 March 2031, the 1980s."""

import re
from datetime import date

_MONTHS = "January February March April May June July August September October November December".split()


def day(iso: str) -> str:
    """Return an ISO 8601 date (or a range, start/end) in words; what is no date comes back as it is."""
    start, slash, end = iso.partition("/")
    if slash:
        return f"{day(start)} to {day(end)}"
    parts = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?", iso)
    if week := re.fullmatch(r"(\d{4})-W(\d\d)", iso):
        return _week(int(week[1]), int(week[2]), iso)
    if re.fullmatch(r"\d{3}", iso):
        return f"the {iso}0s"
    if not parts or (parts[2] and not 1 <= int(parts[2]) <= 12):
        return iso
    words = [str(int(parts[3]))] if parts[3] else []
    if parts[2]:
        words.append(_MONTHS[int(parts[2]) - 1])
    return " ".join([*words, parts[1]])


def _week(year: int, week: int, iso: str) -> str:
    try:
        monday = date.fromisocalendar(year, week, 1)
    except ValueError:
        return iso
    return f"the week of {day(monday.isoformat())}"
