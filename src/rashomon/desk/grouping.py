"""Grouping all articles that stand, with what people moved, into stories that keep their ids."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from rashomon import group
from rashomon.desk.continuity import keep_ids, standing, successors
from rashomon.desk.steps import Steps
from rashomon.model import Annotations, Failure, Story
from rashomon.model.identity import content_id
from rashomon.provenance import VERSION
from rashomon.store import Store, View

# What a failure of grouping is about.
_ALL = "all articles"


@dataclass(frozen=True, slots=True)
class _Given:
    """All that stories are made of; `mark` stands for it, `gone` says where ended stories went.

    `moves` are articles that people moved, with the story that each named. Of an article that was revised
    or read again since, the one that stands in its place belongs to the same story and moves with it.
    """

    articles: Mapping[str, Annotations]
    before: Mapping[str, tuple[str, ...]]
    moves: Sequence[tuple[str, str | None]]
    gone: Mapping[str, str]
    mark: str


def group_due(store: Store, steps: Steps) -> tuple[int, int]:
    """Group anew if articles or judgements changed; returns how many stories there are, how often it failed.

    Where grouping fails, the stories stay as they are, the failure is noted, and the next job tries again.
    """
    steps.at("group", 0, 1)
    given = store.read(_given)
    if isinstance(given, int):
        steps.at("group", 0, 1, same=1)
        return given, 0
    try:
        stories = _stories(given)
    except Exception as error:
        reason = f"a fault of rashomon, please report it: {type(error).__name__}: {error}"
        store.writer().fail(Failure(_ALL, "group", reason), kind="fault", payload=_ALL)
        steps.at("group", 0, 1, failed=1)
        return len(given.before), 1
    gone = successors(given.before, {story.id: story.articles for story in stories})
    store.writer().keep_stories(stories, mark=given.mark, successors=gone)
    store.writer().solved(_ALL, "group")
    steps.at("group", 1, 1)
    return len(stories), 0


def _given(view: View) -> _Given | int:
    """What stories are made of; only how many there are, where they were made of the same."""
    ids, moves, before = view.to_group(), view.judgements(kind="move"), view.members()
    mark = content_id("g", VERSION, sorted(view.made_by(ids).items()), [move.id for move in moves])
    if view.mark("group") == mark:
        return len(before)
    articles = {annotations.article.id: annotations for annotations in view.annotated(ids, lean=True)}
    stands = view.in_place_of()
    before = {
        story: tuple(dict.fromkeys(stands.get(id, id) for id in members)) for story, members in before.items()
    }
    moved = [(str(move.subject["article"]), move.subject["story"]) for move in moves]
    onward = [(stands.get(article, article), target) for article, target in moved]
    return _Given(articles, before, onward, view.successors(), mark)


def _stories(given: _Given) -> list[Story]:
    grouped = [story for story, _ in group.stories(list(given.articles.values()))]
    moved = frozenset(article for article, _ in given.moves)
    names = keep_ids([story.articles for story in grouped], given.before, apart=moved)
    stories = {name: replace(story, id=name) for name, story in zip(names, grouped, strict=True)}
    for article, target in given.moves:
        _move(stories, article, target, given)
    return sorted(stories.values(), key=lambda story: story.id)


def _move(stories: dict[str, Story], article: str, target: str | None, given: _Given) -> None:
    """Take the article out of its story and into the one that the person named, where that still stands."""
    home = next((story for story in stories.values() if article in story.articles), None)
    wanted = standing(target, stories, given.gone) if target else content_id("s", [article], "own")
    if home is None or wanted is None or home.id == wanted:
        return
    left = [id for id in home.articles if id != article]
    joined = [*(stories[wanted].articles if wanted in stories else ()), article]
    del stories[home.id]
    for id, articles in ((home.id, left), (wanted, joined)):
        if articles:
            stories[id] = _made(id, articles, given.articles)


def _made(id: str, articles: Sequence[str], found: Mapping[str, Annotations]) -> Story:
    ((story, _),) = group.stories([found[article] for article in articles], one_story=True)
    return replace(story, id=id, reasons=(*story.reasons, "a person moved an article"))
