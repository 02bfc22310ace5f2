"""The whole page's content, section by section."""

from collections import Counter
from typing import Any

from rashomon.tell.report.view.entities import entities
from rashomon.tell.report.view.origins import newsrooms, passages, picture
from rashomon.tell.report.view.places import Desk, Witness
from rashomon.tell.report.view.points import Statement, row, statement
from rashomon.tell.report.view.texts import texts
from rashomon.tell.report.view.timeline import timeline
from rashomon.tell.report.view.told import brief, witness_list
from rashomon.tell.report.view.utterances import speakers
from rashomon.text.names import fold

Json = dict[str, Any]
RELATIONS = ("contradict", "differ", "update", "agree", "exclusive")
_CONTESTED = ("contradict", "differ", "update")


def view(data: Json) -> Json:
    """Return what the templates show, by section."""
    desk = Desk(data)
    shown = [statement(desk, point) for point in data["points"]]
    counts = Counter(point.relation for point in shown if not _near(point))
    return {
        "story": data["story"],
        "witnesses": witness_list(desk),
        "origins": data["story"]["independent"],
        "outlets": _outlets(data),
        "newsrooms": newsrooms(desk),
        "counts": [(relation, counts[relation]) for relation in RELATIONS],
        "brief": brief(desk),
        "contested": sorted(
            (s for s in shown if s.relation in _CONTESTED and not _near(s)),
            key=lambda s: _CONTESTED.index(s.relation),
        ),
        "near": [s for s in shown if _near(s)],
        "agreed": [s for s in shown if s.relation == "agree"],
        "alone": _by_witness(desk, [s for s in shown if s.relation == "exclusive"]),
        "rows": [
            row(desk, s) for s in sorted(shown, key=lambda s: RELATIONS.index(s.relation)) if not _near(s)
        ],
        "speakers": speakers(desk),
        "timeline": timeline(desk),
        "picture": picture(desk),
        "passages": passages(desk),
        "origin_rows": _origin_rows(desk),
        "entities": entities(desk),
        "texts": texts(desk),
        "failures": data["failures"],
        "provenance": data["provenance"],
    }


def _outlets(data: Json) -> int:
    """How many outlets printed the articles; 0 where one of them is not known."""
    names = [fold(article["outlet"] or "") for article in data["articles"]]
    return len(set(names)) if all(names) else 0


def _near(shown: Statement) -> bool:
    """Whether its claims are merely near to each other: what contradicts in something else is more."""
    return shown.slot == "other" and shown.relation == "differ"


def _origin_rows(desk: Desk) -> list[tuple[Json, list[Witness]]]:
    """Return the origins that give a reason: those of most articles first, then in the order of the input."""
    rows = [
        (origin, desk.witnesses(origin["articles"])) for origin in desk.data["origins"] if origin["reasons"]
    ]
    return sorted(rows, key=lambda row: (-len(row[1]), [witness.number for witness in row[1]]))


def _by_witness(desk: Desk, shown: list[Statement]) -> list[Json]:
    """Return the statements that one article alone tells, article by article; also who tells none."""
    groups: dict[int, list[Statement]] = {number: [] for number in desk.numbers.values()}
    for one in shown:
        groups[one.witnesses[0].number].append(one)
    return [
        {"witness": desk.witness(id), "statements": groups[number]} for id, number in desk.numbers.items()
    ]
