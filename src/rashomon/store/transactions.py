"""One unit of writing or reading: all or nothing, and done again where the database was away meanwhile."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from rashomon.model.errors import StoreError

T = TypeVar("T")

# Seconds that a writer waits for a database that is being started again.
PATIENCE = 60.0
_FIRST_PAUSE = 0.05
_LONGEST_PAUSE = 2.0
# PostgreSQL: connection lost, server going down or coming up, serialization failure, deadlock.
_PASSING = ("08", "57P", "40001", "40P01")
_FULL = ("full", "i/o error", "file too large", "no space")


def write(engine: Engine, work: Callable[[Connection], T], *, patience: float = PATIENCE) -> T:
    """Run the work in one transaction. It may run again, so it must be idempotent.

    Raises StoreError where the disk is full or the database stays away; nothing is half written.
    """

    def attempt() -> T:
        with engine.begin() as connection:
            return work(connection)

    return patiently(attempt, patience=patience)


def read(engine: Engine, work: Callable[[Connection], T], *, patience: float = PATIENCE) -> T:
    """Run the reading over one snapshot. It may run again, if the database went away meanwhile."""

    def attempt() -> T:
        with snapshot(engine) as connection:
            return work(connection)

    return patiently(attempt, patience=patience)


@contextmanager
def snapshot(engine: Engine) -> Iterator[Connection]:
    """Give a connection that reads the database as it is now."""
    options: dict[str, Any] = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
    if engine.dialect.name == "sqlite":
        options = {"reads": True}
    with engine.connect().execution_options(**options) as connection, connection.begin():
        yield connection


def patiently(attempt: Callable[[], T], *, patience: float) -> T:
    """Return what the attempt returns, tried again while what stops it passes by itself."""
    waited, pause = 0.0, _FIRST_PAUSE
    while True:
        try:
            return attempt()
        except DBAPIError as error:
            if not _passes(error) or waited >= patience:
                raise StoreError(_in_words(error)) from error
        time.sleep(pause)
        waited, pause = waited + pause, min(pause * 2, _LONGEST_PAUSE)


def _passes(error: DBAPIError) -> bool:
    state = getattr(error.orig, "sqlstate", None)
    if state:
        return str(state).startswith(_PASSING)
    if type(error.orig).__module__.startswith("psycopg"):  # no state: the server was not reached
        return type(error.orig).__name__ in {"OperationalError", "InterfaceError", "AdminShutdown"}
    return "locked" in str(error.orig)


def _in_words(error: DBAPIError) -> str:
    said = str(error.orig).strip().splitlines()[0] if str(error.orig).strip() else type(error.orig).__name__
    if getattr(error.orig, "sqlstate", None) == "53100" or any(word in said.lower() for word in _FULL):
        return f"the store can't be written ({said}): make room and run it again, what was done is kept"
    if _passes(error):
        return f"the store can't be reached ({said}): run it again when it is back, what was done is kept"
    return f"the store refused a record ({said})"
