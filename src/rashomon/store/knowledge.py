"""What was worked out: annotations, stories, and every version of their dossiers."""

import hashlib
import json
from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, delete, select, update

from rashomon.model import Annotations, Failure, Story
from rashomon.store import schema
from rashomon.store.codec import encode, pack
from rashomon.store.ingest import fail, solved
from rashomon.store.layouts import forget
from rashomon.store.projection import project, summary
from rashomon.store.records import DossierHead, StoredFailure
from rashomon.store.rows import as_json, chunks, now, put

_STORIES, _MEMBERS, _DOSSIERS = schema.stories, schema.memberships, schema.dossiers


def keep_annotations(connection: Connection, annotations: Annotations, *, made_by: str) -> None:
    """Store what was found in one stored article, in place of what was found before."""
    found = encode(annotations)
    del found["article"]
    row = {"article": annotations.article.id, "made_by": made_by, "record": pack(found), "stale": False}
    put(connection, schema.annotations, row, "made_by", "record", "stale")
    solved(connection, annotations.article.id, "annotate")


def keep_stories(
    connection: Connection, stories: Sequence[Story], *, mark: str, successors: Mapping[str, str]
) -> None:
    """Store which articles make which story; stories that are none any more stay, with their dossiers.

    `mark` is what the grouping was made from: the next job finds it and need not group again.
    `successors` name for a story that ended the one that most of its articles went to.
    """
    wanted = {article: story.id for story in stories for article in story.articles}
    there = {row.article: row.story for row in connection.execute(select(_MEMBERS))}
    for ids in chunks(article for article in there if article not in wanted):
        connection.execute(delete(_MEMBERS).where(_MEMBERS.c.article.in_(ids)))
    changed = [
        {"article": article, "story": story}
        for article, story in wanted.items()
        if there.get(article) != story
    ]
    put(connection, _MEMBERS, changed, "story")
    _keep_rows(connection, stories)
    live = {story.id for story in stories}
    ended = connection.scalars(select(_STORIES.c.id).where(_STORIES.c.live)).all()
    for story in ended:
        if story not in live:
            values = {"live": False, "due": False, "successor": successors.get(story)}
            connection.execute(update(_STORIES).where(_STORIES.c.id == story).values(**values))
            forget(connection, story)
    put(connection, schema.marks, {"name": "group", "value": mark}, "value")


def _keep_rows(connection: Connection, stories: Sequence[Story]) -> None:
    moment = now()
    rows = [
        {
            "id": story.id,
            "title": story.title,
            "date": story.date,
            "place": story.place,
            "reasons": as_json(list(story.reasons)),
            "live": True,
            "successor": None,
            "version": 0,
            "made_from": None,
            "summary": "{}",
            "due": False,
            "updated": moment,
        }
        for story in stories
    ]
    put(connection, _STORIES, rows, "title", "date", "place", "reasons", "live", "successor")


def keep_dossier(connection: Connection, story: str, body: str, *, made_from: str) -> DossierHead:
    """Store the story's dossier as a new version; the same as the latest is no new one."""
    digest = hashlib.sha256(body.encode("utf-8", "surrogatepass")).hexdigest()
    last = connection.execute(
        select(_DOSSIERS).where(_DOSSIERS.c.story == story).order_by(_DOSSIERS.c.version.desc()).limit(1)
    ).first()
    values: dict[str, object] = {"made_from": made_from, "due": False}
    if last is not None and last.digest == digest:
        head = DossierHead(story=story, version=last.version, made=last.made, digest=digest)
    else:
        head = DossierHead(story=story, version=last.version + 1 if last else 1, made=now(), digest=digest)
        dossier = json.loads(body)
        row = {"story": story, "version": head.version, "digest": digest, "made": head.made}
        connection.execute(_DOSSIERS.insert(), {**row, "body": pack(body)})
        project(connection, story, dossier)
        values |= {"version": head.version, "updated": head.made, "summary": as_json(summary(dossier))}
    connection.execute(update(_STORIES).where(_STORIES.c.id == story).values(**values))
    solved(connection, story, "compare")
    return head


def give_up(connection: Connection, story: str, failure: Failure, *, made_from: str) -> None:
    """Note that no dossier could be made from this; it is not tried again until something changes."""
    fail(connection, failure, input=None, kind="fault", payload=story)
    values = {"made_from": made_from, "due": False}
    connection.execute(update(_STORIES).where(_STORIES.c.id == story).values(**values))


def try_again(connection: Connection, failure: StoredFailure) -> None:
    """Let the article or story that failed be worked on again; `payload` names it."""
    if failure.stage == "annotate":
        solved(connection, failure.payload, "annotate")
    else:
        connection.execute(update(_STORIES).where(_STORIES.c.id == failure.payload).values(due=True))


def mark_due(connection: Connection, stage: str) -> None:
    """Let the stage, and all that follows from it, be done again."""
    if stage == "annotate":
        connection.execute(update(schema.annotations).values(stale=True))
    elif stage == "group":
        connection.execute(delete(schema.marks).where(schema.marks.c.name == "group"))
    else:
        connection.execute(update(_STORIES).where(_STORIES.c.live).values(due=True))
