"""About a story: its title and day, taken from its articles."""

from collections import Counter
from collections.abc import Collection, Sequence

from rashomon.group.profiles import Profile
from rashomon.link.tfidf import cosine
from rashomon.model import Annotations

TITLE_LENGTH = 120
WINDOW = 10  # days before the report in which its event can lie
OPENING = 2  # sentences of an article that tell the event itself


def title_of(articles: Sequence[Annotations], members: Sequence[Profile]) -> str:
    """Return the title of the article whose wording is nearest to the others'."""
    nearness = [sum(cosine(own.wording, other.wording) for other in members) for own in members]
    ranked = sorted(range(len(articles)), key=lambda i: (-nearness[i], articles[i].article.id))
    titles = [articles[i].article.title for i in ranked]
    return next((title for title in titles if title), _opening(articles[ranked[0]]))


def _opening(annotations: Annotations) -> str:
    """The first line of an article without a title, cut at a word."""
    lines = annotations.article.text.strip().splitlines()
    line = lines[0].strip() if lines else ""
    return line if len(line) <= TITLE_LENGTH else line[:TITLE_LENGTH].rsplit(" ", 1)[0] + " …"


def day_of(articles: Sequence[Annotations]) -> str | None:
    """Return the day that most openings speak of, near publication; else most articles; else published.

    Days far from publication are background, and so is a day where no article has a date: of the days that
    openings of a week's undated articles spoke of, half were anniversaries and biographies.

    News tells the event first and its background after, so the opening's day goes before the others.
    """
    days = {day for each in articles if (day := _day(each.article.published))}
    opened: Counter[str] = Counter()
    spoken: Counter[str] = Counter()
    published: Counter[str] = Counter()
    for annotations in articles:
        own = _day(annotations.article.published)
        if own:
            published[own] += 1
        found = _days(annotations, {own} if own else days)
        spoken.update(sorted(set(found.values())))
        end = opening_end(annotations)
        opened.update(sorted({day for start, day in found.items() if start < end}))
    for counts, least in ((opened, 2), (spoken, 2), (published, 1)):
        usual = {day: count for day, count in counts.items() if count >= least}
        if usual:
            return min(usual, key=lambda day: (-usual[day], day))
    return None


def _days(annotations: Annotations, published: Collection[str]) -> dict[int, str]:
    """The days an article speaks of, near one of these days, by the place where it does."""
    found = {t.span.start: _day(t.value) for t in annotations.times if t.kind in {"date", "time"}}
    return {
        start: day
        for start, day in found.items()
        if day and any(_near(day, printed) for printed in published)
    }


def opening_end(annotations: Annotations) -> int:
    """Return where the opening ends: its first `OPENING` sentences and all headings before them."""
    body = [sentence for sentence in annotations.sentences if sentence.kind == "body"]
    return body[:OPENING][-1].end if body else 0


def _day(value: str | None) -> str | None:
    """The ISO day in a value, None where it says less than a day."""
    day = (value or "")[:10]
    return day if len(day) == 10 and day[4] == day[7] == "-" and day.replace("-", "").isdigit() else None


def _near(day: str, published: str) -> bool:
    from datetime import date

    try:
        days = (date.fromisoformat(published) - date.fromisoformat(day)).days
    except ValueError:
        return False
    return -1 <= days <= WINDOW
