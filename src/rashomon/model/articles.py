"""Articles as stored: immutable text, metadata, and the map back to what arrived."""

from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

from rashomon.model.spans import Span

DatePrecision = Literal["second", "minute", "day", "month", "year"]


@dataclass(frozen=True, slots=True)
class Dropped:
    """A stretch of the arrived text that cleaning left out, `start` in the arrived text."""

    text: str
    reason: str
    start: int


@dataclass(frozen=True, slots=True)
class Repair:
    """A place of the stored text that cleaning mended; `was` stood at `raw_start` of what arrived."""

    start: int
    end: int
    was: str
    reason: str
    raw_start: int | None = None


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Where each stretch of stored text came from: `(stored start, raw start, length)`, ascending.

    Stored characters that no piece holds were added by cleaning (a line end between title and body).
    """

    pieces: tuple[tuple[int, int, int], ...] = ()

    def to_raw(self, offset: int) -> int | None:
        """Return the place in the arrived text of the stored character at `offset`."""
        index = bisect_right(self.pieces, offset, key=lambda piece: piece[0]) - 1
        if index < 0:
            return None
        stored, raw, length = self.pieces[index]
        return raw + offset - stored if offset < stored + length else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One report as stored. `text` is never edited; all spans count its code points.

    `raw` is the decoded text as it arrived (for HTML: the text taken out of the page). Where the
    input gives a title apart from the text, the stored text begins with the title and an empty line.
    `outlet_inferred`: the outlet is only the one that somebody in the text "told".
    `published` is ISO 8601 cut to `precision`. Nothing here is guessed: unknown fields are None.
    `credits` are the agencies that the text credits for copy or picture; `photo_credits` those of
    them that it credits for a picture alone, which say nothing about where the words come from. `wire` is
    the agency whose report the whole text is, not one that only helped.
    """

    id: str
    file: str
    text: str
    raw: str
    offsets: OffsetMap
    language: str | None = None
    title: str | None = None
    outlet: str | None = None
    outlet_inferred: bool = False
    url: str | None = None
    byline: str | None = None
    dateline: str | None = None
    published: str | None = None
    precision: DatePrecision | None = None
    credits: tuple[str, ...] = ()
    photo_credits: tuple[str, ...] = ()
    wire: str | None = None
    dropped: tuple[Dropped, ...] = ()
    repairs: tuple[Repair, ...] = ()

    @property
    def copy_credits(self) -> tuple[str, ...]:
        """The agencies credited for words: those that tell where the text comes from."""
        return tuple(name for name in self.credits if name not in self.photo_credits)

    def span(self, start: int, end: int) -> Span:
        """Return the span of this article from `start` to `end`."""
        return Span(self.id, start, end)

    def exact(self, span: Span) -> str:
        """Return the words that the span points to."""
        return self.text[span.start : span.end]


@dataclass(frozen=True, slots=True, order=True)
class Failure:
    """One input that a stage could not work on, and why."""

    input: str
    stage: str
    reason: str
