"""Copying: which shared passages show that articles go back to one text, and which only that both quote.

Reporters' own words, alike, are copying. The public words of one person inside quotation marks are
not, unless the sentence beside them was copied too. What one prints in its own voice and another
quotes comes from one statement, and counts.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rashomon.compare.texts import Text, prepare
from rashomon.link.group import connected
from rashomon.model import Annotations, Passage, Quote, Span

_OWN = 6  # equal words outside quotation marks: "the minister told reporters on Monday" is no copy
_BESIDE = 30  # characters between two passages that stand side by side
_ALL_PAIRS = 12  # articles of a passage up to which each is held against each


@dataclass(frozen=True, slots=True)
class Copy:
    """A passage that counts as copying, and the articles that it counts for."""

    passage: Passage
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Voice:
    """What one place of a passage says in its own voice, what in quotation marks, and who speaks there."""

    span: Span
    own: tuple[str, ...]
    quoted: tuple[str, ...]
    speakers: frozenset[str]


def find_copies(
    annotations: Sequence[Annotations], passages: Sequence[Passage], *, texts: Sequence[Text] | None = None
) -> tuple[Copy, ...]:
    """Return the passages that count as copying, in the order of the passages."""
    by_id = {each.article.id: each for each in annotations}
    prepared = {text.article: text for text in (prepare(annotations) if texts is None else texts)}
    certain: list[Copy] = []
    quoting: list[Passage] = []
    for passage in passages:
        voices = [_voice(by_id[span.article], prepared[span.article], span) for span in passage.spans]
        groups = _groups([(a.span.article, b.span.article) for a, b in _pairs(voices) if _copied(a, b)])
        certain += [Copy(passage, group) for group in groups]
        if not groups:
            quoting.append(passage)
    found = certain + list(_beside(certain, quoting))
    order = {passage.id: place for place, passage in enumerate(passages)}
    return tuple(sorted(found, key=lambda copy: (order[copy.passage.id], copy.articles)))


def _voice(annotations: Annotations, text: Text, span: Span) -> _Voice:
    """Tell apart the words of a span inside and outside quotation marks."""
    own, quoted = text.voices(span.start, span.end)
    speakers = frozenset(quote.speaker for quote in annotations.quotes if quote.speaker and _in(quote, span))
    return _Voice(span, own, quoted, speakers)


def _in(quote: Quote, span: Span) -> bool:
    return any(span.overlaps(content) for content in quote.content)


def _pairs(voices: Sequence[_Voice]) -> Iterator[tuple[_Voice, _Voice]]:
    """Yield pairs of places in different articles: all of a few, the first with each of many."""
    for left in range(len(voices) if len(voices) <= _ALL_PAIRS else 1):
        for right in range(left + 1, len(voices)):
            if voices[left].span.article != voices[right].span.article:
                yield voices[left], voices[right]


def _copied(left: _Voice, right: _Voice) -> bool:
    """Whether the words that both have are enough, and not just one person's words in both."""
    if _equal(left.own, right.own) >= _OWN:
        return True
    if left.speakers & right.speakers:
        return False
    return max(_equal(left.own, right.quoted), _equal(left.quoted, right.own)) >= _OWN


def _equal(left: Sequence[str], right: Sequence[str]) -> int:
    """How many words both have in the same order."""
    from rapidfuzz.distance import LCSseq

    return int(LCSseq.similarity(left, right)) if left and right else 0


def _groups(pairs: Sequence[tuple[str, str]]) -> list[tuple[str, ...]]:
    """The articles that the pairs connect, each group sorted."""
    articles = sorted({article for pair in pairs for article in pair})
    return [tuple(sorted(group)) for group in connected(articles, pairs)]


def _beside(certain: Sequence[Copy], quoting: Sequence[Passage]) -> Iterator[Copy]:
    """Yield the quoted passages that stand beside a copied one in two articles or more."""
    places: defaultdict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for number, copy in enumerate(certain):
        for span in copy.passage.spans:
            if span.article in copy.articles:
                places[span.article].append((span.start, span.end, number))
    ends = {article: sorted((end, number) for _, end, number in rows) for article, rows in places.items()}
    starts = {
        article: sorted((start, number) for start, _, number in rows) for article, rows in places.items()
    }
    for passage in quoting:
        holders: defaultdict[int, set[str]] = defaultdict(set)
        for span in passage.spans:
            for number in _near(span, starts, ends):
                holders[number].add(span.article)
        pairs = [(min(group), other) for group in holders.values() for other in sorted(group - {min(group)})]
        for group in _groups(pairs):
            yield Copy(passage, group)


def _near(
    span: Span, starts: Mapping[str, list[tuple[int, int]]], ends: Mapping[str, list[tuple[int, int]]]
) -> set[int]:
    """The copies that end right before the span or begin right behind it."""
    after, before = starts.get(span.article, []), ends.get(span.article, [])
    low, high = bisect_left(after, (span.end, -1)), bisect_left(after, (span.end + _BESIDE, -1))
    found = {number for _, number in after[low:high]}
    low, high = bisect_left(before, (span.start - _BESIDE, -1)), bisect_left(before, (span.start + 1, -1))
    return found | {number for _, number in before[low:high]}
