"""Quotation marks over tokens: which outermost quotation holds which tokens."""

from bisect import bisect_left
from dataclasses import dataclass

from rashomon.annotate.quotes.syntax import Syntax
from rashomon.text.quotation_marks import MarkPair, pair_marks


@dataclass(frozen=True, slots=True)
class Marked:
    """One outermost quotation: its characters with marks, its tokens `[first, last)`, its words."""

    start: int
    end: int
    first: int
    last: int
    words: int
    pair: MarkPair


@dataclass(frozen=True, slots=True)
class Marks:
    """The article's outermost quotations in text order, and for each token the one that holds it."""

    regions: tuple[Marked, ...]
    holder: tuple[int, ...]  # a token's region, or -1

    def around(self, position: int) -> Marked | None:
        """The quotation that strictly holds this character offset."""
        index = bisect_left(self.regions, position, key=lambda region: region.end)
        if index < len(self.regions) and self.regions[index].start < position:
            return self.regions[index]
        return None

    def begin_in(self, start: int, end: int) -> bool:
        """Whether a quotation begins between these character offsets."""
        index = bisect_left(self.regions, start, key=lambda region: region.start)
        return index < len(self.regions) and self.regions[index].start < end

    def keep_whole(self, start: int, end: int) -> tuple[int, int]:
        """Widen a range so that it cuts no quotation in two at the mark, nor leaves a mark hanging."""
        region = self.around(end)
        if region and start <= region.start:
            end = region.end
        region = self.around(start)
        if region and start <= region.pair.inner_start:
            start = region.start
        return start, end


def mark_tokens(syntax: Syntax) -> Marks:
    """Pair the article's quotation marks and lay the outermost pairs over its tokens."""
    starts = syntax.tokens.start
    regions: list[Marked] = []
    holder = [-1] * len(syntax)
    for pair in pair_marks(syntax.article.text):
        if pair.depth > 0 or (regions and pair.start < regions[-1].end):
            continue
        first, last = bisect_left(starts, pair.start), bisect_left(starts, pair.end)
        words = sum(any(c.isalnum() for c in syntax.text[k]) for k in range(first, last))
        if not words:
            continue
        holder[first:last] = [len(regions)] * (last - first)
        regions.append(Marked(pair.start, pair.end, first, last, words, pair))
    return Marks(tuple(regions), tuple(holder))
