"""`rashomon export`, `retry` and `redo`: what they do and say."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from rashomon.cli.counts import counted
from rashomon.cli.exits import Exit, check_folder

if TYPE_CHECKING:
    from rashomon.cli.intake import Order
    from rashomon.store import Store


@contextmanager
def opened(address: str, *, make: bool = False) -> "Iterator[Store]":
    """Give the store at the address, which has to be there if it is not to be made."""
    from rashomon.store import open_store

    with open_store(address, make=make) as store:
        yield store


def is_new(address: str) -> bool:
    """Whether the address is of a file that is not there yet."""
    return "://" not in address and not Path(address).exists()


def work_due(store: "Store", *, quiet: bool) -> None:
    """Annotate, group and tell what is due, lay out the pages of it, and say how much that was."""
    from rashomon.cli.progress import reporting
    from rashomon.desk import work
    from rashomon.store.engine import shown

    with reporting(quiet=quiet) as progress:
        done = work(store, progress=progress)
    if done.told:
        from rashomon.web.ahead import lay_out_now

        lay_out_now(store)
    if not quiet and (done.annotated or done.told):
        articles, stories = counted(done.annotated, "article"), counted(done.stories, "story", "stories")
        print(f"{articles} annotated, {done.told} of {stories} told")
        print(f"to read them: rashomon serve --store {shown(store.address)}")


def export_all(address: str, out: Path) -> None:
    """Write every record into the folder and say how many."""
    check_folder(out)
    with opened(address) as store, store.view() as view:
        counts = view.export(out)
    total = sum(counts.values())
    print(
        f"{counted(total, 'record')} in {out}: "
        + ", ".join(f"{count} {name}" for name, count in counts.items() if count)
    )


def retry_all(order: "Order") -> Exit:
    """Fetch, read, annotate and tell once more what failed; says what is still open."""
    from rashomon.desk import retry
    from rashomon.intake import again

    with opened(order.store) as store:
        with store.view() as view:
            failures = view.failures()
        if failures:
            again(store, failures, order.manners())
            retry(store, failures)
            work_due(store, quiet=order.quiet)
        with store.view() as view:
            left = view.failures()
    if not order.quiet:
        print(f"{counted(len(failures), 'failure')} tried again, {len(left)} open now")
    return Exit.FINDINGS if left else Exit.OK


def redo_stage(address: str, stage: str, *, quiet: bool) -> None:
    """Let the stage be done again, and do it."""
    from rashomon.desk import redo
    from rashomon.intake import read_again

    with opened(address) as store:
        if stage == "read":
            tally = read_again(store)
            if not quiet:
                print(
                    f"{counted(tally.done, 'page')} read again: {tally.new} otherwise, {tally.failed} failed"
                )
        else:
            redo(store, stage)
        work_due(store, quiet=quiet)
