"""Differences between two wordings, word by word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

_WORD = re.compile(r"\w+(?:[’'.,-]\w+)*")
# Marks that belong to the word after them, not to the one before.
_OPENING = re.compile(r"[“‘„«‹(\[\"'¿¡-]+$")
_APOSTROPHE = re.compile("[‘’‚‹›`]")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of words: standing in both wordings, in the left alone, or in the right alone."""

    kind: Literal["both", "left", "right"]
    text: str


def word_diff(left: str, right: str) -> tuple[Stretch, ...]:
    """Return the right wording as changes of the left, words taken out before words put in.

    Case, punctuation and spaces don't count as a difference; what both have is shown as the right has
    it. The right wording is the `both` and `right` stretches, in order.
    """
    from rapidfuzz.distance import Indel

    before, after = _words(left), _words(right)
    codes = Indel.opcodes([_fold(word) for word in before], [_fold(word) for word in after])
    runs: list[Stretch] = []
    for code in codes:
        if code.tag == "equal":
            runs.append(Stretch("both", _joined(after[code.dest_start : code.dest_end])))
        elif code.tag == "delete":
            runs.append(Stretch("left", _joined(before[code.src_start : code.src_end])))
        else:
            runs.append(Stretch("right", _joined(after[code.dest_start : code.dest_end])))
    return tuple(_ordered(runs))


def _words(text: str) -> list[str]:
    """Cut the text at its words; each piece holds one word with the marks around it."""
    starts: list[int] = []
    for found in _WORD.finditer(text):
        between = text[starts[-1] if starts else 0 : found.start()]
        opening = _OPENING.search(between) if starts else None
        starts.append(found.start() - len(opening[0]) if opening else found.start() if starts else 0)
    return [text[start:end] for start, end in pairwise([*starts, len(text)])]


def _joined(words: list[str]) -> str:
    return " ".join("".join(words).split())


def _ordered(runs: list[Stretch]) -> Iterator[Stretch]:
    """Yield the runs, those of a place where words were exchanged with the left ones first."""
    place: list[Stretch] = []
    for run in runs:
        if run.kind == "both":
            yield from sorted(place, key=lambda stretch: stretch.kind)
            place = []
            yield run
        else:
            place.append(run)
    yield from sorted(place, key=lambda stretch: stretch.kind)


def _fold(word: str) -> str:
    found = _WORD.search(word)
    return _APOSTROPHE.sub("'", found[0]).lower() if found else ""
