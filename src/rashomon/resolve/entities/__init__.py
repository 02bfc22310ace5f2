"""Entities: every name of the story to what it means."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.link import gazetteer as tables
from rashomon.link.gazetteer import Gazetteer
from rashomon.model import Annotations, Entity, Judgement, Merge
from rashomon.model.annotations import MentionKind
from rashomon.resolve.entities import bodies, persons
from rashomon.resolve.entities.build import Cluster, build, reason
from rashomon.resolve.entities.company import Company
from rashomon.resolve.entities.judged import Judged
from rashomon.resolve.entities.places import PlaceUse, canonical, place_uses
from rashomon.resolve.entities.uses import Use, find_uses
from rashomon.text.demonyms import made_from

__all__ = ["Found", "find_entities"]

KINDS: tuple[MentionKind, ...] = ("person", "organisation", "group", "place", "other")


@dataclass(frozen=True, slots=True)
class Found:
    """The story's entities, the merges behind them, and the judgements that had a say."""

    entities: tuple[Entity, ...]
    merges: tuple[Merge, ...]
    judgements: tuple[Judgement, ...]


def find_entities(
    annotations: Sequence[Annotations],
    *,
    judgements: Sequence[Judgement] = (),
    gazetteer: Gazetteer | None = None,
) -> Found:
    """Return the story's entities, sorted by kind and name, and what was decided about their names.

    A person's judgements and the aliases of `gazetteer` (the bundled tables if None) outrank all scores.
    """
    gazetteer = gazetteer or tables.load()
    story = sorted(annotations, key=lambda a: a.article.id)
    judged = Judged(judgements, gazetteer.aliases, (a.article.id for a in story))
    uses = find_uses(story, gazetteer)
    by_kind = _by_kind(uses, gazetteer)
    named = [use for kind in ("organisation", "group", "other") for use in by_kind[kind]]
    clusters = [
        *persons.clusters(story, by_kind["person"], gazetteer, judged, Company(uses, gazetteer)),
        *bodies.clusters(story, named, gazetteer, judged, by_kind["place"]),
        *_places(place_uses(story, by_kind["place"], gazetteer)),
    ]
    settled = judged.settle(clusters)
    return Found(*build(settled), judged.about(settled))


def _by_kind(uses: Sequence[Use], gazetteer: Gazetteer) -> dict[MentionKind, list[Use]]:
    """Uses by kind; words for a people go with the places."""
    found: dict[MentionKind, list[Use]] = {kind: [] for kind in KINDS}
    lands = {use.name for use in uses if use.kind == "place"}
    for use in uses:
        demonym = use.kind != "person" and gazetteer.demonym(use.name) is not None
        demonym = demonym or (use.kind == "other" and made_from(use.name, lands) is not None)
        found["place" if demonym else use.kind].append(use)
    return found


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
        country = named[0].country
        cluster = Cluster(named[0].kind, name, [p.use for p in named])
        cluster.usual = country.name if country else members[0].usual
        cluster.extra = [p.use.span for p in members if not p.named]
        for place in named:
            if place.use.name != name and place.why != "place":
                score = reason(place.why, place.use.name, place.country.name if place.country else name)
                cluster.links.append((name, place.use.name, score))
        found.append(cluster)
    return found
