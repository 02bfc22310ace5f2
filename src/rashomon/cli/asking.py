"""`rashomon ask`: print the answer as a table, CSV or JSON; or say what can be asked."""

import csv
import json
import sys
from pathlib import Path

from rashomon.cli.exits import Exit, complain
from rashomon.cli.words import plain
from rashomon.engine.asking import Answer, ask, questions

_WIDEST = 100  # characters of a value in the table for people
_NARROW = 16  # characters of values that are not broken into lines


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
        _table(found)
    if not found.total:
        complain(f"{name}: nothing in {folder} answers this")
    elif found.total > len(found.rows):
        rest = f"{len(found.rows):,} of {found.total:,} rows; --limit 0 gives all"
        print(rest, file=sys.stdout if form == "table" else sys.stderr)
    return Exit.OK


def _table(found: Answer) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, header_style="bold")
    rows = [[_short(value) for value in row] for row in found.rows]
    for place, column in enumerate(found.columns):
        widest = max((len(row[place]) for row in rows), default=0)
        table.add_column(column, no_wrap=widest <= _NARROW, min_width=min(widest, _NARROW))
    for row in rows:
        table.add_row(*map(Text, row))
    Console().print(table)


def _short(value: object) -> str:
    text = "" if value is None else plain(str(value))
    return text if len(text) <= _WIDEST else text[: _WIDEST - 1] + "…"
