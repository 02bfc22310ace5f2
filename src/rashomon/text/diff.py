"""Differences between two wordings, word by word."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, NamedTuple

_WORD = re.compile(r"\w+(?:[’'.,-]\w+)*")
# Marks that belong to the word after them, not to the one before.
_OPENING = re.compile(r"[“‘„«‹(\[\"'¿¡-]+$")
_APOSTROPHE = re.compile("[‘’‚‹›`]")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of words: standing in both wordings, in the left alone, or in the right alone."""

    kind: Literal["both", "left", "right"]
    text: str


class Step(NamedTuple):
    """One step from a left to a right list of words: `left[start:end]` becomes `right[first:last]`."""

    op: Literal["equal", "replace", "delete", "insert"]
    start: int
    end: int
    first: int
    last: int


def steps(left: Sequence[str], right: Sequence[str]) -> list[Step]:
    """Return the steps from left to right in order, equal ones included; those of one place are one."""
    from rapidfuzz.distance import LCSseq

    found: list[Step] = []
    for edit in LCSseq.opcodes(left, right):
        a, b, c, d = edit.src_start, edit.src_end, edit.dest_start, edit.dest_end
        if edit.tag == "equal":
            found.append(Step("equal", a, b, c, d))
            continue
        if found and found[-1].op != "equal":
            before = found.pop()
            a, c = before.start, before.first
        found.append(Step("delete" if c == d else "insert" if a == b else "replace", a, b, c, d))
    return found


def word_diff(left: str, right: str) -> tuple[Stretch, ...]:
    """Return the right wording as changes of the left, words taken out before words put in.

    Case, punctuation and spaces don't count as a difference; what both have is shown as the right has
    it. The right wording is the `both` and `right` stretches, in order.
    """
    before, after = _words(left), _words(right)
    runs: list[Stretch] = []
    for step in steps([_fold(word) for word in before], [_fold(word) for word in after]):
        old, new = before[step.start : step.end], after[step.first : step.last]
        if step.op == "equal":
            runs.append(Stretch("both", _joined(new)))
            continue
        runs += [Stretch("left", _joined(old))] if old else []
        runs += [Stretch("right", _joined(new))] if new else []
    return tuple(runs)


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


def _fold(word: str) -> str:
    found = _WORD.search(word)
    return _APOSTROPHE.sub("'", found[0]).lower() if found else ""
