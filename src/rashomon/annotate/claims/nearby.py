"""What stands in which sentence, found once an article instead of once a sentence."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from rashomon.model import Sentence, Span

T = TypeVar("T")


def by_sentence(
    sentences: Sequence[Sentence], items: Iterable[T], spans_of: Callable[[T], Iterable[Span]]
) -> list[list[T]]:
    """Return for each sentence the items with a span that reaches into it, in their order."""
    starts = [sentence.start for sentence in sentences]
    found: list[list[T]] = [[] for _ in sentences]
    for item in items:
        for index in sorted({i for span in spans_of(item) for i in _reached(sentences, starts, span)}):
            found[index].append(item)
    return found


def _reached(sentences: Sequence[Sentence], starts: Sequence[int], span: Span) -> list[int]:
    first = max(0, bisect_right(starts, span.start) - 1)
    last = bisect_right(starts, span.end - 1)
    return [i for i in range(first, last) if span.start < sentences[i].end]
