"""Schemas: made in steps, the same as the tables in the code, and never one that is not ours or newer."""

import sqlite3
import threading

import pytest
from sqlalchemy import inspect, text

from rashomon.model.errors import StoreError, UsageError
from rashomon.store import Raw, migrations, open_store
from rashomon.store.codec import compress
from rashomon.store.engine import open_engine
from rashomon.store.migrations import latest, version
from rashomon.store.schema import METADATA


def test_the_migrations_make_the_tables_of_the_code(store, address):
    engine = open_engine(address)
    made = inspect(engine)
    for table in METADATA.sorted_tables:
        found = {column["name"]: column for column in made.get_columns(table.name)}
        own = set(found) - {"words"}  # PostgreSQL's index of the text
        assert own == set(table.columns.keys()), table.name
        for column in table.columns:
            assert found[column.name]["nullable"] == column.nullable, column
        keys = made.get_pk_constraint(table.name)["constrained_columns"]
        assert keys == list(table.primary_key.columns.keys()), table.name
    with engine.connect() as connection:
        assert version(connection) == latest(engine.dialect.name)
    engine.dispose()


def test_a_store_of_the_first_version_is_brought_up_to_date(address, monkeypatch):
    steps = migrations._numbered
    with monkeypatch.context() as patched:
        patched.setattr(migrations, "_numbered", lambda dialect: {1: steps(dialect)[1]})
        open_store(address).close()
    engine = open_engine(address)
    with engine.begin() as connection:
        assert version(connection) == 1
        connection.execute(
            text("INSERT INTO raws (article, media, body) VALUES ('a-1', 'text/html', :body)"),
            {"body": compress(b"<p>kept</p>")},
        )
    engine.dispose()
    with open_store(address) as store, store.view() as view:
        assert version(view.connection) == latest(view.connection.dialect.name) > 1
        assert view.raw("a-1") == Raw(b"<p>kept</p>", "text/html")
        assert view.to_lay_out("x", limit=9) == ()


def test_a_store_made_by_a_newer_version_is_left_alone(address):
    open_store(address).close()
    engine = open_engine(address)
    with engine.begin() as connection:
        connection.execute(text("INSERT INTO schema_versions VALUES (999, 'later')"))
    engine.dispose()
    with pytest.raises(StoreError, match="update rashomon"):
        open_store(address)


def test_a_database_of_something_else_is_left_alone(address):
    engine = open_engine(address)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE recipes (id INTEGER)"))
    engine.dispose()
    with pytest.raises(StoreError, match="something else"):
        open_store(address)


def test_two_that_open_a_new_store_at_once_make_it_once(address):
    faults: list[Exception] = []

    def opening() -> None:
        try:
            open_store(address).close()
        except Exception as error:
            faults.append(error)

    threads = [threading.Thread(target=opening) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []


def test_what_is_no_store_is_said_in_words(tmp_path):
    (tmp_path / "letter.txt").write_text("Dear Odile, " * 200)
    with pytest.raises(StoreError, match=r"letter\.txt"):
        open_store(tmp_path / "letter.txt")
    with pytest.raises(StoreError, match=r"none\.db: there is no store here"):
        open_store(tmp_path / "none.db", make=False)
    with pytest.raises(StoreError, match="opened"):
        open_store(tmp_path / "no" / "folder" / "x.db")
    with pytest.raises(UsageError, match="mysql"):
        open_store("mysql://host/x")


def test_a_server_that_is_not_there_is_said_in_words(tmp_path):
    with pytest.raises(StoreError, match="can't be opened"):
        open_store(f"postgresql://ada:secret@/x?host={tmp_path}")
    with pytest.raises(StoreError) as caught:
        open_store(f"postgresql://ada:secret@/x?host={tmp_path}")
    assert "secret" not in str(caught.value)


def test_a_file_can_be_given_as_an_address(tmp_path):
    with open_store(f"sqlite:///{tmp_path}/desk.db") as store, store.alone("work"):
        assert (tmp_path / "desk.db").exists()
        assert (tmp_path / "desk.db-work.lock").exists()


def test_the_file_is_plain_sqlite_with_a_write_ahead_log(sqlite_address):
    open_store(sqlite_address).close()
    with sqlite3.connect(sqlite_address) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
