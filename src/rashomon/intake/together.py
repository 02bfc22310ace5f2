"""Several things under way at once: all end together, and the first that breaks is what the caller sees."""

import asyncio
from collections.abc import Coroutine, Iterable
from typing import Any, TypeVar

T = TypeVar("T")


async def side_by_side(work: Iterable[Coroutine[Any, Any, T]]) -> list[T]:
    """Do it all at once and return the results in order.

    Where one raises, the others are stopped, and that exception is raised as it is, outside any group.
    """
    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(each) for each in work]
    except BaseExceptionGroup as raised:
        raise _first(raised) from None
    return [task.result() for task in tasks]


def _first(raised: BaseException) -> BaseException:
    while isinstance(raised, BaseExceptionGroup):
        raised = raised.exceptions[0]
    return raised
