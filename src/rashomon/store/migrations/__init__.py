"""Migrations: numbered files of SQL, a file for each database, applied in order and never edited again.

No migration tool is used. Alembic would bring two packages, an environment script and a command of its
own to do what is done here in a screen of code; the files are plain SQL that an operator can read.
"""

import re
from importlib.resources import files

from sqlalchemy import Connection, inspect, text

from rashomon.model.errors import StoreError

_NAME = re.compile(r"^(\d{4})\.(\w+)\.sql$")
_LEDGER = "CREATE TABLE IF NOT EXISTS schema_versions (number INTEGER PRIMARY KEY, applied TEXT NOT NULL)"


def latest(dialect: str) -> int:
    """Return the number of the newest schema that this version knows."""
    return max(_numbered(dialect))


def version(connection: Connection) -> int:
    """Return the number of the database's schema; 0 where it is empty.

    Raises StoreError where it holds tables of something else, or was made by a newer version.
    """
    names = inspect(connection).get_table_names()
    if "schema_versions" not in names:
        if names:
            raise StoreError("it holds tables of something else: give the store a database of its own")
        return 0
    found = int(connection.scalar(text("SELECT max(number) FROM schema_versions")) or 0)
    known = latest(connection.dialect.name)
    if found > known:
        raise StoreError(f"its schema is {found}, newer than this rashomon's {known}: update rashomon")
    return found


def migrate(connection: Connection, *, now: str) -> int:
    """Bring the schema to the newest version, in the caller's transaction; returns how many steps it took."""
    dialect = connection.dialect.name
    if dialect == "postgresql":  # two that open a new store at once: the second waits, then finds it made
        connection.execute(text("SELECT pg_advisory_xact_lock(hashtext('rashomon.migrate'))"))
    found, steps = version(connection), _numbered(dialect)
    connection.execute(text(_LEDGER))
    due = [number for number in sorted(steps) if number > found]
    for number in due:
        for statement in steps[number]:
            connection.exec_driver_sql(statement)
        connection.execute(text("INSERT INTO schema_versions VALUES (:n, :now)"), {"n": number, "now": now})
    return len(due)


def _numbered(dialect: str) -> dict[int, list[str]]:
    found = {}
    for entry in files(__name__).iterdir():
        name = _NAME.match(entry.name)
        if name and name[2] == dialect:
            found[int(name[1])] = _statements(entry.read_text(encoding="utf-8"))
    return found


def _statements(sql: str) -> list[str]:
    """Cut at empty lines; what is only comment is left out."""
    blocks = (block.strip() for block in re.split(r"\n\s*\n", sql))
    return [block for block in blocks if any(not line.startswith("--") for line in block.splitlines())]
