"""Building: clusters of uses to entities, and a row for each merge."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from rashomon.link.features import Score
from rashomon.model import Entity, Evidence, Merge, Span
from rashomon.model.annotations import MentionKind
from rashomon.model.identity import content_id
from rashomon.resolve.entities.uses import Use
from rashomon.text.names import fold


@dataclass(eq=False)
class Cluster:
    """The uses taken to mean one entity, before it gets its name and id.

    `usual` is the name that the tables know it by, whichever of its names this story uses.
    """

    kind: MentionKind
    name: str
    uses: list[Use]
    names: list[str] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    extra: list[Span] = field(default_factory=list)
    links: list[tuple[str, str, Score]] = field(default_factory=list)
    usual: str | None = None

    @property
    def id(self) -> str:
        """The id: kind and folded name, the usual one, so that an entity keeps it from story to story."""
        name = self.usual or self.name
        return content_id("e", self.kind, fold(name) or name)

    def holds(self, key: str) -> bool:
        """Whether a use has this folded name."""
        return any(use.key == key for use in self.uses)


def unique(names: Iterable[str]) -> tuple[str, ...]:
    """Each name once, in order."""
    return tuple(dict.fromkeys(names))


def build(clusters: Sequence[Cluster]) -> tuple[tuple[Entity, ...], tuple[Merge, ...]]:
    """Return the entities by first mention's kind and name, and their merges."""
    clashing = _numbered(clusters)
    entities, merges = [], []
    for cluster in clusters:
        entity_id = clashing[id(cluster)]
        mentions = sorted({*(use.span for use in cluster.uses), *cluster.extra})
        names = sorted({use.name for use in cluster.uses} | set(cluster.names))
        names = [name for name in names if name]
        entities.append(
            Entity(
                id=entity_id,
                kind=cluster.kind,
                name=cluster.name,
                names=unique([cluster.name, *names]),
                roles=unique(cluster.roles),
                mentions=tuple(mentions),
            )
        )
        merges += [
            _merge(entity_id, left, right, score)
            for left, right, score in [*cluster.links, *_unexplained(cluster)]
        ]
    entities.sort(key=lambda e: (e.kind, e.name.casefold(), e.id))
    merges.sort(key=lambda m: (m.entity, m.left, m.right, m.id))
    return tuple(entities), tuple({m.id: m for m in merges}.values())


def _numbered(clusters: Sequence[Cluster]) -> Mapping[int, str]:
    """Ids by cluster; namesakes get the articles that name them into theirs."""
    seen: dict[str, int] = {}
    for cluster in clusters:
        seen[cluster.id] = seen.get(cluster.id, 0) + 1
    ids = {}
    for cluster in clusters:
        if seen[cluster.id] == 1:
            ids[id(cluster)] = cluster.id
        else:
            where = min((use.article, use.span.start) for use in cluster.uses)
            ids[id(cluster)] = content_id("e", cluster.kind, fold(cluster.name), where)
    return ids


def _merge(entity: str, left: str, right: str, score: Score) -> Merge:
    return Merge(
        id=content_id("m", entity, left, right),
        entity=entity,
        left=left,
        right=right,
        score=score.total,
        evidence=score.evidence,
    )


def links(
    names: Sequence[str], indices: Sequence[int], scored: Mapping[tuple[int, int], Score], best: str
) -> list[tuple[str, str, Score]]:
    """Why each name of a cluster but the best one is in it: its best link, to the best name if it has one."""
    found = []
    for name, index in zip(names, indices, strict=True):
        own = [
            (other, _seen_from(scored[min(index, j), max(index, j)], turned=j > index))
            for other, j in zip(names, indices, strict=True)
            if (min(index, j), max(index, j)) in scored
        ]
        if name != best and own:
            other, score = max(own, key=lambda link: (link[0] == best, link[1].total, link[0]))
            found.append((other, name, score))
    return found


def _seen_from(score: Score, *, turned: bool) -> Score:
    """The score with the values of the other name first if turned."""
    if not turned:
        return score
    return Score(score.total, tuple(replace(e, left=e.right, right=e.left) for e in score.evidence))


def _unexplained(cluster: Cluster) -> list[tuple[str, str, Score]]:
    """The forms of a name that no link speaks of: they differ in capitals, marks or accents alone."""
    told = {cluster.name, *(name for link in cluster.links for name in link[:2])}
    forms = sorted({use.name for use in cluster.uses} - told)
    return [(cluster.name, form, reason("letters", cluster.name, form)) for form in forms]


def reason(feature: str, left: str, right: str, total: float = 1.0) -> Score:
    """A score with one piece of evidence."""
    return Score(total, (Evidence(feature, round(total, 4), left, right),))
