"""Runs: a command's work between its first and its last note in the store, however it ends."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress

from rashomon.intake.book import Book, Tally
from rashomon.model.errors import StoreError
from rashomon.store import Store

Report = Callable[[Tally], None]
"""Called now and then with how far the run came."""


def silent(_tally: Tally) -> None:
    """Report nothing."""


@contextmanager
def running(
    store: Store, kind: str, arguments: Sequence[str], *, stage: str, report: Report
) -> Iterator[Book]:
    """Open a run and give its book; closes it as done, stopped or failed."""
    writer = store.writer()
    run = writer.start_run(kind, arguments)
    book = Book(store, run, stage, report)
    try:
        yield book
    except KeyboardInterrupt:
        book.tell(at_once=True)
        writer.end_run(run, "stopped")
        raise
    except Exception as error:
        with suppress(StoreError):  # a store that can't be written can't be told so
            writer.end_run(run, "failed", f"{type(error).__name__}: {error}")
        raise
    book.tell(at_once=True)
    writer.end_run(run)
