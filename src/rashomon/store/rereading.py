"""A page read again: the same article, better read, or a text that takes the place of the one read before.

What the outlet changed is a revision; what we read otherwise is none, and no page says that it is.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, select, update

from rashomon.model import Article, Failure
from rashomon.store import schema
from rashomon.store.codec import encode, pack
from rashomon.store.ingest import as_row, fail, index, solved, supersede

_ARTICLES, _RAWS = schema.articles, schema.raws


def to_read(connection: Connection, after: str) -> tuple[str, ...]:
    """Return the articles that stand and whose page was kept, by id, from after that id on."""
    query = (
        select(_ARTICLES.c.id)
        .join(_RAWS, _RAWS.c.article == _ARTICLES.c.id)
        .where(_ARTICLES.c.superseded_by.is_(None), _ARTICLES.c.id > after)
    )
    return tuple(connection.scalars(query.order_by(_ARTICLES.c.id)))


def in_place_of(connection: Connection) -> Mapping[str, str]:
    """Return for each article that stands no more the one that stands in its place."""
    query = select(_ARTICLES.c.id, _ARTICLES.c.superseded_by).where(_ARTICLES.c.superseded_by.is_not(None))
    after = {row.id: row.superseded_by for row in connection.execute(query)}
    return {id: _last(after, id) for id in after}


def _last(after: Mapping[str, str], id: str) -> str:
    seen = {id}
    while (next := after.get(id)) and next not in seen:
        seen.add(next)
        id = next
    return id


def keep(connection: Connection, before: str, article: Article, failures: Sequence[Failure]) -> bool:
    """Store what a page gives now; whether that is anything else than before.

    What was worked out of the same text is stale; another text comes to stand where the old one stood.
    """
    old = connection.execute(select(_ARTICLES).where(_ARTICLES.c.id == before)).one()
    record = pack(encode(article))
    changed = bool(old.record != record)
    if article.id == before and changed:
        row = as_row(article, address=old.address, revision_of=old.revision_of)
        values = {name: row[name] for name in ("file", "language", "record")}
        connection.execute(update(_ARTICLES).where(_ARTICLES.c.id == before).values(**values))
        found = schema.annotations
        connection.execute(update(found).where(found.c.article == before).values(stale=True))
    elif changed:
        _replace(connection, old, article)
    solved(connection, article.file, "read")
    for failure in failures:
        fail(connection, failure, input=None, kind="", payload=article.id)
    return changed


def _replace(connection: Connection, old: "Row[Any]", article: Article) -> None:
    """Let the new reading stand where the old one stood, with its page, its address and its past."""
    known = connection.scalar(select(_ARTICLES.c.id).where(_ARTICLES.c.id == article.id))
    if known is None:
        row = as_row(article, address=old.address, revision_of=old.revision_of)
        connection.execute(_ARTICLES.insert(), {**row, "added": old.added})
        index(connection, article)
        connection.execute(update(_RAWS).where(_RAWS.c.article == old.id).values(article=article.id))
    supersede(connection, article.id, None)
    connection.execute(
        update(_ARTICLES)
        .where(_ARTICLES.c.id == old.id)
        .values(superseded_by=article.id, reread_as=article.id)
    )
    for table in (schema.pages, schema.inputs):
        connection.execute(update(table).where(table.c.article == old.id).values(article=article.id))
