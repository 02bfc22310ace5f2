"""Searching articles, quotes and claims: ranked by their numbers alone, and only the best are read."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, select

from rashomon.store import schema
from rashomon.store.fulltext import Match, marked, match, parts, terms
from rashomon.store.records import Hit

_ARTICLES, _MEMBERS, _SEARCH = schema.articles, schema.memberships, schema.search
KINDS = ("article", "quote", "claim")


@dataclass(frozen=True, slots=True, kw_only=True)
class Within:
    """What a search is narrowed to; dates are ISO 8601, both ends included."""

    kinds: Sequence[str] = KINDS
    since: str | None = None
    until: str | None = None
    outlet: str | None = None


def search(connection: Connection, query: str, within: Within, *, limit: int, offset: int) -> tuple[Hit, ...]:
    """Return what the words are found in, the best first; of equals, what came first."""
    asked = terms(query)
    if not any(term.wanted for term in asked):
        return ()
    found = match(connection, asked)
    ids = connection.scalars(_best(found, within).limit(limit).offset(offset)).all()
    rows = {row.id: row for row in connection.execute(_shown(found, ids))}
    texts = marked(connection, found, [rows[id].shown for id in ids])
    return tuple(_hit(rows[id], shown) for id, shown in zip(ids, texts, strict=True))


def _best(found: Match, within: Within) -> "Select[Any]":
    """The numbers of what matches, in order; tables that nothing is asked of are left out of it."""
    source, of_article = found.source, _of_article(within)
    of_kind = [] if set(KINDS) <= set(within.kinds) else [_SEARCH.c.kind.in_(within.kinds)]
    if (of_article or of_kind) and source is not _SEARCH:
        source = source.join(_SEARCH, _SEARCH.c.id == found.number)
    if of_article:
        source = source.join(_ARTICLES, _ARTICLES.c.id == _SEARCH.c.article)
    query = select(found.number).select_from(source).where(found.where, *of_kind, *of_article)
    return query.order_by(found.rank, found.number)


def _of_article(within: Within) -> "list[ColumnElement[bool]]":
    found: list[ColumnElement[bool]] = []
    if within.since:
        found.append(_ARTICLES.c.published >= within.since)
    if within.until:
        found.append(_ARTICLES.c.published <= within.until + "~")
    if within.outlet:
        found.append(_ARTICLES.c.outlet == within.outlet)
    return found


def _shown(found: Match, ids: Sequence[int]) -> "Select[Any]":
    """What a hit shows, of these alone."""
    source = found.source
    if source is not _SEARCH:
        source = source.join(_SEARCH, _SEARCH.c.id == found.number)
    return (
        select(
            _SEARCH.c.id,
            _SEARCH.c.kind,
            _SEARCH.c.key,
            _SEARCH.c.article,
            _MEMBERS.c.story,
            _ARTICLES.c.title,
            _ARTICLES.c.outlet,
            _ARTICLES.c.published,
            found.shown.label("shown"),
        )
        .select_from(source)
        .join(_ARTICLES, _ARTICLES.c.id == _SEARCH.c.article)
        .outerjoin(_MEMBERS, _MEMBERS.c.article == _SEARCH.c.article)
        .where(found.where, found.number.in_(ids))
    )


def _hit(row: Any, shown: str) -> Hit:
    return Hit(
        kind=row.kind,
        id=row.key,
        article=row.article,
        story=row.story,
        title=row.title,
        outlet=row.outlet,
        published=row.published,
        parts=parts(shown),
    )
