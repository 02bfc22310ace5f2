"""What changed between two dossiers of a story: points that came, fell, or say something else now."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Change:
    """One point before and after, and in what it differs: relation, slot, values, articles, independent."""

    old: Json
    new: Json
    what: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """Points in the order of their dossier; articles by id."""

    come: tuple[Json, ...]
    fallen: tuple[Json, ...]
    changed: tuple[Change, ...]
    articles_come: tuple[str, ...]
    articles_gone: tuple[str, ...]

    def __bool__(self) -> bool:
        return any((self.come, self.fallen, self.changed, self.articles_come, self.articles_gone))


def difference(old: Json, new: Json) -> Difference:
    """Compare two dossiers (JSON) of one story.

    A point is the same point as long as most of its claims are: with the id, or else with the claims
    that both hold. Claims are spans of texts that never change, so nothing is matched by likeness.
    """
    pairs = _pairs(old["points"], new["points"])
    kept_old, kept_new = {one["id"] for one, _ in pairs}, {two["id"] for _, two in pairs}
    before = [article["id"] for article in old["articles"]]
    after = [article["id"] for article in new["articles"]]
    return Difference(
        come=tuple(point for point in new["points"] if point["id"] not in kept_new),
        fallen=tuple(point for point in old["points"] if point["id"] not in kept_old),
        changed=tuple(Change(one, two, what) for one, two in pairs if (what := _what(one, two))),
        articles_come=tuple(id for id in after if id not in set(before)),
        articles_gone=tuple(id for id in before if id not in set(after)),
    )


def _pairs(old: Sequence[Json], new: Sequence[Json]) -> list[tuple[Json, Json]]:
    """Each old point with the new one that holds most of its claims; one to one."""
    homes: dict[str, list[int]] = {}
    for number, point in enumerate(new):
        for claim in point["claims"]:
            homes.setdefault(claim, []).append(number)
    shared = Counter(
        (number, home)
        for number, point in enumerate(old)
        for claim in point["claims"]
        for home in homes.get(claim, ())
    )
    found: dict[int, int] = {}
    for one, two in sorted(shared, key=lambda pair: (-shared[pair], pair)):
        if one not in found and two not in found.values():
            found[one] = two
    return [(old[one], new[found[one]]) for one in sorted(found)]


def _what(old: Json, new: Json) -> tuple[str, ...]:
    said = [name for name in ("relation", "slot", "independent") if old[name] != new[name]]
    if _values(old) != _values(new):
        said.append("values")
    if sorted(old["articles"]) != sorted(new["articles"]):
        said.append("articles")
    return tuple(said)


def _values(point: Json) -> list[tuple[str, list[str]]]:
    return sorted((value["value"], sorted(value["articles"])) for value in point["values"])
