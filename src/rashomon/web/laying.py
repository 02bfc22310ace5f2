"""Laying out: pages that take long are made in another process, once for all who wait for them."""

import asyncio
from collections.abc import Awaitable, Callable, Hashable
from concurrent.futures import BrokenExecutor, Executor, ProcessPoolExecutor
from multiprocessing import get_context

from starlette.concurrency import run_in_threadpool

from rashomon.web.cache import Page, Pages

Make = Callable[[], Page]


class Layout:
    """Gives pages from the cache, or has them made: readers of other pages don't wait meanwhile."""

    def __init__(self, pages: Pages, processes: int) -> None:
        self.pages = pages
        self._processes = processes
        self._executor = _executor(processes)
        self._waiting: dict[Hashable, asyncio.Future[Page]] = {}

    async def page(self, key: Hashable, prepare: Callable[[], Awaitable[Make]]) -> Page:
        """Return the page; `prepare` reads what it is made from, `Make` is called in the other process."""
        if found := self.pages.get(key):
            return found
        if key not in self._waiting:
            task = asyncio.ensure_future(self._made(key, prepare))
            self._waiting[key] = task
            task.add_done_callback(lambda _: self._waiting.pop(key, None))
        return await asyncio.shield(self._waiting[key])

    def close(self) -> None:
        """End the processes."""
        if self._executor:
            self._executor.shutdown(wait=False, cancel_futures=True)

    async def _made(self, key: Hashable, prepare: Callable[[], Awaitable[Make]]) -> Page:
        make = await prepare()
        page = await self._run(make)
        self.pages.put(key, page)
        return page

    async def _run(self, make: Make) -> Page:
        executor = self._executor
        if executor is None:
            return await run_in_threadpool(make)
        try:
            return await asyncio.get_running_loop().run_in_executor(executor, make)
        except BrokenExecutor:  # somebody killed the process: do it here, and start another for the next
            if self._executor is executor:
                self._executor = _executor(self._processes)
            return await run_in_threadpool(make)


def _executor(processes: int) -> Executor | None:
    return ProcessPoolExecutor(processes, mp_context=get_context("spawn")) if processes else None
