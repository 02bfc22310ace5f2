"""A job: tasks given to an engine, those done before passed over, faults noted, progress told."""

import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Generic

from rashomon.engine.protocol import Done, Engine, O, Opener, Stage
from rashomon.engine.work import Work
from rashomon.engine.worker import LATE, Given, work_off
from rashomon.model import Failure

# Seconds after which a task is taken to hang. An article takes a quarter of a second, the longest seen, of
# ten thousand sentences, two and a half minutes.
_AT_LEAST, _AN_ARTICLE = 3600.0, 60.0


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a stage came, in articles: `kept` of the `done` were there from before."""

    stage: str
    done: int
    total: int
    failed: int = 0
    kept: int = 0


Report = Callable[[Standing], None]


def unreported(_standing: Standing) -> None:
    """Report nothing."""


@dataclass(frozen=True, slots=True)
class Todo(Generic[O]):
    """A task: its id, how many articles it holds, what it is called in a failure, and its order."""

    id: str
    size: int
    name: str
    order: O


@dataclass(slots=True)
class Job:
    """One run into the folder `out`; what it finds done there, by the same version, is kept."""

    out: Path
    opener: Opener
    report: Report = unreported
    failures: list[Failure] = field(default_factory=list)
    engine: Engine | None = None

    @property
    def work(self) -> Work:
        """Where the stages leave what they make."""
        return Work(self.out / "work")

    def carry(
        self,
        name: str,
        folder: str,
        stage: Callable[[Work, O], None],
        tasks: Iterable[Todo[O]],
        total: int,
    ) -> None:
        """Have the tasks done whose results are not in the folder; those that can't be become failures."""
        at = {"done": 0, "failed": 0, "kept": 0}
        running: dict[str, Todo[O]] = {}
        failed: list[Failure] = []

        def tell() -> None:
            self.report(Standing(name, at["done"], total, at["failed"], at["kept"]))

        def due() -> Iterator[tuple[str, Given[O]]]:
            for task in tasks:
                if self.work.done(folder, task.id):
                    at["done"] += task.size
                    at["kept"] += task.size
                else:
                    running[task.id] = task
                    yield task.id, Given(task.id, _AT_LEAST + _AN_ARTICLE * task.size, task.order)

        tell()
        for done in self._each(partial(work_off, stage, self.work), due()):
            task = running.pop(done.task)
            at["done"] += task.size
            if done.fault:
                at["failed"] += task.size
                reason = f"{done.fault}; the same command tries it again"
                failed.append(Failure(task.name, name, reason))
            tell()
        self.failures += sorted(failed, key=lambda failure: failure.input)  # whichever was over first
        shutil.rmtree(self.work.root / LATE, ignore_errors=True)
        tell()

    def close(self) -> None:
        """Let the workers go."""
        if self.engine:
            self.engine.close()
            self.engine = None

    def _each(self, stage: Stage[O], tasks: Iterator[tuple[str, O]]) -> Iterator[Done]:
        """Give the tasks to the engine, which is started when there is one."""
        first = next(tasks, None)
        if first is None:
            return iter(())
        if self.engine is None:
            self.engine = self.opener()
        return self.engine.each(stage, chain([first], tasks))
