"""Edits with a memory: a text changed step by step that can always say where each character came from."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from rashomon.model import Dropped, OffsetMap, Repair


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Replace `[start, end)` by `new`. Offsets count the text as it stands before the step.

    With a reason, an empty `new` is recorded as dropped and any other as repaired. Without a reason
    the edit may touch white space alone.
    """

    start: int
    end: int
    new: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, order=True)
class _Change:
    """What happened to `[start, end)` of the raw text, for the record."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A text under cleaning. `places` gives each character's offset in `raw`.

    A character that is not the raw one (a space for a line end) has the complement `~offset` of the
    place that it stands for. Edits keep the order, so the places never go back.
    """

    raw: str
    text: str
    places: Sequence[int]
    drops: tuple[_Change, ...] = ()
    mends: tuple[_Change, ...] = ()

    @classmethod
    def of(cls, raw: str) -> "Draft":
        """Begin with the text as it arrived."""
        return cls(raw, raw, range(len(raw)))

    def apply(self, edits: Iterable[Edit]) -> "Draft":
        """Return the draft after the edits; where two overlap, the one that starts first is made."""
        parts: list[str] = []
        places: list[int] = []
        drops, mends = list(self.drops), list(self.mends)
        cursor = 0
        for edit in sorted(edits):
            if edit.start < cursor or edit.start == edit.end:
                continue
            old = self.text[edit.start : edit.end]
            if not edit.reason and (old.strip() or edit.new.strip()):
                raise ValueError(f"an edit without a reason may touch white space alone, not {old!r}")
            parts += (self.text[cursor : edit.start], edit.new)
            places += self.places[cursor : edit.start]
            places += self._traced(edit, old)
            cursor = edit.end
            if edit.reason:
                change = _Change(*self._raw_range(edit.start, edit.end), edit.reason)
                (mends if edit.new else drops).append(change)
        if not parts:
            return self
        parts.append(self.text[cursor:])
        places += self.places[cursor:]
        return replace(self, text="".join(parts), places=places, drops=tuple(drops), mends=tuple(mends))

    def _traced(self, edit: Edit, old: str) -> list[int]:
        """Places for the new characters: those of the old ones that they repeat, where all do."""
        found, at = [], -1
        for char in edit.new:
            at = old.find(char, at + 1)
            if at < 0:
                break
            found.append(self.places[edit.start + at])
        else:
            return found
        first = self.places[edit.start]
        return [first if first < 0 else ~first] * len(edit.new)

    def _raw_range(self, start: int, end: int) -> tuple[int, int]:
        first, last = _place(self.places[start]), _place(self.places[end - 1]) + 1
        for mend in self.mends:
            if mend.start < last <= mend.end and mend.start >= first:
                last = mend.end
        return first, last

    def offsets(self) -> OffsetMap:
        """The map from this text to the raw one, as runs of characters that are the same."""
        places = self.places
        breaks = (at for at, (left, right) in enumerate(pairwise(places), 1) if right != left + 1)
        edges = [0, *breaks, len(places)]
        runs = ((start, places[start], end - start) for start, end in pairwise(edges) if start < end)
        return OffsetMap(tuple(run for run in runs if run[1] >= 0))

    def dropped(self) -> tuple[Dropped, ...]:
        """What was left out, in raw order; neighbours are told as one, a drop inside a larger one once."""
        rows: list[_Change] = []
        gone = [mend for mend, start, end in self._mended() if start == end]
        for drop in sorted((*self.drops, *gone), key=_outer_first):
            last = rows[-1] if rows else None
            if last and drop.end <= last.end:
                continue
            if last and last.reason == drop.reason and not self.raw[last.end : drop.start].strip():
                rows[-1] = _Change(last.start, drop.end, drop.reason)
            else:
                rows.append(drop)
        return tuple(Dropped(self.raw[row.start : row.end], row.reason, row.start) for row in rows)

    def repairs(self) -> tuple[Repair, ...]:
        """What was mended and is still there, in text order; a mend inside a larger one is part of it."""
        rows: list[Repair] = []
        reached = -1
        for mend, start, end in self._mended():
            if start < end and mend.end > reached:
                was = self.raw[mend.start : mend.end]
                rows.append(Repair(start, end, was, mend.reason, raw_start=mend.start))
                reached = mend.end
        return tuple(rows)

    def _mended(self) -> Iterator[tuple[_Change, int, int]]:
        """Each mend with its place in this text; an empty place where later steps took it out."""
        for mend in sorted(self.mends, key=_outer_first):
            yield (
                mend,
                bisect_left(self.places, mend.start, key=_place),
                bisect_left(self.places, mend.end, key=_place),
            )


def _outer_first(change: _Change) -> tuple[int, int]:
    return change.start, -change.end


def _place(place: int) -> int:
    return place if place >= 0 else ~place
