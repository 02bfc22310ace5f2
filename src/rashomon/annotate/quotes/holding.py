"""Which contents hold a range: a sorted list of pieces with the farthest end so far."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from rashomon.annotate.quotes.found import Found, Range


class Holding:
    """The content pieces of many attributions; a look-up visits only those that can hold the range."""

    def __init__(self, found: Sequence[Found]) -> None:
        self._pieces = sorted((a, b, place) for place, each in enumerate(found) for a, b in each.content)
        self._starts = [a for a, _, _ in self._pieces]
        self._reach = list(accumulate((b for _, b, _ in self._pieces), max))

    def around(self, part: Range) -> Iterator[int]:
        """Yield the places, in the sequence given, of the attributions with a piece around the range."""
        start, end = part
        index = bisect_right(self._starts, start) - 1
        while index >= 0 and self._reach[index] >= end:
            if self._pieces[index][1] >= end:
                yield self._pieces[index][2]
            index -= 1
