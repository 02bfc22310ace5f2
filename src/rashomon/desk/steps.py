"""How far a job is: for the person who watches now, and in the store for whoever looks later."""

from collections.abc import Callable
from time import monotonic

from rashomon.pipeline import Progress
from rashomon.store import Store

# Seconds between two notes in the store: often enough for "is it alive", rare enough to cost nothing.
PAUSE = 2.0


class Steps:
    """Counts what a run does, stage by stage."""

    def __init__(
        self, store: Store, run: int, progress: Progress, *, clock: Callable[[], float] = monotonic
    ) -> None:
        self._writer = store.writer()
        self._run = run
        self._progress = progress
        self._clock = clock
        self._noted = float("-inf")

    def at(self, stage: str, done: int, total: int, *, failed: int = 0, same: int = 0) -> None:
        """Say how far the stage is; the first, the last and every few seconds' are written down."""
        over = done + failed + same >= total
        self._progress(stage, done + failed, total)
        if over or done + failed + same == 0 or self._clock() - self._noted >= PAUSE:
            self._noted = self._clock()
            self._writer.progress(self._run, stage, done=done, failed=failed, same=same, total=total)
