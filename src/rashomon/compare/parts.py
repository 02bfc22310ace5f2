"""Parts: quotes cut into single statements, so that part of a long quote can give what a short one gives.

A part is what a quote says in one sentence, or in one clause of it that begins a claim behind "and",
"but" or a semicolon.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from rashomon.compare.wording import words
from rashomon.model import Annotations, Quote, Sentence, Span

_CLAUSE = 4  # words that a clause needs on both sides of the cut
_JOINT = re.compile(r"(?:;|,?\s+(?:and|but|while|whereas))\s+(?:that\s+)?[“\"'‘]?$")

Spans = tuple[Span, ...]


def parts(annotations: Annotations) -> Iterator[tuple[Quote, Spans]]:
    """Yield each part of each quote's content, in the order of the quotes and of the text.

    What holds no word is left out.
    """
    article = annotations.article
    begins: defaultdict[str, list[int]] = defaultdict(list)
    for claim in annotations.claims:
        begins[claim.quote or ""].append(claim.spans[0].start)
    for quote in annotations.quotes:
        pieces: defaultdict[tuple[int, int], list[Span]] = defaultdict(list)
        for span in quote.content:
            for start, end in _sentences(annotations.sentences, span):
                piece = article.span(max(start, span.start), min(end, span.end))
                if words(article.text, piece.start, piece.end).folds:
                    pieces[start, end].append(piece)
        for _, spans in sorted(pieces.items()):
            for clause in _clauses(article.text, spans, sorted(begins[quote.id])):
                yield quote, clause


def _sentences(sentences: Sequence[Sentence], span: Span) -> list[tuple[int, int]]:
    """The sentences that the span lies in; the span itself where there are none."""
    first = bisect_right(sentences, span.start, key=lambda sentence: sentence.end)
    last = bisect_left(sentences, span.end, key=lambda sentence: sentence.start)
    found = [(sentence.start, sentence.end) for sentence in sentences[first:last]]
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
