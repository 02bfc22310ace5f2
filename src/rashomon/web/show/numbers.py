"""Numbers over time: how a count was given, outlet by outlet; an update is no contradiction."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from rashomon.tell.report.view.places import Desk, Witness
from rashomon.tell.wording import one_line, shorten

Json = dict[str, Any]
_CONTESTED = ("contradict", "differ", "update")


@dataclass(frozen=True, slots=True)
class Reading:
    """One outlet's number: its bounds (None where open), its words, and when it was published."""

    witness: Witness
    published: str | None
    low: float | None
    high: float | None
    hedge: str
    exact: str


@dataclass(frozen=True, slots=True)
class Series:
    """One count with every reading of it, oldest first; `unit` is what is counted."""

    point: str
    relation: str
    unit: str | None
    words: str
    readings: tuple[Reading, ...]

    @property
    def moves(self) -> bool:
        """Whether the outlets give more than one number."""
        return len({(reading.low, reading.high) for reading in self.readings}) > 1


def series(data: Json) -> list[Series]:
    """Return the counts that two articles or more give: those that move first, then by salience."""
    desk = Desk(data)
    found = [one for point in data["points"] if (one := _series(desk, point))]
    return sorted(found, key=lambda one: not one.moves)


def _series(desk: Desk, point: Json) -> Series | None:
    """Return the point's count; None where fewer than two articles count the same thing in it."""
    rows = list(_counted(desk, point))
    unit = _main_unit(rows)
    kept = [(claim, row) for claim, row in rows if row["unit"] == unit]
    if len({claim["article"] for claim, _ in kept}) < 2:
        return None
    readings = {_reading(desk, claim, row): None for claim, row in kept}
    order = sorted(readings, key=lambda r: (r.published or "", r.witness.number, r.low or 0, r.exact))
    return Series(point["id"], point["relation"], unit, _words(desk, point), tuple(order))


def _counted(desk: Desk, point: Json) -> Iterator[tuple[Json, Json]]:
    """Yield the point's claims with their counts; of a contested point only those that its versions print."""
    contested = point["relation"] in _CONTESTED
    if contested and point["slot"] != "quantity":
        return
    places = [span for value in point["values"] for span in value["spans"]]
    for id in point["claims"]:
        claim = desk.claims[id]
        for row in claim["quantities"]:
            if row["kind"] == "count" and (not contested or _overlaps(row["span"], places)):
                yield claim, row


def _overlaps(span: Json, places: Sequence[Json]) -> bool:
    return any(
        place["article"] == span["article"] and place["start"] < span["end"] and span["start"] < place["end"]
        for place in places
    )


def _main_unit(rows: Sequence[tuple[Json, Json]]) -> str | None:
    """Return what most articles count; the first in the alphabet where several share that rank."""
    articles = {(row["unit"], claim["article"]) for claim, row in rows if row["unit"]}
    ranked = Counter(unit for unit, _ in articles)
    return min(ranked, key=lambda unit: (-ranked[unit], unit)) if ranked else None


def _reading(desk: Desk, claim: Json, row: Json) -> Reading:
    article = desk.articles[claim["article"]]
    return Reading(
        witness=desk.witness(claim["article"], [row["span"]]),
        published=article["published"],
        low=row["low"],
        high=row["high"],
        hedge=row["hedge"],
        exact=one_line(row["span"]["exact"]),
    )


def _words(desk: Desk, point: Json) -> str:
    """Return the shortest whole claim as the count's heading."""
    texts = {
        " … ".join(one_line(span["exact"]) for span in desk.claims[id]["spans"])
        for id in point["claims"]
        if desk.claims[id]["quantities"]
    }
    return shorten(min(texts, key=lambda text: (len(text) < 20, len(text), text)), longest=160)
