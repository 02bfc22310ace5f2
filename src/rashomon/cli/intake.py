"""`rashomon add` and `rashomon watch`: into the store, told as it goes."""

import signal
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rashomon.cli.exits import Exit, complain, complain_of
from rashomon.cli.keeping import is_new, opened, work_due
from rashomon.cli.progress import one_line
from rashomon.model.errors import UsageError

if TYPE_CHECKING:
    from rashomon.intake import Tally
    from rashomon.read.live.manners import Manners
    from rashomon.store import Store, StoredFailure

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
    from rashomon.intake.adding import look

    adding = Adding(metadata=metadata, manners=order.manners())
    if is_new(order.store):
        look(inputs, metadata=metadata)
    with opened(order.store, make=True) as store, stoppable("the same command goes on where it was"):
        before = _open_failures(store)
        with one_line(sentence, quiet=order.quiet) as report:
            tally = add(store, inputs, adding, report=report)
        _told(store, tally, before, quiet=order.quiet)
        if order.work:
            work_due(store, quiet=order.quiet)
    return Exit.FINDINGS if tally.failed else Exit.OK


def run_watch(order: Order, lists: Sequence[Path], *, once: bool, recheck: int) -> Exit:
    """Visit the feeds, and work out what is due after each round."""
    from rashomon.intake import watch
    from rashomon.intake.watching import Order as Watching
    from rashomon.intake.watching import listed

    manners = order.manners()
    listed(lists)  # before a store is made for what can't be read
    # to be stopped is how it ends, if it isn't for one round
    stopped = stoppable("what came is in the store", Exit.FAILED if once else Exit.OK)
    with opened(order.store, make=bool(lists)) as store, stopped:

        def after(_tally: "Tally") -> None:
            if order.work:
                work_due(store, quiet=order.quiet)

        before = _open_failures(store)
        with one_line(sentence, quiet=order.quiet) as report:
            watching = Watching(once=once, recheck=recheck, manners=manners, after=after)
            tally = watch(store, lists, watching, report=report)
        _told(store, tally, before, quiet=order.quiet)
    return Exit.FINDINGS if tally.failed else Exit.OK


def sentence(tally: "Tally") -> str:
    """How far a run came, in words: what is done, what failed, how fast, how long it will take."""
    if not tally.done and not tally.total:
        return "nothing new came"
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
def stoppable(comfort: str, code: Exit = Exit.FAILED) -> Iterator[None]:
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
        sys.exit(code)
    finally:
        signal.signal(signal.SIGTERM, before)
        signal.signal(signal.SIGINT, heard)


def _open_failures(store: "Store") -> "dict[str, StoredFailure]":
    with store.view() as view:
        return {failure.id: failure for failure in view.failures()}


def _told(store: "Store", tally: "Tally", before: "Mapping[str, StoredFailure]", *, quiet: bool) -> None:
    """Say what the run did, and what failed in it; what failed `before` and was not tried stays unsaid."""
    if not quiet:
        print(sentence(tally))
    now = _open_failures(store) if tally.failed else {}
    failures = [failure for id, failure in now.items() if failure != before.get(id)]
    for failure in failures[:_TOLD]:
        complain_of(failure.input, failure.reason)
    if len(failures) > _TOLD:
        complain(f"and {len(failures) - _TOLD} more failures: see `rashomon status`")
