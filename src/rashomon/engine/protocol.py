"""What an engine has to do: carry out tasks, anywhere, and say how each went.

A stage is a function of one order. It leaves what it made in the work folder (`engine.work`), so that
only names travel back, and a task that is done twice leaves the same. No stage knows of any engine.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol, TypeVar

O_contra = TypeVar("O_contra", contravariant=True)
O = TypeVar("O")  # noqa: E741

Tasks = Iterable[tuple[str, O]]
"""Orders by the id of their task; taken one by one, as workers are free."""


@dataclass(frozen=True, slots=True)
class Done:
    """A task that is over: `fault` says why it was not done, None where it was."""

    task: str
    fault: str | None = None


class Stage(Protocol[O_contra]):
    """The work on one order; a module's function, or a `partial` of one, so that it can travel."""

    def __call__(self, order: O_contra, /) -> None:
        """Do it, or raise what stands in the way."""


class Engine(Protocol):
    """Carries out the tasks of one stage after the other."""

    def each(self, stage: Stage[O], tasks: Tasks[O]) -> Iterator[Done]:
        """Carry out all tasks, in any order, and yield each when it is over.

        Takes few orders ahead of the work, so that they need not all be held. A task whose worker dies
        is given to another; one that kills every worker comes back with a fault, as does one that raises.
        """

    def close(self) -> None:
        """Let all workers go."""


def fault_of(error: BaseException) -> str:
    """Return what went wrong, as it is told."""
    return f"{type(error).__name__}: {error}"


Opener = Callable[[], Engine]
"""Makes an engine when its first task is at hand."""
