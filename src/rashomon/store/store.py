"""A store: one SQLite file, or one PostgreSQL database for a team."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TypeVar

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from rashomon.model.errors import StoreError
from rashomon.store.engine import open_engine, shown
from rashomon.store.locks import alone
from rashomon.store.migrations import latest, migrate, version
from rashomon.store.rows import now
from rashomon.store.transactions import PATIENCE, read, snapshot
from rashomon.store.view import View
from rashomon.store.writer import Writer

T = TypeVar("T")


class Store:
    """Everything that was read and worked out, in one place that loses nothing."""

    def __init__(self, engine: Engine, address: str, *, patience: float) -> None:
        self._engine = engine
        self.address = address
        self._patience = patience

    def writer(self) -> Writer:
        """Return a writer; each of its methods is one transaction."""
        return Writer(self._engine, patience=self._patience)

    @contextmanager
    def view(self) -> Iterator[View]:
        """Give a reader that sees the store as it is now, whatever is written meanwhile."""
        try:
            with snapshot(self._engine) as connection:
                yield View(connection)
        except DBAPIError as error:
            raise StoreError(f"the store can't be read ({str(error.orig).splitlines()[0]})") from error

    def read(self, work: Callable[[View], T]) -> T:
        """Return what the work reads from a view; done again if the database went away meanwhile."""
        return read(self._engine, lambda connection: work(View(connection)), patience=self._patience)

    @contextmanager
    def alone(self, name: str) -> Iterator[None]:
        """Hold the job's name while the block runs; UsageError where another process holds it."""
        with alone(self._engine, name):
            yield

    def close(self) -> None:
        """Let go of every connection."""
        self._engine.dispose()

    def __enter__(self) -> "Store":
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self.close()


def open_store(address: str | Path, *, make: bool = True, patience: float = PATIENCE) -> Store:
    """Open the store at a path or postgresql:// address, made where it is not there yet (`make`).

    `patience` is how many seconds a writer waits for a database that went away. Raises StoreError
    where it can't be opened, or was made by a newer version.
    """
    name = shown(address)
    if not make and "://" not in str(address) and not Path(address).exists():
        raise StoreError(f"{name}: there is no store here; `rashomon add` makes one")
    engine = open_engine(address)
    try:
        with engine.connect().execution_options(reads=True) as connection:
            behind = version(connection) < latest(engine.dialect.name)
        if behind:
            with engine.begin() as connection:
                migrate(connection, now=now())
    except DBAPIError as error:
        engine.dispose()
        said = str(error.orig).strip().splitlines() or [type(error.orig).__name__]
        hint = "is its server running?" if "://" in name else "is its folder there, and may it be written?"
        raise StoreError(f"{name}: the store can't be opened ({said[0]}): {hint}") from error
    except StoreError as error:
        engine.dispose()
        raise StoreError(f"{name}: {error}") from error
    return Store(engine, str(address), patience=patience)
