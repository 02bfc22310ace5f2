"""Text wrapped at a fixed width: its lines are joined to paragraphs."""

from collections.abc import Iterator
from itertools import pairwise

from rashomon.text.cleaning.lines import Line, lines
from rashomon.text.offsets import Edit

REASON = "line wrapped at a fixed width"
# Mail and wire copy wrap at 60 to 80 columns, some archives at 100; paragraphs are longer than that.
_WIDEST = 110
_NARROWEST = 40  # characters; narrower lines are verse, lists or columns of a table
_FEWEST_LINES = 4  # breaks inside paragraphs; fewer prove no width
_SHARE = 0.9  # of the line breaks at which the next word would not have fitted


def wrapping(text: str) -> Iterator[Edit]:
    """Join the lines of each paragraph where the whole text is wrapped; otherwise change nothing.

    It is wrapped where nearly every line end inside a paragraph stands at the last place that the
    width allows, that is, where the next line's first word would not have fitted.
    """
    rows = lines(text)
    inner = [(left, right) for left, right in pairwise(rows) if right.start - left.end == 1]
    width = max((len(row.text) for row in rows), default=0)
    if len(inner) < _FEWEST_LINES or not _NARROWEST <= width <= _WIDEST:
        return
    full = [pair for pair in inner if _is_full(*pair, width)]
    if len(full) < _SHARE * len(inner):
        return
    for left, right in full:
        yield Edit(left.end, right.start, " ", REASON)


def _is_full(left: Line, right: Line, width: int) -> bool:
    return len(left.text) + 1 + len(right.text.split(maxsplit=1)[0]) > width
