"""Labelled articles as training windows: words with labels, and which part belongs to which cue."""

import gzip
import json
import random
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from rashomon.annotate.quotes.tagger.chain import ROLES
from rashomon.annotate.quotes.tagger.windows import assemble, cut
from rashomon.annotate.quotes.tagger.words import Words, split_words, tokenizer

# labels: 0 outside; then first and further words of source, cue, content
FIRST = {"source": 1, "cue": 3, "content": 5}
CHECK_SHARE = 14  # one article in so many of the training part is kept for choices
Part = tuple[int, int, int]  # first word, last word + 1, number of the attribution


@dataclass(slots=True)
class Labelled:
    """One article with one annotator's labels, in words."""

    name: str
    text: str
    words: Words
    labels: list[int]
    parts: dict[str, list[Part]]


@dataclass(slots=True)
class Sample:
    """One window: piece ids, the place of each word's first piece, labels, parts counted in its words."""

    ids: list[int]
    places: list[int]
    labels: list[int]
    parts: dict[str, list[Part]]
    paragraph: list[int]


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the records of a gzipped JSON-lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def for_choices(name: str) -> bool:
    """Whether an article of the training part is kept out of training, for choices of the recipe."""
    return int(sha256(name.encode()).hexdigest(), 16) % CHECK_SHARE == 0


def load(folder: Path, compartment: str, *, others: bool = False) -> list[Labelled]:
    """Return the labelled articles of a compartment, in the file's order."""
    articles = {r["id"]: r for r in rows(folder / "articles.jsonl.gz") if r["compartment"] == compartment}
    found = []
    cache: dict[str, Words] = {}
    files = ["gold.jsonl.gz", *(["gold_other_annotators.jsonl.gz"] if others else [])]
    for file in files:
        for record in rows(folder / file):
            if record["article"] not in articles:
                continue
            text = articles[record["article"]]["text"]
            words = cache.setdefault(record["article"], split_words(text))
            found.append(label(record["article"], text, words, record["attributions"]))
    return found


def label(name: str, text: str, words: Words, attributions: Sequence[dict[str, Any]]) -> Labelled:
    """Lay character spans over words: a word is inside a span that holds its middle."""
    labels = [0] * len(words)
    parts: dict[str, list[Part]] = {role: [] for role in ROLES}
    middles = [(a + b - 1) / 2 for a, b in zip(words.start, words.end, strict=True)]
    for number, attribution in enumerate(attributions):
        for role in ROLES:
            for start, end in attribution[role]:
                first, last = bisect_left(middles, start), bisect_left(middles, end)
                if any(part[:2] == (first, last) for part in parts[role]):  # one source of two cues
                    parts[role].append((first, last, number))
                    continue
                last = next((k for k in range(first, last) if labels[k]), last)
                if first >= last:
                    continue
                labels[first:last] = [FIRST[role], *[FIRST[role] + 1] * (last - first - 1)]
                parts[role].append((first, last, number))
    return Labelled(name, text, words, labels, parts)


def samples(article: Labelled, limit: int, chance: random.Random | None = None) -> Iterator[Sample]:
    """Yield the article in windows of at most `limit` pieces; with `chance`, its marks are varied."""
    pieces = vary(article, chance) if chance else article.words.pieces
    for first, last in cut(article.text, article.words, limit):
        ids, places = assemble(article.words, first, last, pieces=pieces)
        parts = {
            role: [(a - first, b - first, n) for a, b, n in article.parts[role] if first <= a and b <= last]
            for role in ROLES
        }
        labels = article.labels[first:last]
        if labels and labels[0] in (2, 4, 6):
            labels = _open(labels)
        yield Sample(ids[:512], places, labels, parts, list(article.words.paragraph[first:last]))


def _open(labels: list[int]) -> list[int]:
    """A part that began before the window begins in it."""
    return [labels[0] - 1, *labels[1:]]


def vary(article: Labelled, chance: random.Random) -> Sequence[tuple[int, ...]]:
    """Return the words' pieces with quotation marks in another style, as other desks write them."""
    style = chance.choices(STYLES, weights=STYLE_WEIGHTS)[0]
    if style is None:
        return article.words.pieces
    varied: list[tuple[int, ...]] = []
    opened = False
    for start, end, pieces in zip(article.words.start, article.words.end, article.words.pieces, strict=True):
        sign = article.text[start:end]
        if sign in MARKS:
            opened = sign == "“" or (sign == '"' and not opened)
            varied.append(_pieces(style[0 if opened else 1]))
        else:
            varied.append(_pieces("'") if sign in "‘’" else pieces)
    return varied


def unmarked(article: Labelled) -> Labelled:
    """The article with all quotation marks lost."""
    words = article.words
    kept = [
        k
        for k, (a, b) in enumerate(zip(words.start, words.end, strict=True))
        if article.text[a:b] not in MARKS
    ]
    columns = (words.start, words.end, words.pieces, words.paragraph)
    fewer = Words(*(tuple(column[k] for k in kept) for column in columns))
    parts = {
        role: [
            (bisect_left(kept, a), bisect_left(kept, b), n)
            for a, b, n in found
            if bisect_left(kept, a) < bisect_left(kept, b)
        ]
        for role, found in article.parts.items()
    }
    labels = [0] * len(kept)
    for role, found in parts.items():
        for a, b, _ in found:
            labels[a:b] = [FIRST[role], *[FIRST[role] + 1] * (b - a - 1)]
    return Labelled(article.name, article.text, fewer, labels, parts)


@cache
def _pieces(sign: str) -> tuple[int, ...]:
    return tuple(tokenizer().encode(sign, add_special_tokens=False).ids)


MARKS = frozenset({"“", "”", '"'})
STYLES = (None, ('"', '"'), ("``", "''"), ("‘", "’"), ("“", "”"))
STYLE_WEIGHTS = (50, 15, 20, 8, 7)
