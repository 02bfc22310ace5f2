"""Reading what is left to do: articles not annotated, stories not told."""

import json
from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import Connection, or_, select

from rashomon.model import Story
from rashomon.store import schema
from rashomon.store.rows import chunks

_ARTICLES, _FOUND, _STORIES = schema.articles, schema.annotations, schema.stories


def to_annotate(connection: Connection) -> tuple[str, ...]:
    """Return articles that stand without sound annotations, and have no open failure at that stage."""
    failed = select(schema.failures.c.payload).where(
        schema.failures.c.open, schema.failures.c.stage == "annotate"
    )
    query = (
        select(_ARTICLES.c.id)
        .outerjoin(_FOUND, _FOUND.c.article == _ARTICLES.c.id)
        .where(_ARTICLES.c.superseded_by.is_(None), _ARTICLES.c.id.not_in(failed))
        .where(or_(_FOUND.c.article.is_(None), _FOUND.c.stale))
        .order_by(_ARTICLES.c.id)
    )
    return tuple(connection.scalars(query))


def to_group(connection: Connection) -> tuple[str, ...]:
    """Return the articles that stand and are annotated."""
    query = (
        select(_ARTICLES.c.id)
        .join(_FOUND, _FOUND.c.article == _ARTICLES.c.id)
        .where(_ARTICLES.c.superseded_by.is_(None), ~_FOUND.c.stale)
        .order_by(_ARTICLES.c.id)
    )
    return tuple(connection.scalars(query))


def mark(connection: Connection, name: str) -> str | None:
    """Return what the job was last made from."""
    return connection.scalar(select(schema.marks.c.value).where(schema.marks.c.name == name))


def members(connection: Connection) -> dict[str, tuple[str, ...]]:
    """Return the articles of each story, by id."""
    table, found = schema.memberships, defaultdict[str, list[str]](list)
    for row in connection.execute(select(table).order_by(table.c.story, table.c.article)):
        found[row.story].append(row.article)
    return {story: tuple(ids) for story, ids in found.items()}


def successors(connection: Connection) -> dict[str, str]:
    """Return where the articles of each ended story went."""
    query = select(_STORIES.c.id, _STORIES.c.successor).where(_STORIES.c.successor.is_not(None))
    return {row.id: row.successor for row in connection.execute(query)}


def told(connection: Connection) -> dict[str, Story]:
    """Return each standing story as it was grouped; its articles in the order of their ids."""
    found = members(connection)
    rows = connection.execute(select(_STORIES).where(_STORIES.c.live).order_by(_STORIES.c.id))
    return {
        row.id: Story(
            id=row.id,
            title=row.title,
            date=row.date,
            place=row.place,
            articles=found.get(row.id, ()),
            reasons=tuple(json.loads(row.reasons)),
        )
        for row in rows
    }


def made_by(connection: Connection, articles: Sequence[str]) -> dict[str, str]:
    """Return by which version and models each article was annotated."""
    found: dict[str, str] = {}
    for some in chunks(articles):
        rows = connection.execute(
            select(_FOUND.c.article, _FOUND.c.made_by).where(_FOUND.c.article.in_(some))
        )
        found |= {row.article: row.made_by for row in rows}
    return found


def made_from(connection: Connection) -> dict[str, str | None]:
    """Return what each standing story's dossier was made from; None where it is due."""
    rows = connection.execute(
        select(_STORIES.c.id, _STORIES.c.made_from, _STORIES.c.due)
        .where(_STORIES.c.live)
        .order_by(_STORIES.c.id)
    )
    return {row.id: None if row.due else row.made_from for row in rows}
