"""Rework: what a judgement makes due again is worked out by a process of its own, one at a time."""

import multiprocessing
from collections.abc import Callable
from threading import Condition, Thread

Job = Callable[[str], None]


def work_off(store: str) -> None:
    """Do the desk's due work on the store at that address; another process may be at it already."""
    from rashomon.desk import work
    from rashomon.model.errors import UsageError
    from rashomon.store import open_store

    with open_store(store) as opened:
        try:
            work(opened)
        except UsageError:
            return  # a watch or another desk holds the work, and does it


class Rework:
    """Starts the job when asked to; asked again meanwhile, it runs once more after that."""

    def __init__(self, store: str, job: Job = work_off, *, on: bool = True) -> None:
        self._store = store
        self._job = job
        self._on = on
        self._changed = Condition()
        self._asked = 0
        self._done = 0
        self._thread: Thread | None = None

    @property
    def busy(self) -> bool:
        """Whether something that was asked for is still to be done."""
        return self._asked > self._done

    def ask(self) -> None:
        """Have the due work done soon."""
        if not self._on:
            return
        with self._changed:
            self._asked += 1
            if self._thread is None or not self._thread.is_alive():
                self._thread = Thread(target=self._run, name="rework", daemon=True)
                self._thread.start()

    def wait(self, seconds: float) -> bool:
        """Wait until nothing is asked for; False where that takes longer."""
        with self._changed:
            return self._changed.wait_for(lambda: not self.busy, seconds)

    def _run(self) -> None:
        while True:
            with self._changed:
                asked = self._asked
            worker = multiprocessing.get_context("spawn").Process(target=self._job, args=(self._store,))
            worker.start()
            worker.join()
            with self._changed:
                self._done = asked
                self._changed.notify_all()
                if not self.busy:
                    self._thread = None
                    return
