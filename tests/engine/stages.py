"""Stages for the tests of engines: they leave a file for each time that they were at an order."""

import os
import re
import signal
from pathlib import Path

from rashomon.engine.work import Work

Order = tuple[Path, str]


def note(order: Order) -> None:
    """Leave a file named after the order and the process."""
    folder, name = order
    (folder / f"{name}-{os.getpid()}").touch()


def refuse_odd(order: Order) -> None:
    """Raise where the order's number is odd."""
    note(order)
    if int(order[1]) % 2:
        raise ValueError(f"{order[1]} is odd")


def die_of(order: Order) -> None:
    """Kill the process where the order says so."""
    note(order)
    if order[1] == "deadly":
        os.kill(os.getpid(), signal.SIGKILL)


def die_once(order: Order) -> None:
    """Kill the first process that is at it."""
    first = not list(order[0].glob(f"{order[1]}-*"))
    note(order)
    if first:
        os.kill(os.getpid(), signal.SIGKILL)


def hang_in_native_code(work: Work, name: str) -> None:
    """Match a pattern for ages where the order says so: no other thread of Python gets a turn."""
    if name == "endless":
        re.match(r"(a+)+$", "a" * 60 + "b")
    with work.making("stage", name) as folder:
        note((folder, name))
