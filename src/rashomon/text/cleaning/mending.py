"""Stray line ends: broken words are joined by evidence, sentences that run on by a space."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from rashomon.text.cleaning.lines import Line, lines
from rashomon.text.offsets import Edit
from rashomon.text.vocabulary import is_word

BROKEN = "word broken by a line end"
RUNS_ON = "line end inside a sentence"
_LETTERS_LAST = re.compile(r"[^\W\d_]+$")
_LETTERS_FIRST = re.compile(r"[^\W\d_]+")
_HYPHEN_LAST = re.compile(r"(?<=[^\W\d_])[-\u2010]$")
_ATTACHED = re.compile(r"[’'](?:s|t|re|ve|ll|d|m)\b|[,.;!?](?=\s|$)")
_ENDED = re.compile(r"[.!?:;…][\"'”’»)\]]*$")
_WORDS = re.compile(r"[^\W\d_]+")
# A line shorter than this may be a label or a list item, so a lower-case line after it stays apart.
# Set on the development articles: body lines that break inside a sentence are all longer.
_RUNNING_LENGTH = 45
_OPEN_WORDS = frozenset(
    "a an the of to in on at by for from with and or but nor as that which who whose than into over "
    "under between against about his her its their our my your is are was were be been has have had "
    "will would could should may might can must not said says this these those".split()
)


def mending(text: str) -> Iterator[Edit]:
    """Join what a stray line end has cut; a break without evidence stays a break."""
    rows = lines(text)
    seen: Counter[str] | None = None
    for left, right in pairwise(rows):
        if not _may_continue(left, right):
            continue
        if seen is None:
            seen = _inner_words(rows)
        edit = _broken_word(left, right, seen)
        if edit is None and right.start - left.end == 1:
            edit = _running_on(left, right)
        if edit is not None:
            yield edit


def _may_continue(left: Line, right: Line) -> bool:
    first = right.text[0]
    return (
        first.islower() or bool(_ATTACHED.match(right.text)) or (first.isupper() and left.text[-1].isupper())
    )


def _inner_words(rows: list[Line]) -> Counter[str]:
    """Words of the article that no line end can have cut."""
    return Counter(word for row in rows for word in _WORDS.findall(row.text)[1:-1])


def _broken_word(left: Line, right: Line, seen: Counter[str]) -> Edit | None:
    head, tail = _LETTERS_LAST.search(left.text), _LETTERS_FIRST.match(right.text)
    if tail and _HYPHEN_LAST.search(left.text):
        return _hyphenated(left, right, tail[0], seen)
    if not head or not tail:
        return None
    joined = head[0] + tail[0]
    if tail[0].isupper() and not (joined.isupper() and len(joined) > 5):
        return None
    if is_word(head[0]) and is_word(tail[0]):
        return None
    if not (is_word(joined) or seen[joined] or seen[joined.capitalize()]):
        return None
    return Edit(left.start + head.start(), right.start + tail.end(), joined, BROKEN)


def _hyphenated(left: Line, right: Line, tail: str, seen: Counter[str]) -> Edit | None:
    """A hyphen at the line end goes where the joined word is known and its halves are not words."""
    head = _LETTERS_LAST.search(left.text[:-1])
    if not head or not tail[0].islower() or right.start - left.end != 1:
        return None
    joined = head[0] + tail
    whole = (is_word(joined) or seen[joined]) and not (is_word(head[0]) and is_word(tail))
    new = joined if whole else f"{head[0]}{left.text[-1]}{tail}"
    return Edit(left.start + head.start(), right.start + len(tail), new, BROKEN)


def _running_on(left: Line, right: Line) -> Edit | None:
    if _ATTACHED.match(right.text):
        return Edit(left.end - 1, right.start + 1, left.text[-1] + right.text[0], RUNS_ON)
    if not right.text[0].islower() or _ENDED.search(left.text):
        return None
    last = _LETTERS_LAST.search(left.text)
    open_end = left.text[-1] == "," or (last is not None and last[0].casefold() in _OPEN_WORDS)
    if open_end or len(left.text) >= _RUNNING_LENGTH:
        return Edit(left.end, right.start, " ", RUNS_ON)
    return None
