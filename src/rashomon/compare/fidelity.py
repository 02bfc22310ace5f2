"""Fidelity: how true one rendering of someone's words is to the fullest one, and where they differ."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from rashomon.compare.wording import Words, words
from rashomon.model.points import Fidelity

Op = Literal["equal", "replace", "delete", "insert"]

# What an editor may do inside quotation marks in the open: leave out, and put own words in brackets.
_OPEN_EDIT = re.compile(r"\[[^\]\n]{0,200}\]|\([^)\n]{0,200}\)|\.\s?\.\s?\.|…")


@dataclass(frozen=True, slots=True)
class Difference:
    """One step from a left to a right wording; `left` and `right` are `(start, end)` in characters."""

    op: Op
    left: tuple[int, int]
    right: tuple[int, int]


def differences(left: str, right: str) -> list[Difference]:
    """Return the steps from left to right in order, equal ones included; spelling and case don't count."""
    mine, theirs = words(left), words(right)
    return [
        Difference(op, _places(mine, a, b), _places(theirs, c, d))
        for op, a, b, c, d in _steps(mine.folds, theirs.folds)
    ]


def fidelity(said: str, full: str, *, quoted: bool) -> Fidelity:
    """Say how `said` renders the fullest direct rendering; `quoted` where it stands in quotation marks.

    Trimmed is what leaves out in the open (ellipsis, brackets) or at an end; a changed or silently
    missing word inside quotation marks is altered; other words without marks are a paraphrase.
    """
    mine, edited = _with_edits(full)
    theirs, edits = _with_edits(said)
    if not theirs:
        return "paraphrased"
    if theirs == mine and not edits:
        return "verbatim"
    if _cut_out(theirs, edits, mine):
        return "trimmed"
    steps = _steps(mine, theirs)
    inner = [step for step in steps if not _at_end(step, len(mine), len(theirs))]
    if all(step[0] == "equal" or _open(step, edited, edits) for step in inner):
        return "trimmed" if any(step[0] == "equal" for step in inner) else _other(quoted)
    return _other(quoted)


def _cut_out(said: Sequence[str], edits: frozenset[int], full: Sequence[str]) -> bool:
    """Whether the pieces between the open edits stand in the full wording, each whole and in order."""
    at = 0
    cuts = [0, *sorted(edits), len(said)]
    for start, end in pairwise(cuts):
        piece = tuple(said[start:end])
        places = range(at, len(full) - len(piece) + 1)
        found = next((place for place in places if tuple(full[place : place + len(piece)]) == piece), None)
        if found is None:
            return False
        at = found + len(piece)
    return True


def _other(quoted: bool) -> Fidelity:
    return "altered" if quoted else "paraphrased"


def _steps(left: tuple[str, ...], right: tuple[str, ...]) -> list[tuple[Op, int, int, int, int]]:
    """Word-level edits, those of one place made one."""
    from rapidfuzz.distance import LCSseq

    steps: list[tuple[Op, int, int, int, int]] = []
    for edit in LCSseq.opcodes(left, right):
        op: Op = "equal" if edit.tag == "equal" else "replace"
        a, b, c, d = edit.src_start, edit.src_end, edit.dest_start, edit.dest_end
        if steps and op == "replace" and steps[-1][0] != "equal":
            _, a, _, c, _ = steps.pop()
        if op == "replace":
            op = "delete" if c == d else "insert" if a == b else "replace"
        steps.append((op, a, b, c, d))
    return steps


def _places(found: Words, first: int, last: int) -> tuple[int, int]:
    """The characters of words first..last; where there are none, the place they would stand at."""
    if first < last:
        return found.starts[first], found.ends[last - 1]
    at = found.ends[first - 1] if first else 0
    return at, at


def _with_edits(text: str) -> tuple[tuple[str, ...], frozenset[int]]:
    """The words without bracketed ones, and the places between words where the editor worked openly."""
    folds: list[str] = []
    edits: set[int] = set()
    at = 0
    for edit in _OPEN_EDIT.finditer(text):
        folds += words(text, at, edit.start()).folds
        edits.add(len(folds))
        at = edit.end()
    folds += words(text, at).folds
    return tuple(folds), frozenset(edits)


def _at_end(step: tuple[Op, int, int, int, int], left: int, right: int) -> bool:
    """Whether a step only leaves out or adds whole words before the first or behind the last common one."""
    op, a, b, c, d = step
    return op in ("delete", "insert") and ((a == 0 and c == 0) or (b == left and d == right))


def _open(step: tuple[Op, int, int, int, int], left: frozenset[int], right: frozenset[int]) -> bool:
    """Whether a step lies where one of the editors worked openly."""
    _, a, b, c, d = step
    return any(a <= place <= b for place in left) or any(c <= place <= d for place in right)
