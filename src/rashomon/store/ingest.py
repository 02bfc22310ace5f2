"""What comes in: articles with their raw pages, inputs that were seen, failures, feeds."""

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, or_, select, update

from rashomon.model import Article, Failure
from rashomon.model.identity import content_id
from rashomon.store import schema
from rashomon.store.codec import compress, encode, pack, unpack
from rashomon.store.fulltext import add_rows, index_row
from rashomon.store.likeness import alike
from rashomon.store.records import Feed, Input, Json, Kept, Raw
from rashomon.store.rows import as_json, key, now, put

_ARTICLES, _FAILURES = schema.articles, schema.failures


def keep(
    connection: Connection,
    article: Article,
    *,
    input: Input | None,
    raw: Raw | None,
    address: str | None,
    revises: bool,
    failures: Sequence[Failure],
) -> Kept:
    """Store the article with all that belongs to it; one that is there already stays as it is."""
    place = key(address) if address else None
    known = connection.execute(
        select(_ARTICLES.c.id, _ARTICLES.c.revision_of).where(_ARTICLES.c.id == article.id)
    ).first()
    before = _takes_place(connection, article, place) if place and revises else None
    if known is None:
        _insert(connection, article, raw, address=place, revision_of=before)
    if input:
        solved(connection, input.name, "fetch")
        solved(connection, input.name, "read")
        see(connection, input, article=article.id)
    for failure in failures:
        fail(connection, failure, input=None, kind="", payload=article.id)
    return Kept(article.id, known is None, known.revision_of if known else before)


def _insert(
    connection: Connection, article: Article, raw: Raw | None, *, address: str | None, revision_of: str | None
) -> None:
    connection.execute(_ARTICLES.insert(), as_row(article, address=address, revision_of=revision_of))
    if raw:
        said = None if raw.said is None else as_json(raw.said)
        row = {"article": article.id, "media": raw.media, "body": compress(raw.body), "said": said}
        put(connection, schema.raws, row)
    index(connection, article)


def as_row(article: Article, *, address: str | None, revision_of: str | None) -> Json:
    """Return the article's row, as one that comes now and stands."""
    return {
        "id": article.id,
        "file": article.file,
        "title": article.title,
        "outlet": article.outlet,
        "url": article.url,
        "published": article.published,
        "language": article.language,
        "address": address,
        "revision_of": revision_of,
        "superseded_by": None,
        "reread_as": None,
        "record": pack(encode(article)),
        "added": now(),
    }


def index(connection: Connection, article: Article) -> None:
    """Let the article's text be found."""
    row = index_row(connection, kind="article", key=article.id, article=article.id, body=article.text)
    add_rows(connection, [row])


def _takes_place(connection: Connection, article: Article, address: str) -> str | None:
    """Let the article stand at the address; returns the one that stood there before.

    A text too unlike to be its revision takes nobody's place: both stand, and a failure row says so.
    """
    pages = schema.pages
    before = connection.execute(
        select(_ARTICLES.c.id, _ARTICLES.c.record)
        .join(pages, pages.c.article == _ARTICLES.c.id)
        .where(pages.c.address == address)
    ).first()
    if before and before.id == article.id:
        return None
    if before and not alike(unpack(before.record)["text"], article.text):
        reason = f"at its address stood {before.id}, too unlike to be an earlier text of it: both are kept"
        fail(
            connection, Failure(article.file, "revise", reason), input=None, kind="unlike", payload=article.id
        )
        return None
    if before:
        supersede(connection, before.id, article.id)
        supersede(connection, article.id, None)
    put(connection, pages, {"address": address, "article": article.id}, "article")
    return str(before.id) if before else None


def supersede(connection: Connection, article: str, by: str | None) -> None:
    """Note that another text stands in the article's place; None lets it stand again."""
    connection.execute(update(_ARTICLES).where(_ARTICLES.c.id == article).values(superseded_by=by))


def see(connection: Connection, input: Input, *, article: str | None) -> None:
    """Note that the input was read, and what it gave."""
    row = {"name": key(input.name), "digest": input.digest, "article": article, "at": now()}
    put(connection, schema.inputs, row, "digest", "article", "at")


def fail(connection: Connection, failure: Failure, *, input: Input | None, kind: str, payload: str) -> None:
    """Note a failure; one that is known already is counted."""
    moment = now()
    row = {
        "id": content_id("f", failure.input, failure.stage, failure.reason),
        "input": key(failure.input),
        "stage": failure.stage,
        "reason": failure.reason,
        "kind": kind,
        "payload": payload,
        "open": True,
        "times": 0,
        "first": moment,
        "last": moment,
    }
    put(connection, _FAILURES, row)
    connection.execute(
        update(_FAILURES)
        .where(_FAILURES.c.id == row["id"])
        .values(times=_FAILURES.c.times + 1, last=moment, open=True, kind=kind, payload=row["payload"])
    )
    if input:
        see(connection, input, article=None)


def solved(connection: Connection, input: str, stage: str) -> None:
    """Close the failures of the input at the stage; they stay, as history."""
    same = or_(_FAILURES.c.input == key(input), _FAILURES.c.payload == input)
    connection.execute(
        update(_FAILURES).where(same, _FAILURES.c.stage == stage, _FAILURES.c.open).values(open=False)
    )


def put_feed(connection: Connection, feed: Feed) -> None:
    """Store the feed, or its new state."""
    state: Mapping[str, str] = feed.state
    row = {"url": key(feed.url), "title": feed.title, "state": as_json(dict(state))}
    put(connection, schema.feeds, row, "title", "state")


def drop_feed(connection: Connection, url: str) -> None:
    """Watch the feed no more; what came from it stays."""
    connection.execute(schema.feeds.delete().where(schema.feeds.c.url == key(url)))
