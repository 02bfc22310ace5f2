"""Times: the article's time expressions, resolved by its day of publication where that is known."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from rashomon.model import Article, Mention, Sentence, Time, Tokens
from rashomon.text.addresses import is_house_number
from rashomon.text.calendar import Anchor, Resolved, Tense, read_anchor
from rashomon.text.dates import Expression, find_expressions
from rashomon.text.moments import resolve_moments
from rashomon.text.tenses import tense_at

# Years before this one need a word before them that says so.
_MODERN = 1900
_LASTING = re.compile(
    r"\b(?:for|in|within|than|just|only|about|under|over|nearly|almost|half|last(?:s|ed)?|took|takes?|every)\s+$",
    re.IGNORECASE,
)
_DATING = frozenset("in since by during of from until till before after to through and between the".split())


def find_times(
    article: Article, tokens: Tokens, sentences: Sequence[Sentence], mentions: Sequence[Mention]
) -> tuple[Time, ...]:
    """Return the article's time expressions in text order."""
    anchor = read_anchor(article.published)
    names = sorted(
        (m.span.start, m.span.end) for m in mentions if m.kind in ("person", "organisation", "group")
    )
    return tuple(
        time for sentence in sentences for time in _in_sentence(article, tokens, sentence, names, anchor)
    )


def _in_sentence(
    article: Article,
    tokens: Tokens,
    sentence: Sentence,
    names: Sequence[tuple[int, int]],
    anchor: Anchor | None,
) -> Iterator[Time]:
    base = sentence.start
    text = article.text[base : sentence.end]
    places = [
        (each.start, each.end)
        for each in find_expressions(text)
        if not _in_name(base + each.start, base + each.end, names)
        and not _is_count(tokens, sentence, text, each)
        and not _is_another(text, each)
    ]
    if not places:
        return

    def tense_of(offset: int) -> Tense:
        return tense_at(tokens, _token_at(tokens, base + offset))

    for (start, end), resolved in zip(places, resolve_moments(text, places, anchor, tense_of), strict=True):
        if resolved is not None:
            yield _time(article, base + start, base + end, resolved)


def _token_at(tokens: Tokens, offset: int) -> int:
    return max(0, bisect_right(tokens.start, offset) - 1)


def _in_name(start: int, end: int, names: Sequence[tuple[int, int]]) -> bool:
    at = bisect_right(names, (end, 0))
    return any(left < end and start < right for left, right in names[max(0, at - 2) : at])


def _is_count(tokens: Tokens, sentence: Sentence, text: str, each: Expression) -> bool:
    """Whether what looks like a year counts or numbers something: "2000 people", "1601 Elm St."."""
    if each.form != "year" or not text[each.start : each.end].isdigit():
        return False
    index = _token_at(tokens, sentence.start + each.start)
    before = text[: each.start].split()[-1:]
    dated = bool(before) and (before[0].lower() in _DATING or before[0].endswith(("(", "–", ",")))
    if is_house_number(text, each.end) or (int(text[each.start : each.end]) < _MODERN and not dated):
        return True
    plural = index + 1 < sentence.last and tokens.tag[index + 1] == "NNS"
    return plural and tokens.dep[index] == "nummod" and not dated


def _is_another(text: str, each: Expression) -> bool:
    """Whether "a second" is another one, as in "a second man": a length of time needs a sign before it."""
    return text[each.start : each.end].lower() == "a second" and not _LASTING.search(text[: each.start])


def _time(article: Article, start: int, end: int, resolved: Resolved) -> Time:
    known = resolved.value is not None
    basis = "none" if not known else "published" if resolved.basis == "relative" else "explicit"
    return Time(
        article.span(start, end),
        resolved.kind,
        resolved.value,
        resolved.precision,
        basis,  # type: ignore[arg-type]
        resolved.end,
    )
