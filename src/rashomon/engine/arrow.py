"""Arrow files: tables that stages hand to each other, mapped into memory where they are read."""

from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from rashomon.model import Failure

if TYPE_CHECKING:
    from pyarrow import Schema, Table


def write_table(path: Path, table: "Table") -> None:
    """Write a table as an Arrow file."""
    import pyarrow as pa

    with pa.OSFile(str(path), "wb") as sink, pa.ipc.new_file(sink, table.schema) as writer:
        writer.write_table(table)


def read_table(path: Path) -> "Table":
    """Return the table of an Arrow file; what is not asked for is not read."""
    import pyarrow as pa

    with pa.memory_map(str(path)) as mapped:
        return pa.ipc.open_file(mapped).read_all()


def write_rows(path: Path, rows: list[dict[str, object]], schema: "Schema") -> None:
    """Write rows as an Arrow file."""
    import pyarrow as pa

    write_table(path, pa.Table.from_pylist(rows, schema=schema))


def write_failures(path: Path, failures: Iterable[Failure]) -> None:
    """Write failures as an Arrow file."""
    import pyarrow as pa

    schema = pa.schema([pa.field(name, pa.large_string()) for name in ("input", "stage", "reason")])
    write_rows(path, [asdict(failure) for failure in failures], schema)


def read_failures(path: Path) -> list[Failure]:
    """Return the failures that a file holds."""
    return [Failure(**row) for row in read_table(path).to_pylist()]
