"""Searching articles, quotes and claims."""

from typing import Any

from sqlalchemy import Connection, Select, select

from rashomon.store import schema
from rashomon.store.fulltext import from_clause, marked, match, parts, terms
from rashomon.store.records import Hit

_ARTICLES, _MEMBERS = schema.articles, schema.memberships


def search(
    connection: Connection,
    query: str,
    *,
    kinds: tuple[str, ...],
    since: str | None,
    until: str | None,
    outlet: str | None,
    limit: int,
    offset: int,
) -> tuple[Hit, ...]:
    """Return what the words are found in, the best first."""
    asked = terms(query)
    if not any(term.wanted for term in asked):
        return ()
    found, table = match(connection, asked), schema.search
    rows: Select[Any] = (
        select(
            table.c.kind,
            table.c.key,
            table.c.article,
            _MEMBERS.c.story,
            _ARTICLES.c.title,
            _ARTICLES.c.outlet,
            _ARTICLES.c.published,
            found.shown.label("shown"),
        )
        .select_from(from_clause(connection))
        .join(_ARTICLES, _ARTICLES.c.id == table.c.article)
        .outerjoin(_MEMBERS, _MEMBERS.c.article == table.c.article)
        .where(found.where, table.c.kind.in_(kinds))
    )
    rows = _between(rows, since, until, outlet)
    ranked = rows.order_by(found.rank, table.c.kind, table.c.key).limit(limit).offset(offset)
    hits = connection.execute(ranked).all()
    texts = marked(connection, found, [row.shown for row in hits])
    return tuple(
        Hit(
            kind=row.kind,
            id=row.key,
            article=row.article,
            story=row.story,
            title=row.title,
            outlet=row.outlet,
            published=row.published,
            parts=parts(shown),
        )
        for row, shown in zip(hits, texts, strict=True)
    )


def _between(query: "Select[Any]", since: str | None, until: str | None, outlet: str | None) -> "Select[Any]":
    if since:
        query = query.where(_ARTICLES.c.published >= since)
    if until:
        query = query.where(_ARTICLES.c.published <= until + "~")
    if outlet:
        query = query.where(_ARTICLES.c.outlet == outlet)
    return query
