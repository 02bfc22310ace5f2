"""Terms: the words, names and numbers of an article that tell which event it is about."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from zlib import crc32

from rashomon.link.gazetteer import Gazetteer
from rashomon.model import Annotations
from rashomon.text.names import HONORIFICS, clean_name, tokens

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
LEADING = 900  # tokens: what follows the first 900 is mostly background
FIRST = 160  # tokens of the opening, where a report gives the figures of its event
SHINGLE = 4  # content words in a row that are hashed together

_HOUSE = re.compile(r"\s+[|–—-]+\s+")  # "Bridge falls - Channel 9 News": what follows names the house
_AGE = re.compile(r"\b(\d{1,2})(?:-year-old|, (?=of |was |died |and |who )| years old)")
_COUNTED = frozenset({"count", "age", "money", "percent"})

Figures = Mapping[tuple[str, str], frozenset[tuple[float, float | None]]]


@dataclass(frozen=True, slots=True)
class Named:
    """The names that an article mentions, as often as it does; of people the surname, no countries."""

    people: tuple[str, ...]
    places: tuple[str, ...]
    bodies: tuple[str, ...]
    opening: tuple[str, ...]


def title_and_body(annotations: Annotations) -> tuple[int, int]:
    """Return where the title's own words end and the body begins, as tokens; the house name is between."""
    starts = annotations.tokens.start
    marked = [sentence.end for sentence in annotations.sentences if sentence.kind == "title"]
    title, text = annotations.article.title or "", annotations.article.text
    if not title or not text.startswith(title):
        end = bisect_left(starts, max(marked, default=0))
        return end, end
    own = _HOUSE.split(title)[0]
    own = own if len(own.split()) >= 4 else title
    return bisect_left(starts, len(own)), bisect_left(starts, len(title))


def content_words(annotations: Annotations, first: int, last: int) -> list[str]:
    """Return the lemmas of the content words among the tokens `[first, last)`."""
    columns = annotations.tokens
    return [
        columns.lemma[index]
        for index in range(first, min(last, len(columns)))
        if columns.pos[index] in CONTENT and any(letter.isalnum() for letter in columns.lemma[index])
    ]


def reach(annotations: Annotations, count: int = LEADING) -> int:
    """Return the character where the first `count` tokens end."""
    starts = annotations.tokens.start
    return starts[count] if len(starts) > count else len(annotations.article.text)


def names(annotations: Annotations, gazetteer: Gazetteer) -> Named:
    """Return the names mentioned before the background begins."""
    found: dict[str, list[str]] = {"people": [], "places": [], "bodies": []}
    opening = []
    end, first = reach(annotations), reach(annotations, FIRST)
    for mention in annotations.mentions:
        words = [word for word in tokens(clean_name(mention.text)) if word not in HONORIFICS]
        if mention.span.start >= end or not words or gazetteer.demonym(mention.text):
            continue
        if mention.kind == "place" and gazetteer.country(mention.text):
            continue
        kind = {"person": "people", "place": "places"}.get(mention.kind, "bodies")
        name = words[-1] if kind == "people" else " ".join(words)
        found[kind].append(name)
        if mention.span.start < first:
            opening.append(name)
    people, places, bodies = (tuple(found[kind]) for kind in ("people", "places", "bodies"))
    return Named(people, places, bodies, tuple(opening))


def counted(annotations: Annotations) -> list[str]:
    """Return the numbers with the word that they count, "27 passenger"; years and bare digits tell little."""
    columns = annotations.tokens
    found = []
    for index in range(min(LEADING, len(columns))):
        if columns.pos[index] == "NUM" and columns.dep[index] in {"nummod", "quantmod"}:
            head = columns.lemma[columns.head[index]]
            if head.isalpha():
                found.append(f"{columns.lemma[index]} {head}")
    return found


def numerals(annotations: Annotations) -> list[str]:
    """Return every number as it is written."""
    columns = annotations.tokens
    return [columns.lemma[i] for i in range(min(LEADING, len(columns))) if columns.pos[i] == "NUM"]


def ages(annotations: Annotations) -> frozenset[str]:
    """Return the ages of people: "58-year-old", "Jonas Feldt, 58, said"."""
    return frozenset(_AGE.findall(annotations.article.text[: reach(annotations)]))


def figures(annotations: Annotations) -> Figures:
    """Return what the opening counts or measures, by kind and unit, with the values that it gives."""
    end = reach(annotations, FIRST)
    found: defaultdict[tuple[str, str], set[tuple[float, float | None]]] = defaultdict(set)
    for quantity in annotations.quantities:
        stated = quantity.low is not None and quantity.unit and quantity.kind in _COUNTED
        if stated and quantity.span.start < end:
            found[(quantity.kind, quantity.unit or "")].add((quantity.low or 0.0, quantity.high))
    return {key: frozenset(values) for key, values in sorted(found.items())}


def shingles(words: list[str]) -> frozenset[int]:
    """Return hashes of each four content words in a row, for wording taken over."""
    count = len(words) - SHINGLE + 1
    return frozenset(crc32(" ".join(words[i : i + SHINGLE]).encode()) for i in range(count))
