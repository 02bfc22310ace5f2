"""This machine: worker processes that share the models' weights, watched over by the one that asks.

Workers are forked from a server that has loaded the weights and nothing else, so that what only is
read lies in memory once. A worker that dies (killed, out of memory, a fault in native code) takes one
task with it, which the next worker does again.
"""

import os
import signal
from collections import Counter, deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing import forkserver, get_context, resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any

from rashomon.engine.protocol import Done, O, Stage, Tasks, fault_of

TRIES = 3  # workers that a task may take with it before it is given up
RENEWED = 120  # tasks after which a worker is let go: what the parser learns of words is forgotten
_WARM = "rashomon.engine.warm"
Given = tuple[str, Any, Any]


@dataclass(slots=True)
class _Worker:
    """One process, and the task that it has."""

    process: BaseProcess
    line: Connection
    task: Given | None = None
    begun: int = field(default=0)

    def give(self, task: Given) -> None:
        """Hand over a task; a worker that has died is noticed when it is heard."""
        self.task = task
        self.begun += 1
        try:
            self.line.send(task[1:])
        except (BrokenPipeError, ConnectionResetError):
            return

    def end(self, *, now: bool = False) -> None:
        """Let it go: after its task, or now."""
        self.line.close()
        if now and self.process.is_alive():
            self.process.terminate()
        self.process.join()


class Local:
    """Carries out tasks in processes of this machine."""

    def __init__(self, *, workers: int | None = None) -> None:
        self._count = workers or len(os.sched_getaffinity(0))
        self._context = get_context("forkserver")
        self._context.set_forkserver_preload([_WARM])
        self._workers: list[_Worker] = []

    def each(self, stage: Stage[O], tasks: Tasks[O]) -> Iterator[Done]:
        """Carry out all tasks, and yield each when it is over."""
        source = ((id, stage, order) for id, order in tasks)
        again: deque[Given] = deque()
        lost: Counter[str] = Counter()
        while True:
            self._employ(source, again)
            busy = [worker for worker in self._workers if worker.task]
            if not busy:
                return
            heard = set(wait([worker.line for worker in busy]))
            for worker in busy:
                if worker.line in heard:
                    yield from self._hear(worker, again, lost)

    def processes(self) -> list[int]:
        """The ids of the workers' processes."""
        return [worker.process.pid for worker in self._workers if worker.process.pid]

    def close(self) -> None:
        """Let all workers go."""
        for worker in self._workers:
            worker.end(now=worker.task is not None)
        self._workers = []

    def _employ(self, source: Iterator[Given], again: deque[Given]) -> None:
        """Give each idle worker a task, and hire as many as there are tasks for."""
        for place in range(self._count):
            if place < len(self._workers) and self._workers[place].task:
                continue
            task = again.popleft() if again else next(source, None)
            if task is None:
                return
            if place == len(self._workers):
                self._workers.append(self._hire())
            elif self._workers[place].begun >= RENEWED:
                self._workers[place].end()
                self._workers[place] = self._hire()
            self._workers[place].give(task)

    def _hear(self, worker: _Worker, again: deque[Given], lost: Counter[str]) -> Iterator[Done]:
        """Take a worker's answer; the task of a dead one is done again, if it was not the task's fault."""
        assert worker.task is not None
        task, worker.task = worker.task, None
        try:
            yield Done(task[0], worker.line.recv())
        except (EOFError, ConnectionResetError):
            worker.end()
            lost[task[0]] += 1
            self._workers[self._workers.index(worker)] = self._hire()
            if lost[task[0]] < TRIES:
                again.append(task)
            else:
                how = _ended(worker.process.exitcode)
                yield Done(task[0], f"{TRIES} workers that were at it died, the last {how}")

    def _hire(self) -> _Worker:
        resource_tracker.ensure_running()  # which the server starts else, and then hears again
        with _unheard():
            forkserver.ensure_running()
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=_serve, args=(theirs,), daemon=True)
        process.start()
        theirs.close()
        return _Worker(process, ours)


@contextmanager
def _unheard() -> Iterator[None]:
    """Start processes that are deaf to Ctrl-C, which a terminal sends to all; here it is heard after this.

    The server would be cut off while it loads the weights, and say so at length.
    """
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(line: Connection) -> None:
    """Work off what comes until the line is closed; Ctrl-C is for the process that asks."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while True:
        try:
            stage, order = line.recv()
        except (EOFError, ConnectionResetError):
            return
        fault = None
        try:
            stage(order)
        except Exception as error:
            fault = fault_of(error)
        try:
            line.send(fault)
        except (BrokenPipeError, ConnectionResetError):
            return


def _ended(code: int | None) -> str:
    if code is None or code >= 0:
        return f"with exit code {code}"
    try:
        return f"by {signal.Signals(-code).name}"
    except ValueError:
        return f"by signal {-code}"
