"""Reading stories, the versions of their dossiers, and what people judged."""

import json

from sqlalchemy import Connection, Row, func, select

from rashomon.store import schema
from rashomon.store.codec import unpack
from rashomon.store.judging import as_judgement
from rashomon.store.records import DossierHead, StoredDossier, StoredJudgement, StoryRow

_STORIES, _ARTICLES, _MEMBERS = schema.stories, schema.articles, schema.memberships
_DOSSIERS, _ENTITIES = schema.dossiers, schema.entities
_HEAD = (_DOSSIERS.c.story, _DOSSIERS.c.version, _DOSSIERS.c.made, _DOSSIERS.c.digest)
AnyRow = Row[tuple[object, ...]]


def stories(
    connection: Connection,
    *,
    since: str | None,
    until: str | None,
    outlet: str | None,
    entity: str | None,
    limit: int,
    offset: int,
) -> tuple[StoryRow, ...]:
    """Return stories that are told, the newest first; dates are ISO 8601, both ends included."""
    query = select(_STORIES).where(_STORIES.c.live, _STORIES.c.version > 0)
    if since:
        query = query.where(_STORIES.c.date >= since)
    if until:
        query = query.where(_STORIES.c.date <= until + "~")
    if outlet:
        of_outlet = select(_MEMBERS.c.story).join(_ARTICLES, _ARTICLES.c.id == _MEMBERS.c.article)
        query = query.where(_STORIES.c.id.in_(of_outlet.where(_ARTICLES.c.outlet == outlet)))
    if entity:
        query = query.where(_STORIES.c.id.in_(select(_ENTITIES.c.story).where(_ENTITIES.c.id == entity)))
    newest = (func.coalesce(_STORIES.c.date, "").desc(), _STORIES.c.id)
    return tuple(
        _story(row) for row in connection.execute(query.order_by(*newest).limit(limit).offset(offset))
    )


def story(connection: Connection, id: str) -> StoryRow | None:
    """Return the story, also one that is none any more."""
    row = connection.execute(select(_STORIES).where(_STORIES.c.id == id, _STORIES.c.version > 0)).first()
    return _story(row) if row else None


def _story(row: AnyRow) -> StoryRow:
    told = json.loads(row.summary)
    return StoryRow(
        id=row.id,
        title=row.title,
        date=row.date,
        place=row.place,
        articles=told["articles"],
        outlets=tuple(told["outlets"]),
        origins=told["origins"],
        points=told["points"],
        altered=told["altered"],
        version=row.version,
        updated=row.updated,
        live=row.live,
        successor=row.successor,
    )


def dossier(connection: Connection, story: str, version: int | None) -> StoredDossier | None:
    """Return one version of the story's dossier, the latest unless said otherwise."""
    query = select(*_HEAD, _DOSSIERS.c.body).where(_DOSSIERS.c.story == story)
    if version is not None:
        query = query.where(_DOSSIERS.c.version == version)
    row = connection.execute(query.order_by(_DOSSIERS.c.version.desc()).limit(1)).first()
    return StoredDossier(**{**row._mapping, "body": unpack(row.body)}) if row else None


def versions(connection: Connection, story: str) -> tuple[DossierHead, ...]:
    """Return all versions of the story's dossier, the oldest first."""
    query = select(*_HEAD).where(_DOSSIERS.c.story == story).order_by(_DOSSIERS.c.version)
    return tuple(DossierHead(**row._mapping) for row in connection.execute(query))


def judgements(
    connection: Connection, *, story: str | None, kind: str | None, standing: bool
) -> tuple[StoredJudgement, ...]:
    """Return judgements in the order in which they were given."""
    table = schema.judgements
    query = select(table).order_by(table.c.at, table.c.id)
    if story is not None:
        query = query.where(table.c.story == story)
    if kind is not None:
        query = query.where(table.c.kind == kind)
    if standing:
        query = query.where(table.c.undone_at.is_(None))
    return tuple(as_judgement(row) for row in connection.execute(query))
