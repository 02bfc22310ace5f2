"""`rashomon ask`: print the answer as a table, CSV or JSON; or say what can be asked."""

import csv
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rashomon.cli.exits import Exit, complain
from rashomon.cli.words import plain
from rashomon.engine.asking import Answer, ask, questions

if TYPE_CHECKING:
    from rich.padding import Padding
    from rich.table import Table

_WIDEST = 100  # characters of a value in the table for people
_NARROW = 16  # characters of values that are not broken into lines
_GAP = 2  # columns between those of a table


def list_questions() -> Exit:
    """Say what can be asked."""
    for question in questions():
        needs = "".join(f" --{need} {need.upper()}" for need in question.needs)
        print(f"{question.name}{needs}\n    {question.about}\n    {question.notes}".rstrip())
    return Exit.OK


def answer(name: str, folder: Path, *, who: str, limit: int | None, form: str) -> Exit:
    """Ask and print."""
    found = ask(name, folder, given={"who": who}, limit=limit)
    if form == "json":
        for row in found.rows:
            print(json.dumps(dict(zip(found.columns, row, strict=True)), ensure_ascii=False, default=str))
    elif form == "csv":
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(found.columns)
        writer.writerows(found.rows)
    elif found.rows:
        _print(found)
    if not found.total:
        of = f" of {who}" if who else ""
        complain(f"the tables in {folder} hold nothing{of} that answers the question {name}")
    elif found.total > len(found.rows):
        rest = f"{len(found.rows):,} of {found.total:,} rows; --limit 0 gives all"
        print(rest, file=sys.stdout if form == "table" else sys.stderr)
    return Exit.OK


def _print(found: Answer) -> None:
    """Print a table; where its columns don't fit beside each other, each row as lines of its own."""
    from rashomon.cli.printing import show, width

    rows = [[_short(value) for value in row] for row in found.rows]
    widest = [max(map(len, column)) for column in zip(*rows, strict=True)]
    needed = [max(len(name), min(most, _NARROW)) for name, most in zip(found.columns, widest, strict=True)]
    if sum(needed) + _GAP * (len(needed) - 1) <= width():
        show([_table(found.columns, rows, widest)])
    else:
        show(_block(found.columns, row) for row in rows)


def _table(columns: Sequence[str], rows: Sequence[Sequence[str]], widest: Sequence[int]) -> "Table":
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, header_style="bold")
    for column, most in zip(columns, widest, strict=True):
        table.add_column(column, no_wrap=most <= _NARROW, min_width=min(most, _NARROW))
    for row in rows:
        table.add_row(*map(Text, row))
    return table


def _block(columns: Sequence[str], row: Sequence[str]) -> "Padding":
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, show_header=False)
    table.add_column(style="bold", no_wrap=True)
    table.add_column(overflow="fold")
    for column, value in zip(columns, row, strict=True):
        table.add_row(column, Text(value))
    return Padding(table, (0, 0, 1, 0), expand=False)


def _short(value: object) -> str:
    text = "" if value is None else plain(str(value))
    return text if len(text) <= _WIDEST else text[: _WIDEST - 1] + "…"
