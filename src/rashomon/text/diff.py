"""Differences between two wordings, word by word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

_WORD = re.compile(r"\w+(?:[’'.,-]\w+)*|[^\w\s]+")
_SINGLE = re.compile("[‘’‚‹›`]")
_DOUBLE = re.compile("[“”„«»‟]")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of words: standing in both wordings, in the left alone, or in the right alone."""

    kind: Literal["both", "left", "right"]
    text: str


def word_diff(left: str, right: str) -> tuple[Stretch, ...]:
    """Return the right wording as changes of the left, words taken out before words put in.

    Case, kinds of quotation marks and spaces don't count as a difference; what both have is shown as
    the right has it. The right wording is the `both` and `right` stretches, in order.
    """
    from rapidfuzz.distance import Indel

    before, after = list(_WORD.finditer(left)), list(_WORD.finditer(right))
    codes = Indel.opcodes([_fold(word[0]) for word in before], [_fold(word[0]) for word in after])
    changes = [
        ("both" if code.tag == "equal" else "left" if code.tag == "delete" else "right", code)
        for code in codes
    ]
    runs = [
        Stretch(kind, _between(left, before, code.src_start, code.src_end))  # type: ignore[arg-type]
        if kind == "left"
        else Stretch(kind, _between(right, after, code.dest_start, code.dest_end))  # type: ignore[arg-type]
        for kind, code in changes
    ]
    return tuple(_ordered(runs))


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


def _between(text: str, words: list[re.Match[str]], first: int, last: int) -> str:
    """Return the text of words[first:last] with the spaces between them."""
    return text[words[first].start() : words[last - 1].end()]


def _fold(word: str) -> str:
    return _DOUBLE.sub('"', _SINGLE.sub("'", word)).lower()
