"""Entities: every name of the story to what it means."""

from collections import defaultdict
from collections.abc import Sequence

from rashomon.link import gazetteer as tables
from rashomon.model import Annotations, Entity, Merge
from rashomon.resolve.entities import bodies, persons
from rashomon.resolve.entities.build import Cluster, build, reason
from rashomon.resolve.entities.places import PlaceUse, canonical, place_uses
from rashomon.resolve.entities.uses import Use, find_uses
from rashomon.text.demonyms import made_from

__all__ = ["find_entities"]

BODIES = ("organisation", "group", "other")


def find_entities(
    annotations: Sequence[Annotations],
) -> tuple[tuple[Entity, ...], tuple[Merge, ...]]:
    """Return the story's entities, sorted by kind and name, and the merges behind them."""
    gazetteer = tables.load()
    story = sorted(annotations, key=lambda a: a.article.id)
    uses = find_uses(story, gazetteer)
    by_kind: defaultdict[str, list[Use]] = defaultdict(list)
    lands = {use.name for use in uses if use.kind == "place"}
    for use in uses:
        demonym = use.kind != "person" and gazetteer.demonym(use.name) is not None
        demonym = demonym or (use.kind == "other" and made_from(use.name, lands) is not None)
        by_kind["place" if demonym else use.kind].append(use)
    clusters = [
        *persons.clusters(story, by_kind["person"], gazetteer),
        *bodies.clusters(
            story, [u for k in ("organisation", "group", "other") for u in by_kind[k]], gazetteer
        ),
        *_places(place_uses(story, by_kind["place"], gazetteer)),
    ]
    return build(clusters)


def _places(uses: Sequence[PlaceUse]) -> list[Cluster]:
    groups: defaultdict[str, list[PlaceUse]] = defaultdict(list)
    for place in uses:
        groups[place.key].append(place)
    found = []
    for members in groups.values():
        name = canonical(members)
        named = [p for p in members if p.named]
        if not named:
            continue
        cluster = Cluster("place", name, [p.use for p in named])
        cluster.extra = [p.use.span for p in members if not p.named]
        for place in named:
            if place.use.name != name and place.why != "place":
                score = reason(place.why, place.use.name, place.country.name if place.country else name)
                cluster.links.append((name, place.use.name, score))
        found.append(cluster)
    return found
