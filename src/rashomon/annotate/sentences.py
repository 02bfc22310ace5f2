"""Sentences of one article: where each stands, and whether it is title, heading or body."""

import re
from collections.abc import Sequence

from rashomon.model import Article, Sentence, Tokens
from rashomon.model.annotations import SentenceKind
from rashomon.text.sentences import split_paragraphs, split_sentences

# A heading is a short line of its own; in the dev news no line of more words was one.
_LONGEST_HEADING = 16
_FOLD = re.compile(r"[\W_]+")

Place = tuple[int, int, int]


def place_sentences(article: Article) -> list[Place]:
    """Return start, end and paragraph of each sentence, before anything is parsed."""
    return split_sentences(article.text)


def find_sentences(article: Article, places: Sequence[Place], tokens: Tokens) -> tuple[Sentence, ...]:
    """Join the places with the parsed tokens; every token is in exactly one sentence."""
    kinds = _paragraph_kinds(article)
    found: list[Sentence] = []
    first = 0
    for index, (start, end, paragraph) in enumerate(places):
        last = first
        while last < len(tokens) and tokens.sentence[last] == index:
            last += 1
        found.append(Sentence(start, end, first, last, paragraph, kinds[paragraph]))
        first = last
    return tuple(found)


def _paragraph_kinds(article: Article) -> list[SentenceKind]:
    title = _fold(article.title or "")
    lines = [article.text[start:end] for start, end in split_paragraphs(article.text)]
    return [_kind(line, title, index) for index, line in enumerate(lines)]


def _kind(line: str, title: str, index: int) -> SentenceKind:
    folded = _fold(line)
    if title and (folded == title or (index == 0 and folded and title.startswith(folded))):
        return "title"
    return "heading" if _is_heading(line) else "body"


def _is_heading(line: str) -> bool:
    """Whether a line is short, begins like a sentence and does not end like one."""
    words = line.split()
    ending = line.rstrip("\"'”’»)]*")[-1:]
    return (
        len(words) <= _LONGEST_HEADING
        and not line[0].islower()
        and ending not in ".!?…:;,"
        and any(character.isalpha() for character in line)
    )


def _fold(text: str) -> str:
    return _FOLD.sub(" ", text).strip().casefold()
