"""Profiles: what of an article decides which story it belongs to."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rashomon.link.frequencies import background
from rashomon.link.gazetteer import Gazetteer
from rashomon.link.tfidf import Tfidf, Vector
from rashomon.model import Annotations
from rashomon.text.names import HONORIFICS, clean_name, tokens

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
TITLE_WEIGHT = 3  # a word of the title counts as three; set on the development sets by pairwise F1
LEADING = 900  # tokens: what follows the first 900 is mostly background
OPENING = 150  # tokens in which an article says when its event was
KEYS = 16  # the rarest terms that block an article


_HOUSE = re.compile(r"\s+[|–—-]+\s+")  # "Bridge falls - Channel 9 News": what follows names the house
_AGE = re.compile(r"\b(\d{1,2})(?:-year-old|, (?=of |was |died |and |who )| years old)")


@dataclass(frozen=True, slots=True)
class Profile:
    """One article's wording, names, numbers and day; vectors have length 1."""

    article: str
    title: str
    wording: Vector
    headline: Vector
    people: Vector
    places: Vector
    bodies: Vector
    numbers: frozenset[str]
    shingles: frozenset[int]
    day: int | None
    days: frozenset[int]
    event_day: int | None
    ages: frozenset[str]
    keys: frozenset[str]


def profiles(articles: Sequence[Annotations], gazetteer: Gazetteer) -> list[Profile]:
    """Return a profile an article, in order; none depends on the other articles."""
    weights = background()
    return [_profile(annotations, weights, gazetteer) for annotations in articles]


def _profile(annotations: Annotations, weights: Tfidf, gazetteer: Gazetteer) -> Profile:
    article = annotations.article
    own, body = _title_tokens(annotations)
    title = _terms(annotations, 0, own)
    wording = weights.vector([*_terms(annotations, body, LEADING), *title * TITLE_WEIGHT])
    people, places, bodies = _names(annotations, gazetteer)
    days = _days(annotations)
    rarest = sorted(wording, key=lambda term: (-wording[term], term))[:KEYS]
    return Profile(
        article=article.id,
        title=article.title or "",
        wording=wording,
        headline=weights.vector(title),
        people=weights.vector(people),
        places=weights.vector(places),
        bodies=weights.vector(bodies),
        numbers=frozenset(_numbers(annotations)),
        shingles=frozenset(_shingles(annotations)),
        day=_day(article.published),
        days=days,
        event_day=_event_day(annotations, days),
        ages=frozenset(_AGE.findall(article.text[: _reach(annotations)])),
        keys=frozenset(rarest) | {f"who:{name}" for name in people},
    )


def _days(annotations: Annotations) -> frozenset[int]:
    """The days that the article speaks of, in the fortnight before it was published."""
    own = _day(annotations.article.published)
    found = {_day(time.value) for time in annotations.times if time.kind in {"date", "time"}}
    days = {day for day in found if day is not None}
    return frozenset(day for day in days if own is None or own - 14 <= day <= own + 1)


def _event_day(annotations: Annotations, days: frozenset[int]) -> int | None:
    """The first day that the opening speaks of: mostly that of the event."""
    starts = annotations.tokens.start
    reach = starts[OPENING] if len(starts) > OPENING else len(annotations.article.text)
    for time in sorted(annotations.times, key=lambda time: time.span):
        day = _day(time.value)
        if day in days and time.span.start < reach:
            return day
    return None


def _title_tokens(annotations: Annotations) -> tuple[int, int]:
    """Where the title's own words end and where the body begins, as tokens; the house name is between."""
    starts = annotations.tokens.start
    marked = [sentence.end for sentence in annotations.sentences if sentence.kind == "title"]
    title, text = annotations.article.title or "", annotations.article.text
    if not title or not text.startswith(title):
        end = bisect_left(starts, max(marked, default=0))
        return end, end
    own = _HOUSE.split(title)[0]
    own = own if len(own.split()) >= 4 else title
    return bisect_left(starts, len(own)), bisect_left(starts, len(title))


def _terms(annotations: Annotations, first: int, last: int) -> list[str]:
    columns = annotations.tokens
    return [
        columns.lemma[index]
        for index in range(first, min(last, len(columns)))
        if columns.pos[index] in CONTENT and any(letter.isalnum() for letter in columns.lemma[index])
    ]


def _names(annotations: Annotations, gazetteer: Gazetteer) -> tuple[list[str], list[str], list[str]]:
    """The surnames of people, the places below country level, and the bodies that are mentioned."""
    people, places, bodies = [], [], []
    for mention in annotations.mentions:
        if mention.span.start >= _reach(annotations):
            continue
        words = [word for word in tokens(clean_name(mention.text)) if word not in HONORIFICS]
        if not words or gazetteer.demonym(mention.text):
            continue
        if mention.kind == "person":
            people.append(words[-1])
        elif mention.kind != "place":
            bodies.append(" ".join(words))
        elif not gazetteer.country(mention.text):
            places.append(" ".join(words))
    return people, places, bodies


def _reach(annotations: Annotations) -> int:
    starts = annotations.tokens.start
    return starts[LEADING] if len(starts) > LEADING else len(annotations.article.text)


def _numbers(annotations: Annotations) -> list[str]:
    """Numbers with the word that they count: "27 passenger"; years and bare digits tell little."""
    columns = annotations.tokens
    found = []
    for index in range(min(LEADING, len(columns))):
        if columns.pos[index] == "NUM" and columns.dep[index] in {"nummod", "quantmod"}:
            head = columns.head[index]
            if columns.lemma[head].isalpha():
                found.append(f"{columns.lemma[index]} {columns.lemma[head]}")
    return found


def _shingles(annotations: Annotations, size: int = 4) -> list[int]:
    """Hashes of each four content words in a row, for wording taken over."""
    from zlib import crc32

    words = _terms(annotations, 0, LEADING)
    return [crc32(" ".join(words[i : i + size]).encode()) for i in range(len(words) - size + 1)]


def _day(published: str | None) -> int | None:
    """The day's number, or None where the date is missing or only a month or year."""
    try:
        return date.fromisoformat((published or "")[:10]).toordinal()
    except ValueError:
        return None


def most_common(values: Sequence[str]) -> str | None:
    """The value seen most, the first in the alphabet where several are."""
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], value)) if counts else None
