"""Lengths of time: how long a duration of ISO 8601 is, and whether two name one length.

Written with one unit, as in "P2W", "PT90M", "P1.5Y".
"""

import re

_LENGTH = re.compile(r"P(?P<unit_of>T)?(?P<number>\d+(?:\.\d+)?)(?P<unit>[YMWDHS])")
_SECONDS = {"PY": 31557600, "PM": 2629800, "PW": 604800, "PD": 86400, "TH": 3600, "TM": 60, "TS": 1}
# Months are of 28 to 31 days: 2 percent let "30 days" and "90 days" be months, and "52 weeks" a year.
_UNEVEN = 0.02
_ROUNDED = 0.5  # of the coarser unit


def seconds(value: str | None) -> float:
    """Return the length of a duration in seconds; 0 where it is none, or not known."""
    number, unit = _parts(value)
    return number * unit


def same_length(left: str | None, right: str | None) -> bool:
    """Whether both are one length: "P1Y" and "P12M", "P2W" and "P14D"; in one unit only equal numbers are."""
    (number, unit), (other, its_unit) = _parts(left), _parts(right)
    if not number or not other:
        return False
    if unit == its_unit:
        return number == other
    return abs(number * unit - other * its_unit) <= _UNEVEN * max(number * unit, other * its_unit)


def rounds_to(left: str | None, right: str | None) -> bool:
    """Whether one is the other told in a coarser unit: "P1Y" of "P14M", "PT2H" of "PT100M"."""
    (number, unit), (other, its_unit) = sorted((_parts(left), _parts(right)), key=lambda part: part[1])
    if not number or not other or unit == its_unit:
        return False
    return other == int(other) and abs(number * unit / its_unit - other) < _ROUNDED


def _parts(value: str | None) -> tuple[float, int]:
    found = _LENGTH.fullmatch(value or "")
    if found is None:
        return 0.0, 0
    return float(found["number"]), _SECONDS[(found["unit_of"] or "P") + found["unit"]]
