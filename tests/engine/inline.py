"""The simplest engine: one task after the other, in this process."""

from collections.abc import Callable, Iterator
from random import Random
from typing import Any

from rashomon.engine.protocol import Done, Engine, fault_of


class Inline:
    """Carries out each task when it is asked for."""

    def each(self, stage: Any, tasks: Any) -> Iterator[Done]:
        for id, order in tasks:
            try:
                stage(order)
            except Exception as error:
                yield Done(id, fault_of(error))
            else:
                yield Done(id)

    def close(self) -> None:
        return


class Shuffled:
    """Gives the tasks of each stage to another engine in an order of its own."""

    def __init__(self, engine: Engine, *, seed: int) -> None:
        self._engine = engine
        self._random = Random(seed)

    def each(self, stage: Any, tasks: Any) -> Iterator[Done]:
        found = list(tasks)
        self._random.shuffle(found)
        return self._engine.each(stage, found)

    def close(self) -> None:
        self._engine.close()


class Disturbed:
    """Calls `disturb` once, after the first task of the second stage or earlier."""

    def __init__(self, engine: Engine, disturb: Callable[[], None], *, after: int) -> None:
        self._engine = engine
        self._disturb = disturb
        self._left = after

    def each(self, stage: Any, tasks: Any) -> Iterator[Done]:
        for done in self._engine.each(stage, tasks):
            self._left -= 1
            if self._left == 0:
                self._disturb()
            yield done

    def close(self) -> None:
        self._engine.close()
