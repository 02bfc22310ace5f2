"""Reading which of an outlet's articles have one text with others: what is behind the counts of `copied`."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, and_, func, select

from rashomon.store import schema

_STORIES, _ARTICLES, _ORIGINS = schema.stories, schema.articles, schema.origins


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedText:
    """One article whose text goes back to agencies, or is printed by other outlets too."""

    story: str
    article: str
    title: str | None
    published: str | None
    agencies: tuple[str, ...]
    outlets: tuple[str, ...]


def shared_texts(connection: Connection, outlet: str, *, limit: int) -> tuple[SharedText, ...]:
    """Return the outlet's articles that share an origin with other outlets or an agency, the newest first."""
    own = (
        select(_ORIGINS.c.story, _ORIGINS.c.id)
        .join(_ARTICLES, _ARTICLES.c.id == _ORIGINS.c.article)
        .where(_ARTICLES.c.outlet == outlet)
        .distinct()
        .subquery()
    )
    rows = connection.execute(
        select(
            _ORIGINS.c.story,
            _ORIGINS.c.id,
            _ORIGINS.c.agency,
            _ORIGINS.c.article,
            _ARTICLES.c.outlet,
            _ARTICLES.c.title,
            _ARTICLES.c.published,
        )
        .join(own, and_(own.c.story == _ORIGINS.c.story, own.c.id == _ORIGINS.c.id))
        .join(_STORIES, and_(_STORIES.c.id == _ORIGINS.c.story, _STORIES.c.live))
        .join(_ARTICLES, _ARTICLES.c.id == _ORIGINS.c.article)
        .order_by(func.coalesce(_ARTICLES.c.published, "").desc(), _ORIGINS.c.id, _ORIGINS.c.article)
    )
    groups: defaultdict[tuple[str, str], list[Any]] = defaultdict(list)
    for row in rows:
        groups[row.story, row.id].append(row)
    found: dict[tuple[str, str], SharedText] = {}
    for group in groups.values():
        for text in _shared(group, outlet):
            place = text.story, text.article
            found[place] = _joined(found[place], text) if place in found else text
    return tuple(sorted(found.values(), key=lambda text: text.published or "", reverse=True)[:limit])


def _shared(group: Sequence[Any], outlet: str) -> list[SharedText]:
    """Return the outlet's articles of one origin, if there is anybody to share it with."""
    others = tuple(sorted({row.outlet for row in group if row.outlet and row.outlet != outlet}))
    return [
        SharedText(
            story=row.story,
            article=row.article,
            title=row.title,
            published=row.published,
            agencies=(row.agency,) if row.agency else (),
            outlets=others,
        )
        for row in group
        if row.outlet == outlet and (others or row.agency)
    ]


def _joined(one: SharedText, other: SharedText) -> SharedText:
    """An article that has one part of its text from here and another from there is one article."""
    return replace(
        one,
        agencies=tuple(sorted({*one.agencies, *other.agencies})),
        outlets=tuple(sorted({*one.outlets, *other.outlets})),
    )
