"""Bodies: organisations, groups and other named things of the story, under all their names."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from rashomon.link.features import Score
from rashomon.link.gazetteer import Gazetteer
from rashomon.model import Annotations, Evidence
from rashomon.model.annotations import MentionKind
from rashomon.resolve.entities.aliases import stated_aliases
from rashomon.resolve.entities.build import Cluster, links
from rashomon.resolve.entities.judged import Judged
from rashomon.resolve.entities.organisations import (
    USUAL_BEARER,
    OrganisationName,
    group_names,
    ministry,
)
from rashomon.resolve.entities.people import by_text, usual
from rashomon.resolve.entities.short_names import firms, shortened
from rashomon.resolve.entities.uses import Use
from rashomon.text.lexicon import closed_class
from rashomon.text.names import fold, is_acronym

GENERIC = closed_class(
    "government house state states council ministry department board court committee commission "
    "parliament assembly cabinet army police party union university college school hospital church company "
    "corporation bank bureau agency authority association federation institute centre center club office "
    "administration opposition chamber legislature treasury embassy nation republic country"
)


def clusters(
    story: Sequence[Annotations],
    uses: Sequence[Use],
    gazetteer: Gazetteer,
    judged: Judged,
    placed_uses: Sequence[Use] = (),
) -> list[Cluster]:
    """Return the organisations, groups and other named things; `placed_uses` are the story's places."""
    generic = [use for use in uses if is_generic(use, gazetteer)]
    uses = [use for use in uses if not is_generic(use, gazetteer)]
    texts = by_text(uses)
    names = [_name(usual(found), found, gazetteer) for found in texts.values()]
    given = _stated(story, uses, list(texts))
    placed = frozenset(use.key for use in placed_uses)
    short = (shortened(names, placed, gazetteer), firms(names, gazetteer))
    for pairs in (_ministries(names, uses, gazetteer), *short):
        for pair, score in pairs.items():
            given.setdefault(pair, score)
    groups, scored = group_names(names, given, judged)
    return [
        *(_body([names[i] for i in group], list(group), scored) for group in groups),
        *_by_article(generic),
    ]


def is_generic(use: Use, gazetteer: Gazetteer) -> bool:
    """Whether the name is a bare kind of body, which means another one in another article."""
    return use.key in GENERIC and gazetteer.organisation(use.name) is None


def _by_article(uses: Sequence[Use]) -> list[Cluster]:
    found: defaultdict[tuple[str, str], list[Use]] = defaultdict(list)
    for use in uses:
        found[use.key, use.article].append(use)
    return [Cluster(members[0].kind, usual(members), members) for members in found.values()]


def _name(text: str, uses: Sequence[Use], gazetteer: Gazetteer) -> OrganisationName:
    return OrganisationName(text, gazetteer.organisation(text), _owner(text, gazetteer), tuple(uses))


def _owner(text: str, gazetteer: Gazetteer) -> str | None:
    """The country that the name begins with, or that it ends with after "of"."""
    words = text.replace("'s", "").replace("’s", "").split()
    for size in (3, 2, 1):
        if len(words) > size:
            head, tail = " ".join(words[:size]), " ".join(words[-size:])
            found = gazetteer.demonym(head) or gazetteer.country(head)
            if found is None and words[-size - 1] in {"of", "the"}:
                found = gazetteer.country(tail)
            if found is not None:
                return found.code
    return None


def _stated(
    story: Sequence[Annotations], uses: Sequence[Use], keys: Sequence[str]
) -> dict[tuple[int, int], Score]:
    place = {key: index for index, key in enumerate(keys)}
    found: dict[tuple[int, int], Score] = {}
    for alias in stated_aliases(story, uses):
        left, right = place[alias.left.key], place[alias.right.key]
        shown = Evidence("stated", 1.0, alias.words, alias.right.name)
        found.setdefault((min(left, right), max(left, right)), Score(1.2, (shown,)))
    return found


def _ministries(
    names: Sequence[OrganisationName], uses: Sequence[Use], gazetteer: Gazetteer
) -> dict[tuple[int, int], Score]:
    """Link the names of one ministry where the story knows only one country's."""
    kinds = [ministry(name, gazetteer) for name in names]
    named = {use.name for use in uses} | {name.country for name in names if name.country}
    found = {}
    for i, left in enumerate(names):
        for j in range(i + 1, len(names)):
            right = names[j]
            if kinds[i] is None or kinds[i] != kinds[j]:
                continue
            owners = {n.country for n, kind in zip(names, kinds, strict=True) if kind == kinds[i]} - {None}
            usual_owner = {USUAL_BEARER.get(fold(n.name)) for n in (left, right)} & named
            if len(owners) <= 1 and not usual_owner - owners:
                shown = Evidence("ministry", 1.0, left.name, right.name)
                found[i, j] = Score(1.5, (shown,))
    return found


def _body(
    names: Sequence[OrganisationName], indices: Sequence[int], scored: dict[tuple[int, int], Score]
) -> Cluster:
    best = min(names, key=lambda n: (is_acronym(n.name), -len(n.uses), -len(n.name), n.name))
    votes: Counter[MentionKind] = Counter(use.kind for name in names for use in name.uses)
    kind = min(votes, key=lambda k: (-votes[k], k))
    cluster = Cluster(kind, best.name, [use for name in names for use in name.uses])
    known = {name.known.names[0] for name in names if name.known}
    cluster.usual = known.pop() if len(known) == 1 else None
    cluster.names = sorted({use.described for use in cluster.uses if use.described})
    cluster.links = links([n.name for n in names], indices, scored, best.name)
    return cluster
