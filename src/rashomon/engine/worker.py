"""What a worker does with a task, whatever engine it belongs to: it keeps to one core, and not on forever."""

import faulthandler
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Generic

from rashomon.engine.protocol import O
from rashomon.engine.work import Work
from rashomon.link import vectors, wordpieces

LATE = "late"
_FRAME = re.compile(r'File ".*?(rashomon/[^"]+)", line (\d+)')


@dataclass(frozen=True, slots=True)
class Given(Generic[O]):
    """A task as it is handed over: its order, and the seconds after which it is taken to hang."""

    id: str
    limit: float
    order: O


def work_off(stage: Callable[[Work, O], None], work: Work, given: Given[O]) -> None:
    """Do the stage's work on one order; raises what it raises, TimeoutError where it went on too long."""
    # each core has a worker of its own
    vectors.encoder().threads = wordpieces.reader().threads = 1
    with limited(given.limit, work.path(LATE, given.id)):
        stage(work, given.order)


@contextmanager
def limited(seconds: float, note: Path) -> Iterator[None]:
    """End this process if what follows takes longer, which an engine takes for a worker that died.

    The note then says where it hung, and whoever gets the task next raises TimeoutError at once. The watch
    is kept by a thread that needs nothing of Python, so that native code that never returns is ended too.
    """
    if note.is_file() and (told := note.read_text(encoding="utf-8", errors="replace")):
        note.unlink()
        raise TimeoutError(f"it took longer than {seconds:.0f} seconds and was stopped{_place(told)}")
    note.parent.mkdir(parents=True, exist_ok=True)
    with note.open("w", encoding="utf-8") as file:
        faulthandler.dump_traceback_later(seconds, exit=True, file=file)
        try:
            yield
        finally:
            faulthandler.cancel_dump_traceback_later()
            note.unlink(missing_ok=True)


def _place(told: str) -> str:
    """The innermost place of ours in a traceback, which has it first."""
    found = _FRAME.search(told)
    return f" at {found[1]}, line {found[2]}" if found else ""
