"""Days: when an article was published, which days it speaks of, and which is likely its event's."""

from datetime import date

from rashomon.model import Annotations

OPENING = 150  # tokens in which an article says when its event was
BEFORE = 14  # days before publication in which an event that is news can lie


def day_number(value: str | None) -> int | None:
    """Return the day's number (proleptic ordinal), None where the value says less than a day."""
    try:
        return date.fromisoformat((value or "")[:10]).toordinal()
    except ValueError:
        return None


def days_spoken_of(annotations: Annotations) -> frozenset[int]:
    """Return the days that the article speaks of, in the fortnight before it was published."""
    own = day_number(annotations.article.published)
    found = {day_number(time.value) for time in annotations.times if time.kind in {"date", "time"}}
    days = {day for day in found if day is not None}
    return frozenset(day for day in days if own is None or own - BEFORE <= day <= own + 1)


def event_day(annotations: Annotations, days: frozenset[int]) -> int | None:
    """Return the first of these days that the opening speaks of: mostly that of the event."""
    starts = annotations.tokens.start
    reach = starts[OPENING] if len(starts) > OPENING else len(annotations.article.text)
    for time in sorted(annotations.times, key=lambda time: time.span):
        day = day_number(time.value)
        if day in days and time.span.start < reach:
            return day
    return None
