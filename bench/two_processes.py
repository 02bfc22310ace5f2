"""How fast two worker processes get through articles: one for each of two cores.

As the engine does it: each process loads everything first and then works in one thread; the clock runs
from when both are ready to when the last article is done.
"""

import importlib
import multiprocessing
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing.synchronize import Barrier
from typing import TypeVar

T = TypeVar("T")
PROCESSES = 2
_TASKS = 8  # for each process: few enough to cost nothing, enough that both end at about the same time


def rates(work: Callable[[Sequence[T]], None], items: Sequence[T]) -> dict[str, float]:
    """Return the items a second by the clock, and by the processor seconds of both processes.

    `work` is called on a few items at a time, and once on none before the clock runs.
    """
    context = multiprocessing.get_context("spawn")
    ready = context.Barrier(PROCESSES)
    with ProcessPoolExecutor(PROCESSES, context, _load, (ready,)) as pool:
        list(pool.map(_timed, [work] * PROCESSES, [()] * PROCESSES))
        size = max(1, len(items) // (PROCESSES * _TASKS))
        tasks = [items[at : at + size] for at in range(0, len(items), size)]
        clock = time.perf_counter()
        used = sum(pool.map(_timed, [work] * len(tasks), tasks))
        seconds = time.perf_counter() - clock
    return {
        "articles_per_s": round(len(items) / seconds, 2),
        "articles_per_processor_s": round(len(items) / used, 2),
    }


def _load(ready: Barrier) -> None:
    """Load all weights as the engine's workers find them, and wait for the other process."""
    importlib.import_module("rashomon.engine.warm")
    ready.wait()


def _timed(work: Callable[[Sequence[T]], None], items: Sequence[T]) -> float:
    """Do the work; return the processor seconds that it took."""
    started = time.process_time()
    work(items)
    return time.process_time() - started
