"""Group: which articles are about one event."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from rashomon.group.about import day_of, place_of, title_of
from rashomon.group.features import FEATURES, compare
from rashomon.group.profiles import Profile, profiles
from rashomon.link import gazetteer as tables
from rashomon.link.block import candidate_pairs
from rashomon.link.features import Score
from rashomon.link.gazetteer import Gazetteer
from rashomon.link.group import average_link
from rashomon.model import Annotations, Story
from rashomon.model.identity import content_id

__all__ = ["stories"]

Grouped = tuple[Story, tuple[Annotations, ...]]
Scored = Mapping[tuple[int, int], Score]

THRESHOLD = 0.0
RESERVE = 1.0  # two groups need more than a lone article that joins one
UNCOMPARED = -4.0  # what a pair counts that shares no rare term
COMMON = 60  # a term that more articles hold is too common to bring two of them together


def stories(annotations: Sequence[Annotations], *, one_story: bool = False) -> tuple[Grouped, ...]:
    """Return each story with its articles, both in the order of the input.

    What belongs together doesn't depend on that order. `one_story` says that all is one story.
    """
    if not annotations:
        return ()
    gazetteer = tables.load()
    order = sorted(range(len(annotations)), key=lambda i: annotations[i].article.id)
    ordered = profiles([annotations[i] for i in order], gazetteer)
    if one_story:
        groups: list[tuple[int, ...]] = [tuple(range(len(order)))]
        scored: Scored = {}
    else:
        groups, scored = group_profiles(ordered)
    found = []
    for group in groups:
        members = sorted(group, key=lambda i: order[i])
        articles = tuple(annotations[order[i]] for i in members)
        reasons = ("all inputs were given as one story",) if one_story else _reasons(group, scored)
        story = _story(articles, [ordered[i] for i in members], reasons, gazetteer)
        found.append((min(order[i] for i in group), (story, articles)))
    return tuple(grouped for _, grouped in sorted(found, key=lambda item: item[0]))


def group_profiles(found: Sequence[Profile]) -> tuple[list[tuple[int, ...]], Scored]:
    """Group articles by event; returns the groups and the scored pairs behind them."""
    common = max(COMMON, len(found) // 20)
    pairs = candidate_pairs([profile.keys for profile in found], common=common)
    scored = {(i, j): compare(found[i], found[j]) for i, j in pairs}
    totals = {pair: score.total for pair, score in scored.items()}
    return average_link(len(found), totals, threshold=THRESHOLD, default=UNCOMPARED, reserve=RESERVE), scored


def _reasons(group: Iterable[int], scored: Scored) -> tuple[str, ...]:
    """The features that link the story's articles, the strongest first, with the best example each."""
    features = {feature.name: feature for feature in FEATURES}
    strength: defaultdict[str, float] = defaultdict(float)
    example: dict[str, tuple[float, str]] = {}
    for pair in combinations(sorted(group), 2):
        for evidence in scored[pair].evidence if pair in scored else ():
            value = features[evidence.feature].weight * evidence.score
            if value > 0:
                strength[evidence.feature] += round(value, 4)
                same = evidence.left == evidence.right
                shown = evidence.left if same else f"{evidence.left} | {evidence.right}"
                example[evidence.feature] = max(example.get(evidence.feature, (0.0, "")), (value, shown))
    ranked = sorted(strength, key=lambda name: (-round(strength[name], 3), name))
    return tuple(f"{features[name].reason.rstrip('.')}: {example[name][1]}" for name in ranked[:4])


def _story(
    articles: Sequence[Annotations],
    members: Sequence[Profile],
    reasons: tuple[str, ...],
    gazetteer: Gazetteer,
) -> Story:
    ids = tuple(annotations.article.id for annotations in articles)
    return Story(
        id=content_id("s", sorted(ids)),
        title=title_of(articles, members),
        date=day_of(articles),
        place=place_of(articles, gazetteer),
        articles=ids,
        reasons=reasons,
    )
