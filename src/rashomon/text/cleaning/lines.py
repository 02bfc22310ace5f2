"""Lines as cleaning sees them: where they stand, and whether they read like running text."""

import re
from dataclasses import dataclass
from functools import cached_property

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_WORD = re.compile(r"[^\W_]+(?:['’\-.][^\W_]+)*")
_STOP = re.compile(r"[.!?…:;][\"'”’»)\]]*$")


@dataclass(frozen=True)
class Line:
    """One line that holds something, with its place in the text."""

    start: int
    end: int
    text: str

    @cached_property
    def words(self) -> int:
        """How many words it has."""
        return len(_WORD.findall(self.text))

    @cached_property
    def stops(self) -> bool:
        """Whether it ends like a sentence."""
        return bool(_STOP.search(self.text))

    @cached_property
    def prose(self) -> bool:
        """Whether it reads like running text: a full sentence of some length, or simply long."""
        return (self.words >= 9 and self.stops) or self.words >= 30

    @cached_property
    def key(self) -> str:
        """The words alone, in lower case: equal for lines that differ in punctuation only."""
        return " ".join(_WORD.findall(self.text.casefold()))


def lines(text: str) -> list[Line]:
    """Return the lines that are not blank."""
    return [Line(found.start(), found.end(), found[0]) for found in _LINE.finditer(text)]
