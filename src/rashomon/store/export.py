"""Every record of a store as JSON Lines: the same records give the same bytes, whatever database held them.

`DIR/<table>.jsonl` holds what is known, a row a line, ordered by its key; `DIR/manifest.json` how many rows
and the sha256 of each file. When things were done, and how often, differs from run to run and stands apart,
in `DIR/log/`. So two stores hold the same exactly if their manifests are equal.
"""

import base64
import hashlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Connection, Table, select

from rashomon.store.codec import decompress, unpack
from rashomon.store.rows import as_json
from rashomon.store.schema import METADATA

SCHEMA = "rashomon/store/1"
_BATCH = 200  # rows held at a time


def export(connection: Connection, folder: Path) -> dict[str, int]:
    """Write every record into the folder, made if absent; returns how many rows of each table."""
    log = folder / "log"
    log.mkdir(parents=True, exist_ok=True)
    counts, manifest = {}, {}
    for table in sorted(METADATA.tables.values(), key=lambda table: table.name):
        record, logged = _columns(table, "record"), _columns(table, "log")
        if record:
            counts[table.name], digest = _write(connection, table, record, folder)
            manifest[table.name] = {"rows": counts[table.name], "sha256": digest}
        if logged:
            _write(connection, table, logged, log)
    body = {"schema": SCHEMA, "tables": manifest}
    (folder / "manifest.json").write_text(json.dumps(body, indent=1) + "\n", encoding="ascii")
    return counts


def _columns(table: Table, part: str) -> list["Column[Any]"]:
    """The table's columns of this part with its key before them; none where it has no such part."""
    whole = table.info["part"]
    if whole in ("index", "state"):
        return []
    found = [column for column in table.columns if column.info.get("part", whole) == part]
    keys = list(table.primary_key.columns)
    own = [column for column in found if column not in keys]
    return [*keys, *own] if own or (found and part == whole) else []


def _write(
    connection: Connection, table: Table, columns: Sequence["Column[Any]"], folder: Path
) -> tuple[int, str]:
    """Write the columns of every row; returns how many rows, and the sha256 of the file."""
    count, total = 0, hashlib.sha256()
    with open(folder / f"{table.name}.jsonl", "wb") as file:
        for line in _lines(connection, table, columns):
            file.write(line)
            total.update(line)
            count += 1
    return count, total.hexdigest()


def _lines(connection: Connection, table: Table, columns: Sequence["Column[Any]"]) -> Iterator[bytes]:
    query = select(*columns).order_by(*table.primary_key.columns).execution_options(yield_per=_BATCH)
    for row in connection.execute(query):
        values = {column.name: _plain(column, row[index]) for index, column in enumerate(columns)}
        yield as_json(values).encode("ascii") + b"\n"


def _plain(column: "Column[Any]", value: Any) -> Any:
    """The value as JSON has it; what is stored compressed is given open."""
    form = column.info.get("form")
    if value is None or form is None:
        return value
    if form == "json":
        return json.loads(value)
    if form == "packed":
        return unpack(value)
    if form == "text":
        return json.loads(unpack(value))
    return base64.b64encode(decompress(value)).decode("ascii")
