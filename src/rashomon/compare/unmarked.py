"""Unmarked: what one article quotes in marks, where another prints the same words as its own text.

A speech, a statement or a letter among the articles is where the quotations of the others come from. Its
words stand in no quotation there, so they get one here, without a source and without a cue.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.compare.renderings import in_marks
from rashomon.compare.texts import Text
from rashomon.compare.wording import words
from rashomon.model import Annotations, Quote, Span
from rashomon.model.identity import content_id

# Words in a row that both must print: fewer are an idiom, or a title that somebody quotes.
LEAST = 10
REASON = "another article gives these words in quotation marks; here they are the article's own text"

Gram = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Own:
    """The words of one article, and which of them it prints as its own: not quoted, not in marks."""

    text: Text
    free: tuple[bool, ...]


def find_unmarked(annotations: Sequence[Annotations], texts: Sequence[Text]) -> tuple[Quote, ...]:
    """Return quotes of the words that stand unmarked, in the order of articles' ids and of the text.

    Their speaker is the one whom the articles name that quote the words, if it is one.
    """
    said = [
        (quote, folds)
        for each in sorted(annotations, key=lambda each: each.article.id)
        for quote in each.quotes
        for piece in in_marks(each.article.text, quote, quote.content)
        if len(folds := words(piece).folds) >= LEAST
    ]
    wanted = {gram for _, folds in said for gram in _grams(folds)}
    if not wanted:
        return ()
    told = {each.article.id: each for each in annotations}
    own = [_own(told[text.article], text) for text in texts]
    return tuple(quote for each in own for quote in _quotes(each, said, wanted))


def _grams(folds: Gram) -> list[Gram]:
    return [folds[at : at + LEAST] for at in range(len(folds) - LEAST + 1)]


def _own(annotations: Annotations, text: Text) -> _Own:
    quoted = [(span.start, span.end) for q in annotations.quotes for span in (*q.source, *q.cue, *q.content)]
    free, at, reach = [], 0, 0
    taken = sorted((*quoted, *text.marks))
    for start in text.words.starts:
        while at < len(taken) and taken[at][0] <= start:
            reach = max(reach, taken[at][1])
            at += 1
        free.append(start >= reach)
    return _Own(text, tuple(free))


def _quotes(own: _Own, said: Sequence[tuple[Quote, Gram]], wanted: set[Gram]) -> Iterator[Quote]:
    """One quote for each stretch that the others' quotations cover without a gap."""
    folds, article = own.text.words.folds, own.text.article
    at: defaultdict[Gram, list[int]] = defaultdict(list)
    for place, gram in enumerate(_grams(folds)):
        if gram in wanted and all(own.free[place : place + LEAST]):
            at[gram].append(place)
    whose: defaultdict[int, set[Quote]] = defaultdict(set)
    for quote, piece in said:
        for gram in _grams(piece) if quote.article != article else ():
            for place in at.get(gram, ()):
                for word in range(place, place + LEAST):
                    whose[word].add(quote)
    first = None
    for word in sorted(whose):
        first = word if first is None else first
        if word + 1 not in whose:
            yield _quote(own, first, word, set().union(*(whose[i] for i in range(first, word + 1))))
            first = None


def _quote(own: _Own, first: int, last: int, others: set[Quote]) -> Quote:
    text = own.text
    span = Span(text.article, text.words.starts[first], text.words.ends[last])
    speakers = {quote.speaker for quote in others if quote.speaker is not None}
    one = len(speakers) == 1
    return Quote(
        id=content_id("q", text.article, "unmarked", span.start, span.end),
        article=text.article,
        kind="direct",
        source=(),
        cue=(),
        content=(span,),
        speaker=min(speakers) if one else None,
        confidence=max(q.confidence for q in others if q.speaker is not None) if one else 0.0,
        reasons=(REASON,),
    )
