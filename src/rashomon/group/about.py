"""About a story: its title, day and place, taken from its articles."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence

from rashomon.group.profiles import Profile
from rashomon.link.gazetteer import Gazetteer
from rashomon.link.tfidf import cosine
from rashomon.model import Annotations, Mention
from rashomon.text.names import clean_name, fold

TITLE_LENGTH = 120
WINDOW = 10  # days before the report in which its event can lie
OPENING = 2  # sentences of an article that tell the event itself
# What stands right before a town, and not before what a name tagger takes for one ("the Capitol").
_LOCATING = re.compile(r"\b(?:in|at|near|off|outside|around|from)\s+$", re.IGNORECASE)
REACH = 10  # characters before a place in which such a word stands


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
        end = _opening_end(annotations)
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


def _opening_end(annotations: Annotations) -> int:
    """Where the opening ends: its first `OPENING` sentences and all headings before them."""
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


def place_of(articles: Sequence[Annotations], gazetteer: Gazetteer) -> str | None:
    """Return the place of most datelines, else the town, else the country, that most articles name.

    Of those that as many name it is the one named most often, then the one named first. A country must once
    be what something is in: mostly it acts, and is no place.
    """
    often: Counter[str] = Counter()
    first: dict[str, int] = {}
    datelines: Counter[str] = Counter()
    towns: Counter[str] = Counter()
    countries: Counter[str] = Counter()
    forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
    located: set[str] = set()
    for annotations in articles:
        named = [m for m in annotations.mentions if m.kind == "place" and fold(m.text)]
        within = _within(annotations, named)
        located |= within
        # Of those that no table knows, only what the article once says something is in.
        places = [m for m in named if fold(m.text) in within or gazetteer.is_place(m.text)]
        for key, name in sorted({(fold(m.text), clean_name(m.text)) for m in places}):
            forms[key][name] += 1
        for mention in places:
            key = fold(mention.text)
            often[key] += 1
            first[key] = min(first.get(key, mention.span.start), mention.span.start)
        for key in {fold(m.text) for m in places}:
            (countries if gazetteer.country(key) else towns)[key] += 1
        line = (annotations.article.dateline or "").split(",")[0].strip()
        if line:
            datelines[fold(line)] += 1
            forms[fold(line)][line.title()] += 1
    lands = {key: count for key, count in countries.items() if key in located}
    for counts in (datelines, towns, lands):
        if counts:
            key = min(counts, key=lambda k: (-counts[k], -often[k], first.get(k, 0), k))
            return min(forms[key], key=lambda form: (form.isupper(), -forms[key][form], form))
    return None


def _within(annotations: Annotations, places: Sequence[Mention]) -> set[str]:
    """The places that the article once says something is in."""
    text = annotations.article.text
    starts = ((place, place.span.start) for place in places)
    return {fold(place.text) for place, at in starts if _LOCATING.search(text, max(0, at - REACH), at)}
