"""Quotation marks in pairs: which mark opens, which closes, and which is only an apostrophe.

Each line of the text is a paragraph of its own: a mark is never paired across a line end. A quotation
over several paragraphs comes out as one pair a paragraph, all but the last `continued`.
"""

import re
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Literal

Family = Literal["double", "single", "angle"]

_MARK = re.compile(r"``|''|[\"“”„‟＂«»'‘’‚‛`‹›]")
_DOUBLE = frozenset('"“”„‟＂') | {"``", "''"}
_ANGLE = frozenset("«»‹›")
_ONLY_OPENS = frozenset("“„‟‘‚‛«‹`") | {"``"}
_BEFORE_OPENING = frozenset("([{<-–—―/:;,….!?\"＂”'’") | _ONLY_OPENS
# Words that begin with an apostrophe in English; two digits are a decade ('90s).
_ELISION = re.compile(r"(?:\d\ds?|em|til|till|tis|twas|cause|bout|round|n|cos|cuz|ere|sup)\b", re.IGNORECASE)
_INCHES = re.compile(r"\d['’]\s?\d{1,2}$")
_DEEPEST = 6  # quotations inside quotations: beyond this, marks are noise


@dataclass(frozen=True, slots=True, order=True)
class MarkPair:
    """One quotation: `start..end` with its marks, `inner_start..inner_end` without.

    A quotation that is never closed ends with its paragraph, or before the next one opens; there
    `closed` is False and `end` equals `inner_end`. `continued` says that the next paragraph opens with
    the same kind of mark, as quotations over several paragraphs do. `depth` 0 is outermost.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    family: Family
    closed: bool
    depth: int = 0
    continued: bool = False


@dataclass(slots=True)
class _Mark:
    """A mark as found, what its neighbours let it be, and what follows it in its family."""

    start: int
    end: int
    sign: str
    family: Family
    opens: bool
    closes: bool
    possessive: bool  # "the players’ wages": closes only where nothing else does
    close_next: bool = False  # a sure closing mark comes before the next opening one
    closings: int = 0  # how many marks after this one can only close, or only open
    openings: int = 0
    last: bool = True  # no mark of the family follows


def pair_marks(text: str) -> list[MarkPair]:
    """Return the pairs of quotation marks in text order, outer before inner; linear in the text."""
    pairs: list[MarkPair] = []
    waiting: int | None = None  # the index of a pair that stands open at its paragraph's end
    at = 0
    for line in text.split("\n"):
        body = line.rstrip()
        if body:
            found = _nest(_Pairing(body).run())
            if waiting is not None and found and found[0].start == len(body) - len(body.lstrip()):
                before = pairs[waiting]
                pairs[waiting] = replace(before, continued=before.family == found[0].family)
            waiting = None
            for pair in found:
                if not pair.closed and pair.depth == 0 and pair.end == len(body):
                    waiting = len(pairs)
                pairs.append(shifted(pair, at))
        at += len(line) + 1
    return pairs


def shifted(pair: MarkPair, by: int) -> MarkPair:
    """Return the pair so many characters further on."""
    return replace(
        pair,
        start=pair.start + by,
        end=pair.end + by,
        inner_start=pair.inner_start + by,
        inner_end=pair.inner_end + by,
    )


def _nest(pairs: list[MarkPair]) -> list[MarkPair]:
    """Sort the pairs of one paragraph and say how deep each stands."""
    nested: list[MarkPair] = []
    ends: list[int] = []
    for pair in sorted(pairs, key=lambda pair: (pair.start, -pair.end)):
        while ends and ends[-1] <= pair.start:
            ends.pop()
        nested.append(replace(pair, depth=len(ends)))
        ends.append(pair.end)
    return nested


def _marks(line: str) -> list[_Mark]:
    """Find the marks of one line that can be quotation marks, and look ahead from each."""
    found = [mark for match in _MARK.finditer(line) if (mark := _mark(match, line))]
    for family in ("double", "single", "angle"):
        close_next, closings, openings, last = False, 0, 0, True
        for mark in reversed([mark for mark in found if mark.family == family]):
            mark.close_next, mark.closings, mark.openings, mark.last = close_next, closings, openings, last
            last = False
            if mark.closes and not mark.possessive:
                close_next = True
            elif mark.opens and not mark.closes:
                close_next = False
            closings += mark.closes and not mark.opens
            openings += mark.opens and not mark.closes
    return found


def _mark(match: re.Match[str], line: str) -> _Mark | None:
    """Read one mark from its neighbours; None for an apostrophe, a decade, inches."""
    start, end, sign = match.start(), match.end(), match.group()
    before, after = line[start - 1 : start], line[end : end + 1]
    family: Family = "double" if sign in _DOUBLE else "angle" if sign in _ANGLE else "single"
    free = not before or before.isspace() or before in _BEFORE_OPENING
    word_next = bool(after) and not after.isspace() and after not in ".,;:!?)]}"
    joined = before.isalnum() and after.isalnum()
    if family == "single" and (joined or (free and _ELISION.match(line, end))):
        return None
    if family == "double" and _INCHES.search(line[max(0, start - 5) : start]):
        return None
    opens = sign in _ONLY_OPENS or (free and word_next)
    ends_word = bool(before) and not before.isspace()
    closes = sign not in _ONLY_OPENS and ends_word and (not after.isalnum() or before in ".,!?…")
    if sign in "”»›" and ends_word:
        opens = False
    possessive = family == "single" and before in "sSxXzZ" and line[end : end + 2].strip().islower()
    return _Mark(start, end, sign, family, opens, closes, possessive)


class _Pairing:
    """One paragraph's marks, taken from left to right with a stack of those that stand open."""

    def __init__(self, line: str) -> None:
        self.line = line
        self.marks = _marks(line)
        self.double_closings = sum(mark.family == "double" and mark.closes for mark in self.marks)
        self.open: list[_Mark] = []
        self.pairs: list[MarkPair] = []
        self.odd: _Mark | None = None  # a single mark that may close what a double one opened

    def run(self) -> list[MarkPair]:
        """Return the paragraph's pairs, unsorted."""
        for mark in self.marks:
            if mark.family == "single":
                self._single(mark)
            else:
                self.double_closings -= mark.family == "double" and mark.closes
                self._double(mark)
        while self.open:
            self._give_up(len(self.open) - 1, len(self.line))
        return self.pairs

    def _standing(self, family: Family) -> int | None:
        """Where in the stack the innermost open mark of the family is."""
        places = (place for place in range(len(self.open) - 1, -1, -1) if self.open[place].family == family)
        return next(places, None)

    def _double(self, mark: _Mark) -> None:
        place = self._standing(mark.family)
        if place is None:
            top = self.open[-1] if self.open else None
            if top and top.sign == "‘" and mark.closes and not top.close_next:
                self._close(len(self.open) - 1, mark)  # ‘mixed marks”
            elif mark.opens or (not mark.closes and not mark.last):
                self.open.append(mark)
        elif mark.closes or not mark.opens or (mark.sign == "“" and self.open[place].sign == "„"):
            self._close(place, mark)
        elif self._nests(mark):
            self.open.append(mark)  # “one “inside” the other”
        else:
            self._give_up(place, mark.start)
            self.open.append(mark)

    def _nests(self, mark: _Mark) -> bool:
        """Whether enough closing marks follow for a quotation inside one of the same marks."""
        return mark.sign in _ONLY_OPENS and mark.closings > mark.openings + 1 and len(self.open) < _DEEPEST

    def _single(self, mark: _Mark) -> None:
        place = self._standing("single")
        if place is not None and mark.closes:
            inside_double = place < len(self.open) - 1 and self.double_closings > 0
            if not inside_double and not (mark.possessive and mark.close_next):
                self._close(place, mark)
        elif mark.opens:
            if place is None and (mark.sign == "‘" or mark.close_next or mark.closings):
                self.open.append(mark)
        elif mark.closes and not mark.possessive and self.line[mark.start - 1] not in "sS":
            self.odd = mark

    def _close(self, place: int, mark: _Mark) -> None:
        """Pair the open mark at `place` with `mark`; what opened since is given up."""
        while len(self.open) > place + 1:
            self._give_up(len(self.open) - 1, mark.start)
        opening = self.open.pop()
        if self._last_word(opening.end, mark.start) > opening.end:
            self._add(opening, mark.start, mark.end)

    def _add(self, opening: _Mark, inner_end: int, end: int) -> None:
        closed = end > inner_end
        self.pairs.append(MarkPair(opening.start, end, opening.end, inner_end, opening.family, closed))

    def _give_up(self, place: int, stop: int) -> None:
        """End what stands open from `place` on: it is never closed."""
        opening = self.open[place]
        del self.open[place:]
        odd, self.odd = self.odd, None
        if opening.family == "double" and odd and self._may_close(opening, odd, stop):
            self._add(opening, odd.start, odd.end)
            return
        # A lone single mark is an apostrophe more often than not, unless it stands where speech begins.
        introduced = place == 0 and opening.sign == "‘" and self._introduced(opening)
        end = self._last_word(opening.end, stop)
        if end > opening.end and (opening.family != "single" or introduced):
            self._add(opening, end, end)

    def _may_close(self, opening: _Mark, odd: _Mark, stop: int) -> bool:
        """Whether `odd` lies between the two, and inside no pair that opened since."""
        inside = takewhile(lambda pair: pair.start > opening.start, reversed(self.pairs))
        return opening.end < odd.start < stop and all(pair.end <= odd.start for pair in inside)

    def _introduced(self, opening: _Mark) -> bool:
        """Whether a comma, a colon or the paragraph's start stands before the mark."""
        before = self._last_word(0, opening.start)
        return before == 0 or self.line[before - 1] in ",:"

    def _last_word(self, start: int, stop: int) -> int:
        """Return `stop` moved back over white space, not before `start`."""
        while stop > start and self.line[stop - 1].isspace():
            stop -= 1
        return stop
