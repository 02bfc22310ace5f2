"""Titles, captions and paragraphs printed twice or more: the first stays."""

from collections.abc import Iterator

from rashomon.text.cleaning.lines import Line, lines
from rashomon.text.offsets import Edit

REPEATED = "printed before"
PULLED = "printed in a paragraph too"
# Shorter lines ("Yes.", "Q: Why?") may truly be said twice; they go only where they stand side by side.
_FEWEST_WORDS = 5
_FEWEST_PULLED = 8  # words of a quotation pulled out of its paragraph; shorter ones recur by chance
_GRAM = 8  # words by which its paragraph is looked for
_MOST_HOLDERS = 20  # an opening that more lines hold is a form (a log, a list), not one pulled quotation


def repeats(text: str) -> Iterator[Edit]:
    """Drop each line that an earlier one, or a longer paragraph, holds word for word."""
    rows = lines(text)
    seen: set[str] = set()
    before = ""
    pulled = _pulled(rows)
    for index, row in enumerate(rows):
        if row.key and (row.key == before or (row.key in seen and row.words >= _FEWEST_WORDS)):
            yield Edit(row.start, row.end, "", REPEATED)
        elif index in pulled:
            yield Edit(row.start, row.end, "", PULLED)
        elif row.key:
            seen.add(row.key)
            before = row.key


def _pulled(rows: list[Line]) -> frozenset[int]:
    """Lines that stand as they are inside a longer one: pull quotes. The first line, a title, holds none."""
    holders: dict[str, list[int]] = {}
    words = [row.key.split() for row in rows]
    starts = {" ".join(each[:_GRAM]) for each in words if len(each) >= _FEWEST_PULLED}
    for index, each in enumerate(words[1:], start=1):
        for at in range(len(each) - _GRAM + 1):
            gram = " ".join(each[at : at + _GRAM])
            if gram in starts:
                holders.setdefault(gram, []).append(index)
    found = set()
    for index, each in enumerate(words):
        if index and len(each) >= _FEWEST_PULLED:
            places = holders.get(" ".join(each[:_GRAM]), ())
            if len(places) <= _MOST_HOLDERS and any(
                len(words[other]) > len(each) and _holds(rows[other].key, rows[index].key) for other in places
            ):
                found.add(index)
    return frozenset(found)


def _holds(longer: str, shorter: str) -> bool:
    """Whether the shorter key stands in the longer one, at the ends of words."""
    return f" {shorter} " in f" {longer} "
