"""One job at a time: a lock that a killed process lets go of by itself."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

from rashomon.model.errors import UsageError


@contextmanager
def alone(engine: Engine, name: str) -> Iterator[None]:
    """Hold the name for this store; raises UsageError where another process holds it."""
    hold = _file_lock(engine, name) if engine.dialect.name == "sqlite" else _advisory(engine, name)
    with hold:
        yield


@contextmanager
def _file_lock(engine: Engine, name: str) -> Iterator[None]:
    import fcntl

    with open(f"{engine.url.database}-{name}.lock", "ab") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise _taken(name) from None
        yield


@contextmanager
def _advisory(engine: Engine, name: str) -> Iterator[None]:
    number = int.from_bytes(hashlib.sha256(f"rashomon.{name}".encode()).digest()[:8], "big", signed=True)
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        if not connection.scalar(text("SELECT pg_try_advisory_lock(:n)"), {"n": number}):
            raise _taken(name)
        try:
            yield
        finally:
            with suppress(DBAPIError):  # a server that was started again holds no lock any more
                connection.execute(text("SELECT pg_advisory_unlock(:n)"), {"n": number})


def _taken(name: str) -> UsageError:
    return UsageError(f"another process is at this job ({name}) on this store: wait for it, or stop it")
