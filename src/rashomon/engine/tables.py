"""Tables: the records of dossiers as rows, kept in parts as they are made, put together at the end."""

import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rashomon.engine.schema import TABLES, schema_of
from rashomon.model import Dossier, Failure, Quantity, Span, Time
from rashomon.model.parts import with_whole_quotes
from rashomon.tell import IDENTIFIED, to_json

if TYPE_CHECKING:
    from pyarrow import Table

Row = dict[str, Any]
Rows = dict[str, list[Row]]
PART = "rows.zip"
_GROUP = 64_000_000  # bytes of a table, not packed, that are written together
_ROWS = 20_000  # rows of a table that are written together at most
# the contract's lists, each a table
_LISTS = (*IDENTIFIED, "timeline", "brief")


def rows_of(dossier: Dossier) -> Rows:
    """Return the rows of a dossier, by table."""
    data = with_whole_quotes(to_json(dossier))
    story = dossier.story.id
    rows: Rows = {name: [{**row, "story": story} for row in data[name]] for name in _LISTS}
    for number, row in enumerate(rows["brief"], start=1):
        row["number"] = number
    rows["stories"] = [data["story"]]
    return {**rows, **_annotated(dossier)}


def failed_rows(failures: Iterable[Failure]) -> list[Row]:
    """Return the rows of failures."""
    return [asdict(failure) for failure in failures]


def _annotated(dossier: Dossier) -> Rows:
    """The rows of what annotating found and the contract does not list."""
    meant = {span: entity.id for entity in dossier.resolution.entities for span in entity.mentions}
    rows: Rows = {"mentions": [], "times": [], "quantities": []}
    for annotations in dossier.resolution.annotations:
        text = annotations.article.text

        def at(span: Span, text: str = text) -> Row:
            return {**asdict(span), "exact": text[span.start : span.end], "story": dossier.story.id}

        rows["mentions"] += [
            {**at(each.span), "kind": each.kind, "text": each.text, "entity": meant.get(each.span)}
            for each in annotations.mentions
        ]
        rows["times"] += [{**at(each.span), **_time(each)} for each in annotations.times]
        rows["quantities"] += [{**at(each.span), **_quantity(each)} for each in annotations.quantities]
    return rows


def _time(time: Time) -> Row:
    return {
        "kind": time.kind,
        "value": time.value,
        "until": time.end,
        "precision": time.precision,
        "basis": time.basis,
    }


def _quantity(quantity: Quantity) -> Row:
    names = ("kind", "low", "high", "unit", "hedge")
    return {name: getattr(quantity, name) for name in names}


def write_part(folder: Path, rows: Rows) -> None:
    """Write the rows of a task, one Arrow stream a table, in one file."""
    import pyarrow as pa

    packed = pa.ipc.IpcWriteOptions(compression="zstd")
    with zipfile.ZipFile(folder / PART, "w") as part:
        for name in sorted(rows):
            sink = pa.BufferOutputStream()
            table = pa.Table.from_pylist(rows[name], schema=schema_of(name))
            with pa.ipc.new_stream(sink, table.schema, options=packed) as writer:
                writer.write_table(table)
            part.writestr(zipfile.ZipInfo(name), sink.getvalue().to_pybytes())


def read_part(folder: Path, table: str) -> "Table | None":
    """Return the rows of one table that a task made, None if it makes no such rows."""
    import pyarrow as pa

    with zipfile.ZipFile(folder / PART) as part:
        if table not in part.namelist():
            return None
        return pa.ipc.open_stream(part.read(table)).read_all()


def put_together(out: Path, table: str, parts: Iterable[Path], *, first: Sequence[Row] = ()) -> int:
    """Write one table as Parquet, from rows given and then those of the parts; returns how many rows.

    It stands at its place whole, or not at all. Memory is bounded by what is written together.
    """
    import pyarrow as pa
    from pyarrow import parquet

    schema = schema_of(table)
    path = out / f"{table}.parquet"
    making = path.with_suffix(".making")
    count = 0
    with parquet.ParquetWriter(making, schema, compression="zstd") as writer:
        given = pa.Table.from_pylist(list(first), schema=schema)
        for group in _groups([given] if first else [], parts, table):
            writer.write_table(group)
            count += group.num_rows
    making.replace(path)
    return count


def _groups(given: Sequence["Table"], parts: Iterable[Path], name: str) -> Iterator["Table"]:
    """Gather tables until they are worth writing."""
    import pyarrow as pa

    held, size, rows = list(given), 0, 0
    for folder in parts:
        table = read_part(folder, name)
        if table is None or not table.num_rows:
            continue
        held.append(table)
        size, rows = size + table.nbytes, rows + table.num_rows
        if size >= _GROUP or rows >= _ROWS:
            yield pa.concat_tables(held)
            held, size, rows = [], 0, 0
    if held:
        yield pa.concat_tables(held)


def names() -> tuple[str, ...]:
    """The names of all tables."""
    return tuple(TABLES)
