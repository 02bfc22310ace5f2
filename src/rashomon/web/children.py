"""Processes that the desk starts: deaf to Ctrl-C, which is the desk's to hear, and gone when the desk is."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import parent_process
from multiprocessing.resource_tracker import ensure_running
from threading import Thread


@contextmanager
def deaf() -> Iterator[None]:
    """Start processes in this block: they are born deaf to Ctrl-C, before they could ignore it themselves.

    A Ctrl-C that comes meanwhile is heard by the desk afterwards.
    """
    ensure_running()  # which lifts the block when it starts
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


def end_with_parent() -> None:
    """End this process when the one that started it is gone, however that went."""
    Thread(target=_wait_for_parent, daemon=True).start()


def _wait_for_parent() -> None:
    if parent := parent_process():
        parent.join()
        os._exit(0)
