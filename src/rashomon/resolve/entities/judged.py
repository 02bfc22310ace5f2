"""What people say about names: judgements and alias files, which outrank every score."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rashomon.link.features import APART, Score
from rashomon.link.gazetteer import Known
from rashomon.model import Evidence, Judgement
from rashomon.resolve.entities.build import Cluster
from rashomon.text.names import fold, is_acronym


@dataclass(frozen=True, slots=True)
class Together:
    """Names that a person says mean one entity, the fullest first, and where it was said."""

    names: tuple[str, ...]
    source: str
    kind: str | None = None


class Judged:
    """The judgements and aliases that hold for one story."""

    def __init__(
        self, judgements: Iterable[Judgement], aliases: Iterable[Known], articles: Iterable[str]
    ) -> None:
        here = frozenset(articles)
        self.held = tuple(sorted(j for j in judgements if not j.articles or not here.isdisjoint(j.articles)))
        self._together = [
            *(Together((j.left, j.right), "judgement") for j in self.held if j.verdict == "same"),
            *(Together(row.names, "alias", row.kind) for row in aliases),
        ]
        self._apart = {frozenset((fold(j.left), fold(j.right))): j for j in self.held if j.verdict == "apart"}

    def apart(self, left: str, rights: Iterable[str]) -> bool:
        """Whether a person says that a name and one of several others mean two entities."""
        if not self._apart:
            return False
        return any(frozenset((fold(left), fold(right))) in self._apart for right in rights)

    def forbid(self, names: Sequence[str], scored: dict[tuple[int, int], Score]) -> None:
        """Forbid among scored pairs of names those that a person keeps apart."""
        place = {fold(name): index for index, name in enumerate(names)}
        for pair in self._apart:
            indices = sorted(place[key] for key in pair if key in place)
            if len(indices) == 2:
                i, j = indices
                scored[i, j] = Score(APART, (Evidence("judgement", -1.0, names[i], names[j]),))

    def settle(self, clusters: Iterable[Cluster]) -> list[Cluster]:
        """Take apart and join clusters as people said; where both were said of names, apart wins."""
        found = [part for cluster in clusters for part in self._split(cluster)]
        for together in self._together:
            for other in together.names[1:]:
                _join(self, found, together, together.names[0], other)
            for left, right in zip(together.names[1:], together.names[2:], strict=False):
                _join(self, found, together, left, right)
        return found

    def about(self, clusters: Iterable[Cluster]) -> tuple[Judgement, ...]:
        """The judgements of which both names stand in the story."""
        known = {use.key for cluster in clusters for use in cluster.uses}
        known |= {fold(name) for cluster in clusters for name in cluster.names}
        return tuple(j for j in self.held if {fold(j.left), fold(j.right)} <= known)

    def _split(self, cluster: Cluster) -> list[Cluster]:
        parts = [cluster]
        for pair in sorted(self._apart, key=sorted):
            for part in list(parts):
                keys = {use.key for use in part.uses}
                if len(pair) == 2 and pair <= keys:
                    counts = {key: sum(use.key == key for use in part.uses) for key in pair}
                    gone = min(pair, key=lambda key: (key == fold(part.name), counts[key], key))
                    parts.append(_taken_out(part, gone))
        return parts


def _taken_out(cluster: Cluster, key: str) -> Cluster:
    """Move the uses of a name out of a cluster into one of their own."""
    gone = [use for use in cluster.uses if use.key == key]
    cluster.uses = [use for use in cluster.uses if use.key != key]
    cluster.links = [link for link in cluster.links if fold(link[1]) != key]
    return Cluster(gone[0].kind, min(use.name for use in gone), gone)


def _join(judged: Judged, clusters: list[Cluster], said: Together, left: str, right: str) -> None:
    """Join the clusters of two names; of a name that means several entities only the name is moved."""
    homes = {name: [c for c in clusters if c.holds(fold(name))] for name in (left, right)}
    sure = [name for name in (left, right) if len(homes[name]) == 1]
    if not sure or not all(homes.values()):
        return
    target = homes[sure[0]][0]
    moved = right if sure[0] == left else left
    for home in homes[moved]:
        if home is target:
            continue
        names = {use.name for use in target.uses}
        whole = len(homes[moved]) == 1 or fold(home.name) == fold(moved)
        moving = {use.name for use in home.uses if whole or use.key == fold(moved)}
        if any(judged.apart(name, names) for name in moving):
            continue
        _absorb(target, home if whole else _taken_out(home, fold(moved)), said, left, right)
        if whole:
            clusters.remove(home)


def _absorb(target: Cluster, part: Cluster, said: Together, left: str, right: str) -> None:
    if _standing(part) < _standing(target):
        target.name, target.kind = part.name, part.kind
    if said.kind is not None:
        target.kind = part.kind = said.kind  # type: ignore[assignment]
    target.uses += part.uses
    target.extra += part.extra
    target.names += part.names
    target.roles += [role for role in part.roles if role not in target.roles]
    shown = Evidence(said.source, 1.0, left, right)
    target.links += [*part.links, (left, right, Score(1.0, (shown,)))]


def _standing(cluster: Cluster) -> tuple[bool, int, int, str]:
    """What makes a cluster's name the better one: fuller for people, more used for others."""
    words = -len(cluster.name.split()) if cluster.kind == "person" else 0
    return (is_acronym(cluster.name), words, -len(cluster.uses), cluster.name)
