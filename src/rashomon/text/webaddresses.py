"""Web addresses: the day of publication that an article's own states, "/2031/05/28/bridge-falls"."""

import re
from datetime import date

from rashomon.text.published import Published

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_YEAR, _NAMED = r"(?<!\d)(?P<year>(?:19[89]|20\d)\d)", rf"(?P<month>{'|'.join(_MONTHS)})[a-z]{{0,6}}"
_MONTH, _DAY = r"(?P<month>0[1-9]|1[0-2])", r"(?P<day>0[1-9]|[12]\d|3[01])(?!\d)"
_FORMS = tuple(
    re.compile(form, re.I)
    for form in (
        rf"{_YEAR}[/_.-]{_MONTH}[/_.-]?{_DAY}",
        rf"{_YEAR}/(?P<month>[1-9])/(?P<day>[1-9]|[12]\d|3[01])/",
        rf"{_YEAR}[/-]{_NAMED}[/-](?P<day>0?[1-9]|[12]\d|3[01])(?!\d)",
        # eight digits that end an address behind a hyphen may be a number that means nothing
        rf"(?<!-){_YEAR}{_MONTH}{_DAY}",
        rf"(?<=-){_YEAR}{_MONTH}{_DAY}(?=[-,_/.])",
    )
)


def day_of_address(url: str | None) -> Published | None:
    """Return the day that an address states; None where it states none, or several."""
    days = {day for form in _FORMS for found in form.finditer(url or "") if (day := _day(found))}
    return Published(days.pop(), "day", len(url or "")) if len(days) == 1 else None


def _day(found: re.Match[str]) -> str | None:
    month = found["month"].casefold()[:3]
    number = _MONTHS.index(month) + 1 if month in _MONTHS else int(month)
    try:
        return date(int(found["year"]), number, int(found["day"])).isoformat()
    except ValueError:
        return None
