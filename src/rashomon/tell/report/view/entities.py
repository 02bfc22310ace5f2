"""Entities: who is who, under which names, in which articles."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from rashomon.tell.report.view.places import Desk, Link, Witness

Json = dict[str, Any]
KINDS = ("person", "organisation", "group", "place", "other")
# Named less often than this, an entity stands in the long tail.
_OFTEN = 3


@dataclass(frozen=True, slots=True)
class Named:
    """An entity with its names, and how often each article names it."""

    name: str
    others: list[str]
    roles: list[str]
    counts: list[tuple[Witness, int]]
    merges: list[Json]
    link: Link | None
    often: bool


def entities(desk: Desk) -> list[tuple[str, list[Named]]]:
    """Return the entities by kind, the most often named first."""
    merges: dict[str, list[Json]] = {}
    for merge in desk.data["merges"]:
        merges.setdefault(merge["entity"], []).append(merge)
    groups: dict[str, list[Named]] = {kind: [] for kind in KINDS}
    order = sorted(desk.data["entities"], key=lambda e: (-len(e["mentions"]), e["name"], e["id"]))
    for entity in order:
        groups[entity["kind"]].append(_named(desk, entity, merges.get(entity["id"], [])))
    return [(kind, members) for kind, members in groups.items() if members]


def _named(desk: Desk, entity: Json, merges: list[Json]) -> Named:
    mentions = entity["mentions"]
    counts = Counter(span["article"] for span in mentions)
    return Named(
        name=entity["name"],
        others=[name for name in entity["names"] if name != entity["name"]],
        roles=entity["roles"],
        counts=[
            (desk.witness(id, mentions), counts[id]) for id in sorted(counts, key=desk.numbers.__getitem__)
        ],
        merges=merges,
        link=desk.link(mentions) if mentions else None,
        often=len(mentions) >= _OFTEN or len(entity["names"]) > 2,
    )
