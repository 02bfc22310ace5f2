"""Progress on stderr: a bar where a person watches, now and then a line where nobody does."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Timer
from time import monotonic
from typing import TypeVar

from rashomon.pipeline import Progress, silent

T = TypeVar("T")
# Seconds: nothing shows for work that is done by then.
PATIENCE = 2.0
# Seconds between two lines in a log.
PAUSE = 10.0

_DOING = {
    "read": "reading the articles",
    "annotate": "annotating the articles",
    "group": "grouping them into stories",
    "compare": "comparing the accounts",
}


@contextmanager
def reporting(*, quiet: bool) -> Iterator[Progress]:
    """Give the function that the pipeline reports to, and clear the screen after it."""
    if quiet:
        yield silent
    elif sys.stderr.isatty():
        with _bar() as report:
            yield report
    else:
        yield _Lines()


@contextmanager
def one_line(sentence: Callable[[T], str], *, quiet: bool) -> Iterator[Callable[[T], None]]:
    """Give what a long run reports to: one line kept up to date, or now and then a line in a log."""
    if quiet:
        yield lambda _state: None
        return
    watched = sys.stderr.isatty()
    due, told = monotonic() + PAUSE, ""

    def report(state: T) -> None:
        nonlocal due, told
        said = sentence(state)
        if watched:
            print(f"\r\x1b[K{said}", end="", file=sys.stderr, flush=True)
        elif monotonic() >= due and said != told:
            due, told = monotonic() + PAUSE, said
            print(said, file=sys.stderr, flush=True)

    try:
        yield report
    finally:
        if watched:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)


class _Lines:
    """A line at most every few seconds, none for what is quickly done."""

    def __init__(self) -> None:
        self.due = monotonic() + PATIENCE

    def __call__(self, stage: str, done: int, total: int) -> None:
        if monotonic() >= self.due:
            self.due = monotonic() + PAUSE
            print(f"{_DOING.get(stage, stage)}: {done} of {total}", file=sys.stderr)


@contextmanager
def _bar() -> Iterator[Progress]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
    from rich.progress import Progress as Bar

    bar = Bar(
        TextColumn("{task.description}"),
        BarColumn(bar_width=30),
        MofNCompleteColumn(),
        console=Console(stderr=True),
        transient=True,
    )
    task = bar.add_task(_DOING["read"], total=None)
    timer = Timer(PATIENCE, bar.start)
    timer.daemon = True
    timer.start()
    try:
        yield lambda stage, done, total: bar.update(
            task, description=_DOING.get(stage, stage), completed=done, total=total
        )
    finally:
        timer.cancel()
        timer.join()
        bar.stop()
