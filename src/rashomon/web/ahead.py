"""Ahead: pages are laid out before anybody asks, by a process that gives way, and kept in the store."""

import multiprocessing
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from rashomon.model.errors import RashomonError, UsageError
from rashomon.store import LaidOut, Store, open_store
from rashomon.web.children import deaf, end_with_parent
from rashomon.web.making import get_ready, made_by, material

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

# Seconds between two looks at the store where nothing is to do; they grow while it can't be worked on.
_PAUSE = 2.0
_LONGEST_PAUSE = 60.0
# Stories laid out before they are written: a write takes its turn with others.
_BATCH = 8
# How much the process gives way where the system knows no better way of saying so.
_NICE = 19


def start(address: str) -> "BaseProcess":
    """Start the process; it ends with the one that started it."""
    process = multiprocessing.get_context("spawn").Process(
        target=lay_out_ahead, args=(address,), name="rashomon-ahead", daemon=True
    )
    with deaf():
        process.start()
    return process


def lay_out_ahead(address: str) -> None:
    """Lay out what the store lacks for as long as the desk is served; one process does so for each store."""
    end_with_parent()
    _give_way()
    get_ready()
    broken: set[tuple[str, int]] = set()
    pause = _PAUSE
    while True:
        try:
            with open_store(address, make=False) as store, store.alone("layouts"):
                while lay_out_some(store, broken):
                    pass
            pause = _PAUSE
        except RashomonError:  # the store is away or can't be written, or another desk's process is at it
            pause = min(2 * pause, _LONGEST_PAUSE)
        time.sleep(pause)


def lay_out_now(store: Store) -> None:
    """Lay out all that the store lacks, unless a desk that is served does so already."""
    get_ready()
    broken: set[tuple[str, int]] = set()
    with suppress(UsageError), store.alone("layouts"):
        while lay_out_some(store, broken):
            pass


def lay_out_some(store: Store, broken: set[tuple[str, int]]) -> bool:
    """Lay out some of what is lacking; whether there was anything. A page that can't be made is left out."""
    found = list[LaidOut]()
    with store.view() as view:
        due = [one for one in view.to_lay_out(made_by(), limit=_BATCH + len(broken)) if one not in broken]
        read = [(*one, material(view, *one)) for one in due[:_BATCH]]
    for story, version, make in read:
        try:
            page = make(())
        except Exception:  # whoever opens the page is told
            broken.add((story, version))
        else:
            found.append(
                LaidOut(story=story, version=version, made_by=made_by(), tag=page.tag, body=page.body)
            )
    with _hurry():
        store.writer().keep_laid_out(found)
    return bool(due)


def _give_way() -> None:
    """Work only while nobody else does."""
    if sys.platform == "linux":
        os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))
    else:
        os.nice(_NICE)


@contextmanager
def _hurry() -> Iterator[None]:
    """Give way no more while others wait for what is held: the store's one writer."""
    if sys.platform != "linux" or os.sched_getscheduler(0) != os.SCHED_IDLE:
        yield
        return
    os.sched_setscheduler(0, os.SCHED_OTHER, os.sched_param(0))
    try:
        yield
    finally:
        os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))
