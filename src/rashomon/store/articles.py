"""Reading what came in: articles, raw pages, revisions, inputs, feeds, failures, runs."""

import json
from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, func, select

from rashomon.model import Annotations, Article
from rashomon.store import schema
from rashomon.store.codec import decode, decompress, unpack
from rashomon.store.journal import is_gone
from rashomon.store.records import Feed, Input, Json, Progress, Raw, Run, StoredArticle, StoredFailure
from rashomon.store.rows import chunks, key

_ARTICLES = schema.articles


def article(connection: Connection, id: str) -> StoredArticle | None:
    """Return the article with its place in the store."""
    row = connection.execute(select(_ARTICLES).where(_ARTICLES.c.id == id)).first()
    if row is None:
        return None
    return StoredArticle(
        article=decode(Article, unpack(row.record)),
        address=row.address,
        added=row.added,
        revision_of=row.revision_of,
        revised_by=row.superseded_by,
        reread_as=row.reread_as,
    )


def annotated(connection: Connection, ids: Sequence[str], *, lean: bool = False) -> Iterator[Annotations]:
    """Yield articles with their annotations, in the order of the ids; those without are left out.

    `lean` leaves out quotes, claims and the text as it arrived: half the memory.
    """
    table = schema.annotations
    for some in chunks(ids, 100):
        rows = connection.execute(
            select(_ARTICLES.c.id, _ARTICLES.c.record, table.c.record.label("found"))
            .join(table, table.c.article == _ARTICLES.c.id)
            .where(_ARTICLES.c.id.in_(some))
        )
        found = {row.id: row for row in rows}
        for id in some:
            if id in found:
                yield _annotations(unpack(found[id].record), unpack(found[id].found), lean=lean)


def _annotations(article: Json, found: Json, *, lean: bool) -> Annotations:
    if lean:
        article |= {"raw": "", "offsets": {"pieces": []}, "dropped": [], "repairs": []}
        found |= {"quotes": [], "claims": []}
    return decode(Annotations, {**found, "article": article})


def raw(connection: Connection, article: str) -> Raw | None:
    """Return what arrived for the article."""
    row = connection.execute(select(schema.raws).where(schema.raws.c.article == article)).first()
    if row is None:
        return None
    return Raw(decompress(row.body), row.media, json.loads(row.said) if row.said else None)


def current(connection: Connection, address: str) -> str | None:
    """Return the article that stands at the address."""
    return connection.scalar(select(schema.pages.c.article).where(schema.pages.c.address == key(address)))


def revisions(connection: Connection, id: str) -> tuple[str, ...]:
    """Return the ids of all texts that stood in this article's place, the oldest first."""
    chain: list[str] = [id]
    while before := connection.scalar(select(_ARTICLES.c.revision_of).where(_ARTICLES.c.id == chain[0])):
        chain.insert(0, before)
    place = [id]
    for one in place:
        after = connection.scalars(
            select(_ARTICLES.c.id)
            .where(_ARTICLES.c.revision_of == one, _ARTICLES.c.reread_as.is_(None))
            .order_by(_ARTICLES.c.added, _ARTICLES.c.id)
        )
        place += list(after)
    return tuple(chain[:-1] + place)


def input_digest(connection: Connection, name: str) -> str | None:
    """Return the digest of what the input held when it was last read."""
    return connection.scalar(select(schema.inputs.c.digest).where(schema.inputs.c.name == key(name)))


def is_seen(connection: Connection, input: Input) -> bool:
    """Whether the input was read when it held the same."""
    return input_digest(connection, input.name) == input.digest


def feeds(connection: Connection) -> tuple[Feed, ...]:
    """Return the feeds that are watched, by their URL."""
    rows = connection.execute(select(schema.feeds).order_by(schema.feeds.c.url))
    return tuple(Feed(row.url, row.title, json.loads(row.state)) for row in rows)


def failures(connection: Connection, *, open_only: bool, stage: str | None) -> tuple[StoredFailure, ...]:
    """Return failures by stage and input."""
    table = schema.failures
    query = select(table).order_by(table.c.stage, table.c.input, table.c.reason)
    if open_only:
        query = query.where(table.c.open)
    if stage is not None:
        query = query.where(table.c.stage == stage)
    return tuple(StoredFailure(**row._mapping) for row in connection.execute(query))


def runs(connection: Connection, limit: int) -> tuple[Run, ...]:
    """Return the last runs, the newest first."""
    found = []
    for row in connection.execute(select(schema.runs).order_by(schema.runs.c.id.desc()).limit(limit)):
        values = dict(row._mapping)
        if is_gone(values.pop("process")) and row.state == "running":
            values["state"] = "broken"
        values["arguments"] = tuple(json.loads(values["arguments"]))
        found.append(Run(**values, stages=_stages(connection, row.id)))
    return tuple(found)


def _stages(connection: Connection, run: int) -> tuple[Progress, ...]:
    table = schema.progress
    rows = connection.execute(
        select(table).where(table.c.run == run).order_by(table.c.started, table.c.stage)
    )
    return tuple(
        Progress(**{name: value for name, value in row._mapping.items() if name != "run"}) for row in rows
    )


def counts(connection: Connection) -> dict[str, int]:
    """Return how much of everything there is."""
    wanted = {
        "articles": select(func.count()).select_from(_ARTICLES),
        "revised": select(func.count()).where(_ARTICLES.c.superseded_by.is_not(None)),
        "annotated": select(func.count()).select_from(schema.annotations).where(~schema.annotations.c.stale),
        "stories": select(func.count()).where(schema.stories.c.live),
        "dossiers": select(func.count()).select_from(schema.dossiers),
        "judgements": select(func.count()).where(schema.judgements.c.undone_at.is_(None)),
        "feeds": select(func.count()).select_from(schema.feeds),
        "failures": select(func.count()).where(schema.failures.c.open),
    }
    return {name: int(connection.scalar(query) or 0) for name, query in wanted.items()}
