"""`rashomon add` and `rashomon watch`: into the store, told as it goes."""

import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from rashomon.cli.exits import Exit, complain
from rashomon.cli.keeping import work_due
from rashomon.model.errors import UsageError

if TYPE_CHECKING:
    from rashomon.intake import Tally
    from rashomon.read.live.manners import Manners
    from rashomon.store import Store

# Seconds between two lines where nobody watches a terminal.
_PAUSE = 10.0
# Failures that are told one by one at the end; the rest is in the store.
_TOLD = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What the options of both commands say; times in seconds unless said."""

    store: str
    quiet: bool = False
    work: bool = True
    pause: float = 2.0
    allow_host: Sequence[str] = ()
    contact: str = ""

    def manners(self) -> "Manners":
        """How other people's servers are asked."""
        from rashomon.provenance import VERSION
        from rashomon.read.live.manners import Manners

        if not self.contact.isascii():
            raise UsageError("--contact is sent with every request: give it in ASCII")
        return Manners(
            pause=self.pause, allowed=tuple(self.allow_host), contact=self.contact, version=VERSION
        )


def run_add(order: Order, inputs: Sequence[str], *, metadata: Path | None) -> Exit:
    """Read the inputs into the store and work out what is due."""
    from rashomon.intake import add
    from rashomon.intake.adding import Order as Adding

    with _store(order.store) as store, stoppable("the same command goes on where it was"):
        with _telling(quiet=order.quiet) as report:
            adding = Adding(metadata=metadata, manners=order.manners())
            tally = add(store, inputs, adding, report=report)
        _told(store, tally, quiet=order.quiet)
        if order.work:
            work_due(store, quiet=order.quiet)
    return Exit.FINDINGS if tally.failed else Exit.OK


def run_watch(order: Order, lists: Sequence[Path], *, once: bool, recheck: int) -> Exit:
    """Visit the feeds, and work out what is due after each round."""
    from rashomon.intake import watch
    from rashomon.intake.watching import Order as Watching

    with _store(order.store) as store, stoppable("what came is in the store"):

        def after(_tally: "Tally") -> None:
            if order.work:
                work_due(store, quiet=order.quiet)

        with _telling(quiet=order.quiet) as report:
            watching = Watching(once=once, recheck=recheck, manners=order.manners(), after=after)
            tally = watch(store, lists, watching, report=report)
        _told(store, tally, quiet=order.quiet)
    return Exit.FINDINGS if tally.failed else Exit.OK


def sentence(tally: "Tally") -> str:
    """How far a run came, in words: what is done, what failed, how fast, how long it will take."""
    total = f" of {tally.total}" if tally.total is not None else ""
    parts = [
        f"{tally.done}{total} read: {tally.new - tally.revised} new, {tally.revised} revised,"
        f" {tally.same} as before, {tally.failed} failed",
        f"{tally.rate:.1f} a second",
    ]
    if tally.left:
        parts.append(f"{duration(tally.left)} left")
    return "; ".join(parts)


def duration(seconds: float) -> str:
    """A stretch of time as a person says it."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours} h {minutes} min"
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"


@contextmanager
def _store(address: str) -> "Iterator[Store]":
    try:
        from rashomon.store import open_store
    except ImportError as error:
        raise UsageError(f"a store needs {error.name}: install rashomon[desk]") from error
    with open_store(address) as store:
        yield store


@contextmanager
def stoppable(comfort: str) -> Iterator[None]:
    """Take SIGTERM, which service managers send, for Ctrl-C, and say that a stop did no harm.

    A shell starts what runs beside it deaf to Ctrl-C: it must be heard, for SIGTERM takes its way.
    """
    heard = signal.getsignal(signal.SIGINT)
    if heard == signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    before = signal.signal(signal.SIGTERM, lambda *_: signal.raise_signal(signal.SIGINT))
    try:
        yield
    except KeyboardInterrupt:
        complain(f"stopped: {comfort}")
        sys.exit(Exit.FAILED)
    finally:
        signal.signal(signal.SIGTERM, before)
        signal.signal(signal.SIGINT, heard)


@contextmanager
def _telling(*, quiet: bool) -> "Iterator[Callable[[Tally], None]]":
    """Give what the run reports to: one line kept up to date, or now and then a line in a log."""
    if quiet:
        yield lambda _tally: None
        return
    watched = sys.stderr.isatty()
    due = monotonic() + _PAUSE
    said = ""

    def report(tally: "Tally") -> None:
        nonlocal due, said
        if watched:
            print(f"\r\x1b[K{sentence(tally)}", end="", file=sys.stderr, flush=True)
        elif monotonic() >= due and said != (said := sentence(tally)):
            due = monotonic() + _PAUSE
            print(said, file=sys.stderr, flush=True)

    try:
        yield report
    finally:
        if watched:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def _told(store: "Store", tally: "Tally", *, quiet: bool) -> None:
    """Say what the run did, and what failed in it."""
    if not quiet:
        print(sentence(tally))
    with store.view() as view:
        failures = view.failures() if tally.failed else ()
    for failure in failures[:_TOLD]:
        complain(f"left out {failure.input}: {failure.reason}")
    if len(failures) > _TOLD:
        complain(f"and {len(failures) - _TOLD} more failures: see `rashomon status`")
