"""What changed between two dossiers of a story: points that came, fell, or say something else now."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rashomon.store import View

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Change:
    """One point before and after, and in what it differs: relation, slot, values, articles, independent."""

    old: Json
    new: Json
    what: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """Points in the order of their dossier; articles by id, one that was revised by its new one."""

    come: tuple[Json, ...]
    fallen: tuple[Json, ...]
    changed: tuple[Change, ...]
    articles_come: tuple[str, ...]
    articles_gone: tuple[str, ...]
    articles_revised: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        articles = (self.articles_come, self.articles_gone, self.articles_revised)
        return any((self.come, self.fallen, self.changed, *articles))


def revisions(view: View, old: Json, new: Json) -> dict[str, str]:
    """Which article of the new dossier stands where one of the old stood, by id: its outlet revised it."""
    before, after = ({article["id"] for article in dossier["articles"]} for dossier in (old, new))
    gone = before - after
    stood = {id: gone.intersection(view.revisions(id)) for id in after - before} if gone else {}
    return {id: next(iter(found)) for id, found in stood.items() if len(found) == 1}


def difference(old: Json, new: Json, revised: Mapping[str, str] | None = None) -> Difference:
    """Compare two dossiers (JSON) of one story; `revised` names the old text of each article revised since.

    A point is the same point as long as most of its claims are: with the id, or else with the claims
    that both hold. Claims are spans of texts that never change, so nothing is matched by likeness; of a
    revised text a claim in the same words is the same.
    """
    revised = revised or {}
    stood = _stood(old, new, revised)
    new_points = [_as_before(point, revised, stood) for point in new["points"]]
    pairs = _pairs(old["points"], new_points)
    shown = {point["id"]: point for point in new["points"]}
    kept_old, kept_new = {one["id"] for one, _ in pairs}, {two["id"] for _, two in pairs}
    before = [article["id"] for article in old["articles"]]
    after = [article["id"] for article in new["articles"]]
    return Difference(
        come=tuple(point for point in new["points"] if point["id"] not in kept_new),
        fallen=tuple(point for point in old["points"] if point["id"] not in kept_old),
        changed=tuple(Change(one, shown[two["id"]], what) for one, two in pairs if (what := _what(one, two))),
        articles_come=tuple(id for id in after if id not in {*before, *revised}),
        articles_gone=tuple(id for id in before if id not in {*after, *revised.values()}),
        articles_revised=tuple(id for id in after if id in revised),
    )


def _stood(old: Json, new: Json, revised: Mapping[str, str]) -> dict[str, str]:
    """The claim of an old text for each claim of its revision in the same words, the first for the first."""
    if not revised:
        return {}
    left: dict[tuple[str, ...], list[str]] = {}
    for claim in old["claims"]:
        left.setdefault((claim["article"], *_words(claim)), []).append(claim["id"])
    found = {}
    for claim in new["claims"]:
        same = left.get((revised.get(claim["article"], ""), *_words(claim)))
        if same:
            found[claim["id"]] = same.pop(0)
    return found


def _words(claim: Json) -> list[str]:
    return [span["exact"] for span in claim["spans"]]


def _as_before(point: Json, revised: Mapping[str, str], stood: Mapping[str, str]) -> Json:
    """A new point by the ids that its articles and claims had before they were revised."""
    if not revised:
        return point

    def articles(ids: Sequence[str]) -> list[str]:
        return [revised.get(id, id) for id in ids]

    return {
        **point,
        "claims": [stood.get(id, id) for id in point["claims"]],
        "articles": articles(point["articles"]),
        "values": [{**value, "articles": articles(value["articles"])} for value in point["values"]],
    }


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
