"""Reading who said what, who was named where, which outlets have one text: over all stories that stand."""

import json
from collections import defaultdict

from sqlalchemy import Connection, Row, and_, distinct, func, select

from rashomon.store import schema
from rashomon.store.records import CopyRow, EntityRow, OutletRow, QuoteRow, Sighting

_STORIES, _ARTICLES, _MEMBERS = schema.stories, schema.articles, schema.memberships
_QUOTES, _ENTITIES, _SIGHTINGS = schema.quotes, schema.entities, schema.sightings
AnyRow = Row[tuple[object, ...]]


def quotes(
    connection: Connection,
    *,
    entity: str | None,
    outlet: str | None,
    story: str | None,
    limit: int,
    offset: int,
) -> tuple[QuoteRow, ...]:
    """Return quotations of stories that stand, by date, article and place."""
    query = (
        select(_QUOTES, _ARTICLES.c.outlet, _ARTICLES.c.published, _ENTITIES.c.name.label("speaker_name"))
        .join(_STORIES, and_(_STORIES.c.id == _QUOTES.c.story, _STORIES.c.live))
        .join(_ARTICLES, _ARTICLES.c.id == _QUOTES.c.article)
        .outerjoin(_ENTITIES, and_(_ENTITIES.c.id == _QUOTES.c.speaker, _ENTITIES.c.story == _QUOTES.c.story))
    )
    if entity:
        query = query.where(_QUOTES.c.speaker == entity)
    if outlet:
        query = query.where(_ARTICLES.c.outlet == outlet)
    if story:
        query = query.where(_QUOTES.c.story == story)
    order = (func.coalesce(_ARTICLES.c.published, ""), _QUOTES.c.article, _QUOTES.c.start, _QUOTES.c.id)
    rows = connection.execute(query.order_by(*order).limit(limit).offset(offset))
    return tuple(
        QuoteRow(**{name: value for name, value in row._mapping.items() if name != "start"}) for row in rows
    )


def entities(
    connection: Connection,
    *,
    query: str | None,
    kind: str | None,
    story: str | None,
    id: str | None,
    limit: int,
    offset: int,
) -> tuple[EntityRow, ...]:
    """Return entities over all stories that stand, the most often named first."""
    live = select(_STORIES.c.id).where(_STORIES.c.live)
    chosen = select(_ENTITIES.c.id).distinct().where(_ENTITIES.c.story.in_(live))
    if query:
        words = f"%{query.lower()}%"
        chosen = chosen.where(func.lower(_ENTITIES.c.names).like(words))
    if kind:
        chosen = chosen.where(_ENTITIES.c.kind == kind)
    if story:
        chosen = chosen.where(_ENTITIES.c.story == story)
    if id:
        chosen = chosen.where(_ENTITIES.c.id == id)
    named = func.count().label("named")
    counted = (
        select(_SIGHTINGS.c.entity, named)
        .where(_SIGHTINGS.c.entity.in_(chosen), _SIGHTINGS.c.story.in_(live))
        .group_by(_SIGHTINGS.c.entity)
        .order_by(named.desc(), _SIGHTINGS.c.entity)
    )
    ranked = connection.execute(counted.limit(limit).offset(offset)).all()
    return _entity_rows(connection, {str(row.entity): int(row.named) for row in ranked})


def _entity_rows(connection: Connection, named: dict[str, int]) -> tuple[EntityRow, ...]:
    live = select(_STORIES.c.id).where(_STORIES.c.live)
    rows: defaultdict[str, list[AnyRow]] = defaultdict(list)
    wanted = select(_ENTITIES).where(_ENTITIES.c.id.in_(list(named)), _ENTITIES.c.story.in_(live))
    for row in connection.execute(wanted.order_by(_ENTITIES.c.story)):
        rows[row.id].append(row)
    said = {
        str(row[0]): int(row[1])
        for row in connection.execute(
            select(_QUOTES.c.speaker, func.count())
            .where(_QUOTES.c.speaker.in_(list(named)), _QUOTES.c.story.in_(live))
            .group_by(_QUOTES.c.speaker)
        )
    }
    return tuple(
        EntityRow(
            id=id,
            kind=rows[id][0].kind,
            name=rows[id][0].name,
            names=tuple(sorted({name for row in rows[id] for name in json.loads(row.names)})),
            stories=tuple(row.story for row in rows[id]),
            mentions=named[id],
            quotes=said.get(id, 0),
        )
        for id in named
    )


def sightings(connection: Connection, entity: str) -> tuple[Sighting, ...]:
    """Return every place where the entity is named, by date, article and place."""
    query = (
        select(_SIGHTINGS, _ARTICLES.c.outlet, _ARTICLES.c.published)
        .join(_STORIES, and_(_STORIES.c.id == _SIGHTINGS.c.story, _STORIES.c.live))
        .join(_ARTICLES, _ARTICLES.c.id == _SIGHTINGS.c.article)
        .where(_SIGHTINGS.c.entity == entity)
        .order_by(func.coalesce(_ARTICLES.c.published, ""), _SIGHTINGS.c.article, _SIGHTINGS.c.start)
    )
    return tuple(
        Sighting(
            story=row.story,
            article=row.article,
            outlet=row.outlet,
            published=row.published,
            name=row.name,
            start=row.start,
            end=row.stop,
        )
        for row in connection.execute(query)
    )


def outlets(connection: Connection) -> tuple[OutletRow, ...]:
    """Return the outlets by name; articles that were revised since don't count."""
    query = (
        select(
            _ARTICLES.c.outlet,
            func.count(_ARTICLES.c.id).label("articles"),
            func.count(distinct(_MEMBERS.c.story)).label("stories"),
        )
        .outerjoin(_MEMBERS, _MEMBERS.c.article == _ARTICLES.c.id)
        .where(_ARTICLES.c.outlet.is_not(None), _ARTICLES.c.superseded_by.is_(None))
        .group_by(_ARTICLES.c.outlet)
        .order_by(_ARTICLES.c.outlet)
    )
    return tuple(
        OutletRow(name=row.outlet, articles=row.articles, stories=row.stories)
        for row in connection.execute(query)
    )


def copied(connection: Connection, outlet: str | None) -> tuple[CopyRow, ...]:
    """Return with whom outlets have one text: agencies, and outlets where no agency is known."""
    table = schema.origins
    rows = connection.execute(
        select(table.c.story, table.c.id, table.c.agency, table.c.article, _ARTICLES.c.outlet)
        .join(_STORIES, and_(_STORIES.c.id == table.c.story, _STORIES.c.live))
        .join(_ARTICLES, _ARTICLES.c.id == table.c.article)
        .where(_ARTICLES.c.outlet.is_not(None))
    )
    groups: defaultdict[tuple[str, str, str | None], list[tuple[str, str]]] = defaultdict(list)
    for row in rows:
        groups[row.story, row.id, row.agency].append((row.outlet, row.article))
    found: defaultdict[tuple[str, str, bool], set[str]] = defaultdict(set)
    for (_, _, agency), members in groups.items():
        for name, article in members:
            others = {other for other, _ in members if other != name}
            for source in [agency] if agency else others:
                found[name, source, agency is not None].add(article)
    return tuple(
        CopyRow(outlet=name, source=source, agency=agency, articles=len(ids))
        for (name, source, agency), ids in sorted(found.items())
        if outlet is None or name == outlet
    )
