"""The summary in the terminal: what a reader wants to know before opening the report."""

from collections.abc import Sequence
from pathlib import Path

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from rashomon.cli.index import IndexRow
from rashomon.cli.sections import Sections
from rashomon.cli.words import plain
from rashomon.model import Dossier

_FILES = ("report.html", "brief.md", "dossier.json")
_CONTESTED = ("contradict", "differ", "update")


def print_summary(dossier: Dossier, folder: Path) -> None:
    """Print one story: its articles, what is contested, what is agreed, what one outlet alone tells."""
    console = Console(highlight=False)
    sections = Sections(dossier)
    for part in (sections.head(), sections.articles(), *sections.points()):
        console.print(part)
    _written(console, folder, [name for name in _FILES if (folder / name).exists()])


def print_index(rows: Sequence[IndexRow], folder: Path) -> None:
    """Print several stories, a line each."""
    console = Console(highlight=False)
    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    table.add_column("story", overflow="fold")
    table.add_column("date", no_wrap=True)
    for name in ("articles", "origins", "contested"):
        table.add_column(name, justify="right")
    table.add_column("folder", no_wrap=True)
    for row in rows:
        contested = sum(row.points.get(relation, 0) for relation in _CONTESTED)
        cells = (str(row.articles), str(row.origins), str(contested), row.id)
        table.add_row(Text(plain(row.title)), row.date or "", *cells)
    console.print(Text(f"{len(rows)} stories\n", style="bold"))
    console.print(table)
    _written(console, folder, ["index.json"])


def _written(console: Console, folder: Path, names: Sequence[str]) -> None:
    console.print(Text(f"\nWritten to {folder}: {', '.join(names)}"), soft_wrap=True)
