"""The summary in the terminal: what a reader wants to know before opening the report."""

from collections.abc import Sequence
from pathlib import Path

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from rashomon.cli.counts import counted
from rashomon.cli.index import IndexRow
from rashomon.cli.printing import show
from rashomon.cli.sections import Sections
from rashomon.cli.words import plain
from rashomon.model import Dossier

_FILES = ("report.html", "brief.md", "dossier.json")
# Stories in the terminal: the rest is in the index.
_MOST = 40
_CONTESTED = ("contradict", "differ", "update")


def print_summary(dossier: Dossier, folder: Path) -> None:
    """Print one story: its articles, what is contested, what is agreed, what one outlet alone tells."""
    sections = Sections(dossier)
    written = [name for name in _FILES if (folder / name).exists()]
    show([sections.head(), sections.articles(), *sections.points(), _written(folder, written)])


def print_index(rows: Sequence[IndexRow], folder: Path) -> None:
    """Print several stories, a line each, those of more articles first."""
    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    table.add_column("story", overflow="fold")
    table.add_column("date", no_wrap=True)
    for name in ("articles", "origins", "contested"):
        table.add_column(name, justify="right")
    table.add_column("folder", no_wrap=True)
    shown = sorted(rows, key=lambda row: -row.articles)[:_MOST]
    for row in shown:
        contested = sum(row.points.get(relation, 0) for relation in _CONTESTED)
        cells = (str(row.articles), str(row.origins), str(contested), row.id)
        table.add_row(Text(plain(row.title)), row.date or "", *cells)
    more = [Text(f"and {len(rows) - _MOST} more in the index", style="dim")] if len(rows) > _MOST else []
    written = [name for name in ("index.html", "index.json") if (folder / name).exists()]
    show(
        [
            Text(f"{counted(len(rows), 'story', 'stories')}\n", style="bold"),
            table,
            *more,
            _written(folder, written),
        ]
    )


def _written(folder: Path, names: Sequence[str]) -> Text:
    return Text(f"\nWritten to {folder}: {', '.join(names)}", overflow="ignore", no_wrap=True)
