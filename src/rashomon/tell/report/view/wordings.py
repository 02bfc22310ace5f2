"""Wordings: a statement's words as one article has them, with what matters set apart."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from rashomon.tell.report.view.places import Desk, Link, Voice, Witness
from rashomon.tell.wording import one_line

Json = dict[str, Any]
# Where no claim surrounds a value, this many characters on both sides give the sense.
_AROUND = 80


@dataclass(frozen=True, slots=True)
class Part:
    """A run of an outlet's words; `strong` where it is the value itself, `gap` where words are left out."""

    text: str
    strong: bool = False
    gap: bool = False


@dataclass(frozen=True, slots=True)
class Wording:
    """Words of one article, who says them, and the way to them."""

    parts: tuple[Part, ...]
    witness: Witness
    link: Link
    voice: Voice | None

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(part.text for part in self.parts)


def claim_wording(desk: Desk, claim: Json) -> Wording:
    """Return the claim's words."""
    parts: list[Part] = []
    for index, span in enumerate(claim["spans"]):
        parts += [Part(" … ", gap=True)] * bool(index) + [Part(one_line(span["exact"]))]
    return _wording(desk, tuple(parts), claim["article"], claim["spans"], claim)


def value_wordings(desk: Desk, value: Json, claims: Sequence[Json]) -> list[Wording]:
    """Return each place where the value is printed, within the claim that holds it."""
    found: list[Wording] = []
    for span in value["spans"]:
        around, claim = _around(desk, span, claims)
        parts = _marked(desk, around, span)
        found.append(_wording(desk, parts, span["article"], [span], claim))
    return found


def _wording(
    desk: Desk, parts: tuple[Part, ...], article: str, spans: Sequence[Json], claim: Json | None
) -> Wording:
    voice = desk.voice(claim) if claim else None
    return Wording(parts, desk.witness(article, spans), desk.link(spans), voice)


def _around(desk: Desk, span: Json, claims: Sequence[Json]) -> tuple[tuple[int, int], Json | None]:
    """Return the stretch to show around a value, and the claim that it comes from if there is one."""
    holding = [
        (part["end"] - part["start"], part["start"], part["end"], claim)
        for claim in claims
        for part in claim["spans"]
        if part["article"] == span["article"]
        and part["start"] <= span["start"]
        and span["end"] <= part["end"]
    ]
    if holding:
        _, start, end, claim = min(holding, key=lambda row: row[:3])
        return (start, end), claim
    text = desk.articles[span["article"]]["text"]
    line_start = text.rfind("\n", 0, span["start"]) + 1
    line_end = text.find("\n", span["end"])
    line_end = len(text) if line_end < 0 else line_end
    start = max(line_start, span["start"] - _AROUND)
    end = min(line_end, span["end"] + _AROUND)
    if start > line_start:
        start = min(text.find(" ", start) + 1 or start, span["start"])
    if end < line_end:
        end = max(text.rfind(" ", span["end"], end), span["end"])
    return (start, end), None


def _marked(desk: Desk, around: tuple[int, int], span: Json) -> tuple[Part, ...]:
    text = desk.articles[span["article"]]["text"]
    parts = (
        Part(one_line(text[around[0] : span["start"]])),
        Part(one_line(span["exact"]), strong=around != (span["start"], span["end"])),
        Part(one_line(text[span["end"] : around[1]])),
    )
    return tuple(part for part in parts if part.text)
