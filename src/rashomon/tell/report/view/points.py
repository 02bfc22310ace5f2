"""Points: what is contested, what is agreed, what one alone tells, and the table of all."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from rashomon.tell.alone import stands_for_all, unfit
from rashomon.tell.inside import within_one
from rashomon.tell.report.view.places import Desk, Link, Meter, Witness, meter
from rashomon.tell.report.view.wordings import Wording, claim_wording, value_wordings
from rashomon.tell.wording import fold
from rashomon.text.diff import Stretch, word_diff

Json = dict[str, Any]
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Version:
    """One value of a contested point."""

    letter: str
    value: str
    own_words: bool
    wording: Wording
    more: list[Wording]
    witnesses: list[Witness]
    meter: Meter
    changes: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """A point as it is shown."""

    id: str
    relation: str
    slot: str | None
    lead: Wording
    more: list[Wording]
    witnesses: list[Witness]
    versions: list[Version]
    link: Link
    meter: Meter
    salience: float
    reasons: list[str]
    within_one: bool
    one_voice: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """What an article does with a point: states it, has version a or b of it, or tells of it with none."""

    state: str
    sign: str
    witness: Witness


@dataclass(frozen=True, slots=True)
class Row:
    """A point in the table of all points: None for an article that is silent; `by` numbers the others."""

    statement: Statement
    cells: list[Cell | None]
    by: str


def statement(desk: Desk, point: Json) -> Statement:
    """Return the point with its leading words, its other wordings and its versions."""
    claims = [desk.claims[id] for id in point["claims"]]
    wordings = [claim_wording(desk, claim) for claim in claims]
    titles = [desk.articles[claim["article"]]["title"] for claim in claims]
    lead, _ = min(
        zip(wordings, titles, strict=True), key=lambda of: (not _stands(of[0], point), _fitness(of))
    )
    spans = [span for claim in claims for span in claim["spans"]]
    return Statement(
        id=point["id"],
        relation=point["relation"],
        slot=point["slot"],
        lead=lead,
        more=[wording for wording in wordings if wording is not lead],
        witnesses=desk.witnesses(point["articles"], spans),
        versions=list(_versions(desk, point, claims)),
        link=desk.link(spans, core=_core(point)),
        meter=meter(point),
        salience=point["salience"],
        reasons=point["reasons"],
        within_one=within_one(value["articles"] for value in point["values"]),
        one_voice=len({wording.voice for wording in wordings}) == 1,
    )


def _core(point: Json) -> list[Json]:
    """Return the words in which the point's versions differ."""
    if len(point["values"]) < 2:
        return []
    return [span for value in point["values"] for span in value["spans"]]


def _stands(wording: Wording, point: Json) -> bool:
    """Whether the words are those that comparing chose to stand for all."""
    return stands_for_all(wording.text, point["relation"], [value["value"] for value in point["values"]])


def _fitness(of: tuple[Wording, str | None]) -> tuple[int, int, str]:
    wording, title = of
    pieces = 1 + sum(part.gap for part in wording.parts)
    return (unfit(wording.text, pieces=pieces, title=title), wording.witness.number, wording.text)


def _versions(desk: Desk, point: Json, claims: Sequence[Json]) -> Iterator[Version]:
    """Yield the point's values with their wordings; those of the same words are shown once."""
    first = ""
    for index, value in enumerate(point["values"]):
        shown, *more = _unlike(value_wordings(desk, value, claims))
        compared = point["slot"] == "wording" and bool(index)
        yield Version(
            letter=_LETTERS[index] if index < len(_LETTERS) else str(index + 1),
            value=value["value"],
            own_words=any(fold(value["value"]) in fold(span["exact"]) for span in value["spans"]),
            wording=shown,
            more=more,
            witnesses=desk.witnesses(value["articles"], value["spans"]),
            meter=meter(value),
            changes=word_diff(first, shown.text) if compared else (),
        )
        first = first or shown.text


def _unlike(wordings: Sequence[Wording]) -> list[Wording]:
    """Return the wordings without those that repeat an earlier one's words."""
    unlike: dict[str, Wording] = {}
    for wording in wordings:
        unlike.setdefault(fold(wording.text), wording)
    return list(unlike.values())


def row(desk: Desk, shown: Statement) -> Row:
    """Return the point's row in the table: a cell for every article that is not silent."""
    letters: dict[int, list[str]] = {}
    told = {witness.number: witness for witness in shown.witnesses}
    for version in shown.versions if len(shown.versions) > 1 else []:
        for witness in version.witnesses:
            letters.setdefault(witness.number, []).append(version.letter)
            told[witness.number] = witness
    cells: list[Cell | None] = [None] * len(desk.articles)
    for number, witness in told.items():
        versions = " ".join(letters.get(number, []))
        if versions:
            cells[number] = Cell("differs", versions, witness)
        else:
            cells[number] = Cell("near", "○", witness) if letters else Cell("stated", "●", witness)
    return Row(shown, cells, " ".join(map(str, sorted(told))))
