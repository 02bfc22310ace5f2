"""Group: which articles are about one event."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from rashomon.group.about import day_of, title_of
from rashomon.group.abroad import Met, meet
from rashomon.group.features import FEATURES
from rashomon.group.linking import Linked, Odds, evidence, link
from rashomon.group.places import place_of
from rashomon.group.profiles import Profile, profiles
from rashomon.group.relations import continued, relations, sureness, window
from rashomon.link import gazetteer as tables
from rashomon.link.gazetteer import Gazetteer
from rashomon.model import Annotations, Story
from rashomon.model.identity import content_id

__all__ = ["Met", "first_told", "meet", "stories", "story_of"]

Grouped = tuple[Story, tuple[Annotations, ...]]
SURELY = 0.9  # below this a story says which of its articles it is not sure of
_GIVEN = ("all inputs were given as one story",)
PRINTED = 3  # pairs of nearly one text that are named
EXPLAINED = 20  # pairs of a story, the surest, whose evidence is shown


def stories(annotations: Sequence[Annotations], *, one_story: bool = False) -> tuple[Grouped, ...]:
    """Return each story with its articles, both in the order of the input.

    What belongs together doesn't depend on that order. `one_story` says that all is one story.
    """
    if not annotations:
        return ()
    gazetteer = tables.load()
    order = sorted(range(len(annotations)), key=lambda i: annotations[i].article.id)
    ordered = profiles([annotations[i] for i in order], gazetteer, meant=not one_story)
    linked = Linked((tuple(range(len(order))),), {}) if one_story else link(ordered)
    told = [_GIVEN] if one_story else _told(linked, ordered)
    found = []
    for group, reasons in zip(linked.groups, told, strict=True):
        members = sorted(group, key=lambda i: order[i])
        articles = tuple(annotations[order[i]] for i in members)
        story = _story(articles, [ordered[i] for i in members], reasons, gazetteer)
        found.append((min(order[i] for i in group), (story, articles)))
    return tuple(grouped for _, grouped in sorted(found, key=lambda item: item[0]))


def story_of(
    articles: Sequence[Annotations], found: Sequence[Profile], odds: Odds, *, continues: str | None = None
) -> Story:
    """Return the one story of articles that were grouped elsewhere, in their order.

    `found` are their profiles in the order of their ids, `odds` those of their pairs by place in it;
    `continues` is the title of the earlier story that this one continues.
    """
    by_article = {profile.article: profile for profile in found}
    members = [by_article[each.article.id] for each in articles]
    reasons = _lines(tuple(range(len(found))), found, odds, continues)
    return _story(articles, members, reasons, tables.load())


def _told(linked: Linked, found: Sequence[Profile]) -> list[tuple[str, ...]]:
    """What each group's story says of itself."""
    earlier = continued(linked, found)
    said = []
    for place, group in enumerate(linked.groups):
        before = first_told([found[i] for i in linked.groups[earlier[place]]]) if place in earlier else None
        said.append(_lines(group, found, linked.odds, before))
    return said


def first_told(members: Sequence[Profile]) -> str:
    """Return how a story is called by those that continue it: by its first article's title."""
    first = min(members, key=lambda profile: (profile.day or 0, profile.article))
    return first.title or first.article


def _lines(group: Sequence[int], found: Sequence[Profile], odds: Odds, before: str | None) -> tuple[str, ...]:
    """Why a story is one, what it continues, when and how often it was printed, what it is least sure of."""
    continues = [] if before is None else [f"It continues an earlier story: {before}"]
    printed = [*_spread(group, found), *_printed(group, found, odds)]
    return (*_reasons(group, found, odds), *continues, *printed, *_doubt(group, found, odds))


def _spread(group: Sequence[int], found: Sequence[Profile]) -> list[str]:
    """The days of the story's reports, where they are several."""
    days = window([found[i] for i in group])
    return [f"Its reports are from {days[0]} to {days[1]}"] if days and days[0] != days[1] else []


def _printed(group: Sequence[int], found: Sequence[Profile], odds: Odds) -> list[str]:
    """Reports that were revised or printed twice; the pairs that are most alike."""
    likely = (pair for pair in combinations(sorted(group), 2) if odds.get(pair, 0.0) > 0)
    names = {found[i].article: found[i].title or found[i].article for i in group}
    said = {"revision": "One report revises another", "near-duplicate": "Two reports are nearly one text"}
    return [
        f"{said[each.kind]} ({each.share:.0%} of the wording): {names[each.earlier]} | {names[each.later]}"
        for each in relations((found[i], found[j]) for i, j in likely)[:PRINTED]
    ]


def _doubt(group: Sequence[int], found: Sequence[Profile], odds: Odds) -> list[str]:
    """The article that a story is least sure of, where it is not sure."""
    sure, least = min(zip(sureness(group, odds), group, strict=True))
    name = found[least].title or found[least].article
    return [f"Least sure is: {name} ({sure:.2f})"] if sure < SURELY else []


def _reasons(group: Sequence[int], found: Sequence[Profile], odds: Odds) -> tuple[str, ...]:
    """What links the story's articles, the strongest first, with the best example each."""
    strength: defaultdict[str, float] = defaultdict(float)
    example: dict[str, tuple[float, str]] = {}
    likely = [pair for pair in combinations(sorted(group), 2) if odds.get(pair, 0.0) > 0]
    for i, j in sorted(likely, key=lambda pair: (-odds[pair], pair))[:EXPLAINED]:
        for item in evidence(found[i], found[j]):
            if item.score > 0 and item.feature != "length" and item.left and item.right:
                strength[item.feature] += item.score
                shown = item.left if item.left == item.right else f"{item.left} | {item.right}"
                example[item.feature] = max(example.get(item.feature, (0.0, "")), (item.score, shown))
    said = {feature.name: feature.reason.rstrip(".") for feature in FEATURES}
    ranked = sorted(strength, key=lambda name: (-round(strength[name], 3), name))
    return tuple(f"{said[name]}: {example[name][1]}" for name in ranked[:4])


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
