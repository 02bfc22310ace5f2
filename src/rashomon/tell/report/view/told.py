"""The head and the brief: the witnesses by origin, and sentences with our words and theirs apart."""

import re
from dataclasses import dataclass
from typing import Any

from rashomon.tell.report.view.places import Desk, Link, Witness

Json = dict[str, Any]
_PIECE = re.compile(r"(“[^“”]*”)")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a brief sentence: the outlets' words (with their marks), or ours."""

    text: str
    theirs: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the brief with its citation."""

    number: int
    pieces: list[Piece]
    witnesses: list[Witness]
    link: Link
    relation: str


@dataclass(frozen=True, slots=True)
class Group:
    """The witnesses of one origin, as the head draws them."""

    agency: str | None
    witnesses: list[Witness]


def brief(desk: Desk) -> list[Sentence]:
    """Return the brief's sentences."""
    return [
        Sentence(
            number=number,
            pieces=[Piece(part, part.startswith("“")) for part in _PIECE.split(row["text"]) if part],
            witnesses=desk.witnesses(_witnesses(desk, row), row["spans"]),
            link=desk.link(row["spans"]),
            relation=desk.points[row["points"][0]]["relation"] if row["points"] else "agree",
        )
        for number, row in enumerate(desk.data["brief"], start=1)
    ]


def _witnesses(desk: Desk, row: Json) -> set[str]:
    """The articles that tell the sentence's points; one that only gives the place of the opening does not.

    Of a contested point those that give a version.
    """
    points = [desk.points[id] for id in row["points"]]
    tellers = [
        part for point in points for part in (point["values"] if len(point["values"]) > 1 else [point])
    ]
    return {id for part in tellers for id in part["articles"]} or {span["article"] for span in row["spans"]}


def witness_list(desk: Desk) -> list[Group]:
    """Return the articles by main origin: the largest origins first, then in the order of the input."""
    agencies = {row["id"]: row["agency"] for row in desk.data["origins"]}
    members: dict[str | None, list[Witness]] = {}
    for id, row in desk.articles.items():
        members.setdefault(row["origin"], []).append(desk.witness(id))
    order = sorted(members.items(), key=lambda item: (-len(item[1]), item[1][0].number))
    return [Group(agencies.get(origin or ""), witnesses) for origin, witnesses in order]
