"""Fidelity: how true one rendering of someone's words is to the fullest one."""

import re
from collections.abc import Sequence
from itertools import pairwise

from rashomon.compare.wording import words
from rashomon.model.points import Fidelity
from rashomon.text.diff import Step, steps

# What an editor may do inside quotation marks in the open: leave out, and put own words in brackets.
_OPEN_EDIT = re.compile(r"\[[^\]\n]{0,200}\]|\([^)\n]{0,200}\)|\.\s?\.\s?\.|…")


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
    inner = [step for step in steps(mine, theirs) if not _at_end(step, len(mine), len(theirs))]
    if all(step.op == "equal" or _open(step, edited, edits) for step in inner):
        return "trimmed" if any(step.op == "equal" for step in inner) else _other(quoted)
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


def _at_end(step: Step, left: int, right: int) -> bool:
    """Whether a step only leaves out or adds whole words before the first or behind the last common one."""
    ends = (step.start == step.first == 0) or (step.end == left and step.last == right)
    return step.op in ("delete", "insert") and ends


def _open(step: Step, left: frozenset[int], right: frozenset[int]) -> bool:
    """Whether a step lies where one of the editors worked openly."""
    mine = any(step.start <= place <= step.end for place in left)
    return mine or any(step.first <= place <= step.last for place in right)
