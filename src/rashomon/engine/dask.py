"""A Dask cluster: one of processes on this machine, or any that a scheduler's address leads to.

Its workers need the package, and the output folder under the same path.
"""

import os
from collections.abc import Iterator
from itertools import islice
from typing import Any

from rashomon.engine.protocol import Done, O, Stage, Tasks, fault_of
from rashomon.model.errors import UsageError

AHEAD = 2  # tasks a worker that are handed over at once: the next is there when one ends
# A worker looks at itself 150 times a second, and nobody looks at what it saw.
_CONFIG = {"distributed.worker.profile.enabled": False, "distributed.admin.tick.interval": "500ms"}


class Dask:
    """Carries out tasks on a Dask cluster; the scheduler gives a dead worker's tasks to others."""

    def __init__(self, *, workers: int | None = None, scheduler: str | None = None) -> None:
        try:
            from dask import config
            from distributed import Client, LocalCluster
        except ImportError as error:
            raise UsageError(f"a cluster needs {error.name}: install rashomon[engine,dask]") from error
        self._cluster: Any = None
        if scheduler is None:
            with config.set(_CONFIG):
                self._cluster = LocalCluster(
                    n_workers=workers, threads_per_worker=1, processes=True, dashboard_address="127.0.0.1:0"
                )
        self._client: Client = Client(scheduler or self._cluster, set_as_default=False)

    def each(self, stage: Stage[O], tasks: Tasks[O]) -> Iterator[Done]:
        """Carry out all tasks, and yield each when it is over."""
        from distributed import as_completed

        source = iter(tasks)
        names: dict[str, str] = {}

        def begin(task: tuple[str, O]) -> Any:
            future = self._client.submit(stage, task[1], pure=False, retries=0)
            names[str(future.key)] = task[0]
            return future

        room = AHEAD * max(1, len(self._client.scheduler_info()["workers"]))
        first = [begin(task) for task in islice(source, room)]
        running = as_completed(first, loop=self._client.loop)
        for future in running:
            error = future.exception()
            yield Done(names.pop(str(future.key)), fault_of(error) if error else None)
            future.release()
            for task in islice(source, 1):
                running.add(begin(task))

    def processes(self) -> list[int]:
        """The ids of the workers' processes, on whatever machines they are."""
        return list(self._client.run(os.getpid).values())

    def close(self) -> None:
        """Leave the cluster, and stop it where it was started here."""
        self._client.close()
        if self._cluster:
            self._cluster.close()
