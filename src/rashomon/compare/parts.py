"""Parts: quotes cut into single statements, so that part of a long quote can give what a short one gives.

A part is what a quote says in one sentence, or in one clause of it that begins a claim behind "and",
"but" or a semicolon.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from rashomon.compare.wording import words
from rashomon.model import Annotations, Quote, Span

_CLAUSE = 4  # words that a clause needs on both sides of the cut
_JOINT = re.compile(r"(?:;|,?\s+(?:and|but|while|whereas))\s+(?:that\s+)?[“\"'‘]?$")

Spans = tuple[Span, ...]


def parts(annotations: Annotations, quote: Quote) -> tuple[Spans, ...]:
    """Return the spans of each part of the quote's content, in text order; what holds no word is left out."""
    article = annotations.article
    pieces: defaultdict[tuple[int, int], list[Span]] = defaultdict(list)
    for span in quote.content:
        for start, end in _sentences(annotations, span):
            piece = article.span(max(start, span.start), min(end, span.end))
            if words(article.text, piece.start, piece.end).folds:
                pieces[start, end].append(piece)
    begins = sorted(claim.spans[0].start for claim in annotations.claims if claim.quote == quote.id)
    return tuple(
        clause for _, spans in sorted(pieces.items()) for clause in _clauses(article.text, spans, begins)
    )


def _sentences(annotations: Annotations, span: Span) -> list[tuple[int, int]]:
    """The sentences that the span lies in; the span itself where there are none."""
    found = [
        (sentence.start, sentence.end)
        for sentence in annotations.sentences
        if sentence.start < span.end and span.start < sentence.end
    ]
    return found or [(span.start, span.end)]


def _clauses(text: str, spans: Sequence[Span], begins: Sequence[int]) -> Iterator[Spans]:
    """Cut one sentence's spans where a claim begins behind a joint and both sides are long enough."""
    clause: list[Span] = []
    for span in spans:
        at = span.start
        for begin in begins:
            joint = _JOINT.search(text, at, begin) if at < begin < span.end else None
            if joint is None or _short(text, at, joint.start()) or _short(text, begin, span.end):
                continue
            yield (*clause, Span(span.article, at, joint.start()))
            clause, at = [], begin
        clause.append(Span(span.article, at, span.end))
    yield tuple(clause)


def _short(text: str, start: int, end: int) -> bool:
    """Whether the stretch holds too few words for a clause."""
    return len(words(text, start, end)) < _CLAUSE
