"""The tables, one schema for SQLite and PostgreSQL. `migrations/` holds the SQL that makes them.

A column marked as log says when or how often something was done, not what is known: an export keeps it
apart. A column marked as state says what the next job has to do, and is not exported at all.
"""

from typing import Any

from sqlalchemy import Boolean, Column, Dialect, Float, Integer, LargeBinary, MetaData, Table, TypeDecorator
from sqlalchemy import Text as AnyText

from rashomon.store.rows import fit

METADATA = MetaData()


class Text(TypeDecorator[str]):
    """Text that every database holds; a character that one of them refuses is replaced, in questions too."""

    impl = AnyText
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Return the text as the database gets it."""
        return fit(value)


def _text(name: str, **options: Any) -> "Column[str]":
    return Column(name, Text, **options)


def _log(name: str, kind: Any = Text, **options: Any) -> "Column[Any]":
    return Column(name, kind, info={"part": "log"}, **options)


def _state(name: str, kind: Any = Text, **options: Any) -> "Column[Any]":
    return Column(name, kind, info={"part": "state"}, **options)


def _blob(name: str, form: str) -> "Column[bytes]":
    return Column(name, LargeBinary, nullable=False, info={"form": form})


def _json(name: str, **options: Any) -> "Column[str]":
    """Plain data as one line of JSON, in ASCII, for both databases."""
    return Column(name, Text, nullable=False, info={"form": "json", **options})


def _table(name: str, *columns: Any, part: str = "record") -> Table:
    return Table(name, METADATA, *columns, info={"part": part})


def _key(name: str, kind: Any = Text) -> "Column[Any]":
    return Column(name, kind, primary_key=True, autoincrement=False)


articles = _table(
    "articles",
    _key("id"),
    _text("file", nullable=False),
    _text("title"),
    _text("outlet"),
    _text("url"),
    _text("published"),
    _text("language"),
    _text("address"),
    _text("revision_of"),
    _text("superseded_by"),
    _text("reread_as"),
    _blob("record", "packed"),
    _log("added", nullable=False),
)
raws = _table(
    "raws",
    _key("article"),
    _text("media", nullable=False),
    _blob("body", "bytes"),
    Column("said", Text, info={"form": "json"}),
)
pages = _table("pages", _key("address"), _text("article", nullable=False))
inputs = _table(
    "inputs",
    _key("name"),
    _text("digest", nullable=False),
    _text("article"),
    _log("at", nullable=False),
)
feeds = _table("feeds", _key("url"), _text("title"), _json("state", part="log"))
failures = _table(
    "failures",
    _key("id"),
    _text("input", nullable=False),
    _text("stage", nullable=False),
    _text("reason", nullable=False),
    _text("kind", nullable=False),
    _text("payload", nullable=False),
    Column("open", Boolean, nullable=False),
    _log("times", Integer, nullable=False),
    _log("first", nullable=False),
    _log("last", nullable=False),
)
runs = _table(
    "runs",
    Column("id", Integer, primary_key=True, autoincrement=True),
    _text("kind", nullable=False),
    _json("arguments"),
    _text("started", nullable=False),
    _text("ended"),
    _text("beat", nullable=False),
    _text("state", nullable=False),
    _text("reason", nullable=False),
    _text("process", nullable=False),
    part="log",
)
progress = _table(
    "progress",
    _key("run", Integer),
    _key("stage"),
    Column("done", Integer, nullable=False),
    Column("failed", Integer, nullable=False),
    Column("same", Integer, nullable=False),
    Column("total", Integer),
    _text("started", nullable=False),
    _text("beat", nullable=False),
    part="log",
)
annotations = _table(
    "annotations",
    _key("article"),
    _text("made_by", nullable=False),
    _blob("record", "packed"),
    _state("stale", Boolean, nullable=False),
)
stories = _table(
    "stories",
    _key("id"),
    _text("title", nullable=False),
    _text("date"),
    _text("place"),
    _json("reasons"),
    Column("live", Boolean, nullable=False),
    _text("successor"),
    Column("version", Integer, nullable=False),
    _text("made_from"),
    _json("summary"),
    _state("due", Boolean, nullable=False),
    _log("updated", nullable=False),
)
memberships = _table("memberships", _key("article"), _text("story", nullable=False))
dossiers = _table(
    "dossiers",
    _key("story"),
    _key("version", Integer),
    _text("digest", nullable=False),
    _blob("body", "text"),
    _log("made", nullable=False),
)
judgements = _table(
    "judgements",
    _key("id"),
    _text("kind", nullable=False),
    _json("subject"),
    _text("story"),
    _text("who", nullable=False),
    _text("at", nullable=False),
    _text("undone_by"),
    _text("undone_at"),
)
quotes = _table(
    "quotes",
    _key("story"),
    _key("id"),
    _text("article", nullable=False),
    _text("kind", nullable=False),
    _text("speaker"),
    _text("text", nullable=False),
    _text("utterance"),
    _text("fidelity"),
    Column("confidence", Float, nullable=False),
    Column("start", Integer, nullable=False),
)
entities = _table(
    "entities",
    _key("story"),
    _key("id"),
    _text("kind", nullable=False),
    _text("name", nullable=False),
    _json("names"),
)
sightings = _table(
    "sightings",
    _key("story"),
    _key("entity"),
    _key("article"),
    _key("start", Integer),
    _key("stop", Integer),
    _text("name", nullable=False),
)
origins = _table(
    "origins",
    _key("story"),
    _key("id"),
    _key("article"),
    _text("agency"),
)
# The page of each story as the desk last laid it out, packed as it is sent.
layouts = _table(
    "layouts",
    _key("story"),
    Column("version", Integer, nullable=False),
    _text("made_by", nullable=False),
    _text("tag", nullable=False),
    _blob("body", "bytes"),
    part="index",
)
# What a job left off at, by the job's name.
marks = _table("marks", _key("name"), _text("value", nullable=False), part="state")
# One row for everything that can be searched; the full-text index over `text` is the database's own.
search = _table(
    "search",
    Column("id", Integer, primary_key=True, autoincrement=True),
    _text("kind", nullable=False),
    _text("key", nullable=False),
    _text("article", nullable=False),
    _text("text", nullable=False),
    part="index",
)
