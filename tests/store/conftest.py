"""Stores on both databases; PostgreSQL runs in a folder of its own, started and stopped here."""

import os
from collections.abc import Iterator
from itertools import count

import pytest

import postgres
from rashomon.store import Store, open_store

_NUMBERS = count()


@pytest.fixture(scope="session")
def server() -> Iterator[postgres.Server]:
    """A real PostgreSQL; where it can't be had the tests skip, unless the caller says that it is there."""
    try:
        with postgres.server() as running:
            yield running
    except postgres.NoServer as error:
        if os.environ.get("RASHOMON_NEEDS_POSTGRES"):
            raise
        pytest.skip(f"no PostgreSQL: {error}")


@pytest.fixture
def sqlite_address(tmp_path) -> str:
    return str(tmp_path / "desk.db")


@pytest.fixture
def postgres_address(server) -> str:
    return server.address(f"desk{next(_NUMBERS)}")


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request) -> str:
    """The address of an empty store, on one database after the other."""
    return request.getfixturevalue("sqlite_address" if request.param == "sqlite" else "postgres_address")


@pytest.fixture
def store(address) -> Iterator[Store]:
    with open_store(address, patience=20) as opened:
        yield opened
