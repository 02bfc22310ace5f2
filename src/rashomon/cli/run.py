"""`rashomon compare`: run the pipeline, write what comes out, and say it."""

import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rashomon import demo
from rashomon.cli.exits import Exit, check_folder, complain, complain_of
from rashomon.cli.index import IndexRow, clear_other, index_row, write_index
from rashomon.cli.progress import reporting
from rashomon.model import Dossier, Failure
from rashomon.pipeline import dossiers
from rashomon.read.judgements import FILE as JUDGEMENTS
from rashomon.tell import dumps, to_json, write

DEFAULT_OUT = Path("rashomon-out")


@dataclass(frozen=True, slots=True)
class Order:
    """What one call of `rashomon compare` asks for."""

    paths: Sequence[str]
    out: Path | None = None
    json: bool = False
    quiet: bool = False
    one_story: bool = False
    metadata: Path | None = None
    aliases: Path | None = None
    judgements: Path | None = None

    @property
    def folder(self) -> Path | None:
        """Where files go; nowhere if the dossier is only printed."""
        return self.out or (None if self.json else DEFAULT_OUT)

    @property
    def said(self) -> Path | None:
        """The file of judgements on names: as given, else the one in the folder."""
        return self.judgements or (self.folder / JUDGEMENTS if self.folder else None)


def run(order: Order) -> Exit:
    """Compare the inputs, write and print the dossiers."""
    if order.folder:
        check_folder(order.folder)
    if order.judgements and not order.judgements.exists():
        complain(f"{order.judgements} does not exist yet: no judgement on names was applied")
    with reporting(quiet=order.quiet) as report:
        found = dossiers(
            order.paths,
            one_story=order.one_story,
            metadata=order.metadata,
            aliases=order.aliases,
            judgements=order.said,
            progress=report,
        )
        first = next(found)
        second = next(found, None)
        if second is None:
            _deliver(first, order, order.folder)
        else:
            rows = [_one_of_several(each, order) for each in _chain(first, second, found)]
    if order.folder:
        clear_other(order.folder, several=second is not None)
    if second is None:
        _summary(first, order)
    else:
        _index(rows, first.failures, order)
    for failure in first.failures:
        complain_of(failure.input, failure.reason)
    return Exit.FINDINGS if first.failures else Exit.OK


def run_demo(out: Path) -> Exit:
    """Lay the demo story's articles into the folder and compare them."""
    check_folder(out)
    articles = out / "articles"
    articles.mkdir(parents=True, exist_ok=True)
    for path in demo.files():
        shutil.copyfile(path, articles / path.name)
    return run(Order([str(articles)], out=out))


def _chain(first: Dossier, second: Dossier, rest: Iterator[Dossier]) -> Iterator[Dossier]:
    yield first
    yield second
    yield from rest


def _one_of_several(dossier: Dossier, order: Order) -> IndexRow:
    folder = order.folder
    _deliver(dossier, order, folder / dossier.story.id if folder else None)
    return index_row(dossier)


def _deliver(dossier: Dossier, order: Order, folder: Path | None) -> None:
    if folder:
        write(dossier, folder)
    if order.json:
        body = dumps(to_json(dossier)).encode("utf-8")
        sys.stdout.buffer.write(body)
        sys.stdout.buffer.flush()


def _summary(dossier: Dossier, order: Order) -> None:
    if not (order.quiet or order.json):
        from rashomon.cli.summary import print_summary

        print_summary(dossier, order.folder or DEFAULT_OUT)


def _index(rows: Sequence[IndexRow], failures: Sequence[Failure], order: Order) -> None:
    if order.folder:
        write_index(rows, failures, order.folder)
    if not (order.quiet or order.json):
        from rashomon.cli.summary import print_index

        print_index(rows, order.folder or DEFAULT_OUT)
