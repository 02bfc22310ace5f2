"""Which database an address means, opened so that readers and a writer don't wait for each other."""

from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

from rashomon.model.errors import StoreError, UsageError

# Seconds that a writer waits for another writer's transaction. Ours take milliseconds; the longest, the
# grouping of 20,000 articles, writes for about a second.
BUSY = 60
_PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    # With a write-ahead log, NORMAL loses no committed work when the process is killed, and leaves a whole
    # store when the power fails; what the last second had done is done again by the next run.
    "PRAGMA synchronous = NORMAL",
    "PRAGMA cache_size = -32768",
    "PRAGMA temp_store = MEMORY",
)


def open_engine(address: str | Path) -> Engine:
    """Return the engine for a path (SQLite) or a postgresql:// address."""
    url = _url(str(address))
    if url.get_backend_name() == "sqlite":
        engine = create_engine(url, connect_args={"timeout": BUSY})
        event.listen(engine, "connect", _prepare)
        event.listen(engine, "begin", _begin)
        return engine
    try:
        return create_engine(url, pool_pre_ping=True, pool_size=10, max_overflow=20)
    except ImportError as error:
        raise UsageError("PostgreSQL needs its driver: pip install 'rashomon[postgres]'") from error


def shown(address: str | Path) -> str:
    """Return the address as messages show it, without its password."""
    return _url(str(address)).render_as_string(hide_password=True) if "://" in str(address) else str(address)


def _url(address: str) -> URL:
    scheme, found, rest = address.partition("://")
    if not found:
        return URL.create("sqlite", database=address)
    if scheme not in {"postgresql", "postgres", "sqlite"}:
        raise UsageError(f"{scheme}:// is no store: give a file, or postgresql://user@host/name")
    try:
        return make_url(f"sqlite://{rest}" if scheme == "sqlite" else f"postgresql+psycopg://{rest}")
    except ArgumentError as error:
        raise UsageError("the store's address can't be read: postgresql://user@host/name") from error


def _prepare(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # the driver is to begin no transaction by itself
    cursor = connection.cursor()
    try:
        for pragma in _PRAGMAS:
            cursor.execute(pragma)
    except Exception as error:
        raise StoreError(
            f"the store can't be opened ({error}): is it a SQLite file that may be written?"
        ) from error
    finally:
        cursor.close()


def _begin(connection: Connection) -> None:
    """A writer takes its place at once: one that only finds out later could not wait any more."""
    reads = connection.get_execution_options().get("reads", False)
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")
