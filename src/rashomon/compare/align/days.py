"""Days: claims that each tell the news of their report's own days are two where these lie far apart."""

from collections.abc import Sequence
from datetime import date

from rashomon.compare.align.views import View
from rashomon.model import Time

# A weekday in a report is of the week before it.
WEEK = 7
# Days between two reports, and between what they tell, before it is not one thing that they tell: a weekday
# counted from the wrong side, and the hours between two parts of the world, account for two.
APART = 3


def of_two_days(left: View, right: View) -> bool:
    """Whether "on Monday" of one report and "on Tuesday" of another, days later, are two days' news."""
    mine, theirs = _news(left), _news(right)
    if mine is None or theirs is None:
        return False
    return all(abs((one - other).days) >= APART for one, other in zip(mine, theirs, strict=True))


def _news(view: View) -> tuple[date, date] | None:
    """The days of the report, and of its claim or else its sentence, if that is one of the week before."""
    days = _days(view.times) or _days(view.around_times)
    published = view.source.published
    if len(days) != 1 or published is None:
        return None
    day, told = date.fromisoformat(published[:10]), date.fromisoformat(days.pop())
    return (day, told) if 0 <= (day - told).days <= WEEK else None


def _days(times: Sequence[Time]) -> set[str]:
    """The days that are named as a reader of the report counts them."""
    return {t.value[:10] for t in times if t.value and t.precision == "day" and t.basis == "published"}
