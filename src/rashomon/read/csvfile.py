"""Separated values, .csv and .tsv: tables of articles, and the rows of a metadata file."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from rashomon.model import Failure
from rashomon.model.errors import InputError
from rashomon.read import limits
from rashomon.read.columns import columns, row_arrival, unread
from rashomon.read.records import Arrived
from rashomon.text.encoding import decode
from rashomon.text.published import with_one_order

# What spreadsheets part cells with; where a header has as many columns by two of them, the first stands.
_CALLED = {",": "a comma", ";": "a semicolon", "\t": "a tab", "|": "an upright stroke"}
_LINE = re.compile(r"[^\r\n]*")
_HEADER = 4000  # bytes in which a header ends
_SAID = re.compile(
    r"sep=([,;\t|])\r?\n", re.IGNORECASE
)  # how a spreadsheet is told the delimiter, before the header


@dataclass(frozen=True, slots=True)
class Row:
    """One row by its columns; its name is the table's with the row's number, from 1 under the header."""

    name: str
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """A header as written, and what is under it in order: rows, and why one could not be read."""

    header: tuple[str, ...]
    rows: tuple[Row | Failure, ...]


def csv_arrivals(data: bytes, name: str) -> Iterator[Arrived | Failure]:
    """Yield the article of each row, numbered from 1; raises InputError where it is no table of articles."""
    table = csv_table(decode(data), name)
    held = columns(table.header)
    yield from unread(table.header, held, name)
    if not table.rows:
        yield Failure(name, "read", "it names its columns and has no row: give one article a row")
    for row in dated(table.rows, held.get("published")):
        if isinstance(row, Failure):
            yield row
        else:
            yield row_arrival({key: row.cells[held[key]] for key in held}, row.name)


def is_table(data: bytes) -> bool:
    """Whether the first line names the columns of a table of articles: that of the text and another."""
    text = data[:_HEADER].decode("utf-8-sig", "ignore").lstrip("\r\n")
    header = next(csv.reader([_first_line(text)], delimiter=_delimiter(text)), [])
    try:
        return len(columns(header)) > 1
    except InputError:
        return False


def csv_table(text: str, name: str) -> Table:
    """Read a table, whatever parts its cells; raises InputError where it has no header.

    Behind a cell whose quotation marks do not pair nothing is read: no row could be trusted.
    """
    said = _SAID.match(text)
    body = (text[said.end() :] if said else text).lstrip("\r\n")
    delimiter = said[1] if said else _delimiter(body)
    table = _table(body, name, delimiter=delimiter, quoting=csv.QUOTE_MINIMAL)
    if delimiter == "\t" and _broken(table):
        plain = _table(body, name, delimiter=delimiter, quoting=csv.QUOTE_NONE)  # as databases write them
        return table if _broken(plain) else plain
    return table


def dated(rows: Sequence[Row | Failure], column: str | None) -> Sequence[Row | Failure]:
    """The rows with the dates of a column written so that each is one, where the column tells its order."""
    if column is None:
        return rows
    dates = iter(with_one_order([row.cells[column] for row in rows if isinstance(row, Row)]))
    return [
        row if isinstance(row, Failure) else Row(row.name, {**row.cells, column: next(dates)}) for row in rows
    ]


def _delimiter(text: str) -> str:
    """What parts most columns in the header; a comma where nothing does."""
    header = _first_line(text)
    counts = [len(next(csv.reader([header], delimiter=mark), ())) for mark in _CALLED]
    return tuple(_CALLED)[counts.index(max(counts))]


def _first_line(text: str) -> str:
    return _LINE.match(text)[0]  # type: ignore[index]


def _broken(table: Table) -> bool:
    return any(isinstance(row, Failure) for row in table.rows)


def _table(text: str, name: str, *, delimiter: str, quoting: Literal[0, 3]) -> Table:
    csv.field_size_limit(limits.JSON_FILE)  # the file's own limit; the module's is 131,072 characters
    lines = io.StringIO(text, newline="")
    reader = csv.reader(lines, delimiter=delimiter, quoting=quoting, strict=True)
    found: list[Row | Failure] = []
    header: tuple[str, ...] = ()
    try:
        header = tuple(cell.strip() for cell in next(reader, ()))
        for cells in reader:
            if any(cell.strip() for cell in cells):
                found.append(_row(cells, header, f"{name}#{len(found) + 1}", delimiter))
    except csv.Error as error:
        reason = (
            f"from its row {len(found) + 1} on it is not read, for quotation marks do not pair there (line"
            f" {reader.line_num}: {error}): put a cell that holds one between two, and double it inside"
        )
        found.append(Failure(name, "read", reason))
    if not any(header):
        raise InputError("its first line must name the columns")
    return Table(header, tuple(found))


def _row(cells: Sequence[str], header: Sequence[str], name: str, mark: str) -> Row | Failure:
    if any(cell.strip() for cell in cells[len(header) :]):
        reason = (
            f"it has {len(cells)} cells under {len(header)} columns: put a cell that holds {_CALLED[mark]}"
            " between quotation marks"
        )
        return Failure(name, "read", reason)
    padded = [*cells, *[""] * (len(header) - len(cells))]
    # Of two columns of one name the first is read.
    return Row(name, dict(reversed(list(zip(header, padded, strict=False)))))
