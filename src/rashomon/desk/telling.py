"""Resolving, comparing and telling each story whose articles or judgements changed."""

from collections.abc import Mapping, Sequence

from rashomon import resolve, tell
from rashomon.compare import compare as compare_story
from rashomon.desk.annotating import made_by
from rashomon.desk.naming import judgements_for
from rashomon.desk.steps import Steps
from rashomon.model import Annotations, Failure, Judgement, Story
from rashomon.model.identity import content_id
from rashomon.provenance import provenance
from rashomon.store import Store, View


def tell_due(store: Store, steps: Steps) -> tuple[int, int]:
    """Tell every story that is due; returns how many dossiers were made and how many could not be."""
    due = store.read(_due)
    done = failed = 0
    for story, judgements, mark in due:
        steps.at("compare", done, len(due), failed=failed)
        if _tell_one(store, story, judgements, mark):
            done += 1
        else:
            failed += 1
    if due:
        steps.at("compare", done, len(due), failed=failed)
    return done, failed


def _due(view: View) -> list[tuple[Story, tuple[Judgement, ...], str]]:
    """Each story whose dossier was made from something else, with what was said of it, and the mark."""
    stories, made_from = view.told(), view.made_from()
    annotated = view.made_by([id for story in stories.values() for id in story.articles])
    said = judgements_for(stories, view.judgements(), view.successors())
    version = made_by()
    marks = {id: _mark(version, story, annotated, said[id]) for id, story in stories.items()}
    return [(story, said[id], marks[id]) for id, story in stories.items() if made_from[id] != marks[id]]


def _mark(version: str, story: Story, annotated: Mapping[str, str], said: Sequence[Judgement]) -> str:
    """All that the dossier depends on: equal marks give equal dossiers."""
    about = [story.title, story.date, story.place, story.reasons]
    articles = [(id, annotated.get(id)) for id in story.articles]
    return content_id("d", version, about, articles, [(each.id, each.verdict) for each in said])


def _tell_one(store: Store, story: Story, judgements: Sequence[Judgement], mark: str) -> bool:
    writer = store.writer()
    members = store.read(lambda view: sorted(view.annotated(story.articles), key=_when))
    try:
        body = _dossier(story, members, judgements)
    except Exception as error:
        reason = f"a fault of rashomon, please report it: {type(error).__name__}: {error}"
        writer.give_up(story.id, Failure(story.id, "compare", reason), made_from=mark)
        return False
    writer.keep_dossier(story.id, body, made_from=mark)
    return True


def _dossier(story: Story, members: Sequence[Annotations], judgements: Sequence[Judgement]) -> str:
    resolution = resolve.resolve(members, judgements=judgements)
    dossier = tell.tell(story, resolution, compare_story(resolution), (), provenance(one_story=False))
    return tell.dumps(tell.to_json(dossier))


def _when(annotations: Annotations) -> tuple[str, str]:
    """By date, what has none last: the order in which articles arrived says nothing."""
    return (annotations.article.published or "~", annotations.article.id)
