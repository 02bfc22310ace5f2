"""Laying out: pages that take long are made in other processes, once for all who wait for them."""

import asyncio
from collections.abc import Callable, Hashable
from concurrent.futures import BrokenExecutor, Executor, ProcessPoolExecutor
from multiprocessing import get_context

from starlette.concurrency import run_in_threadpool

from rashomon.web.cache import Page, Pages
from rashomon.web.children import deaf, end_with_parent

Make = Callable[[], Page]
# Seconds that a reader waits for the newest page where the one before it is at hand.
PATIENCE = 0.1


class Layout:
    """Gives pages from memory, or has them made: readers of other pages don't wait meanwhile.

    `ready` is what each process does once, before it makes a page; with no processes the server makes them.
    """

    def __init__(self, pages: Pages, processes: int, *, ready: Callable[[], None] | None = None) -> None:
        self.pages = pages
        self._processes = processes
        self._ready = ready
        self._executor = self._started()
        self._waiting: dict[Hashable, asyncio.Future[Page]] = {}

    async def page(self, key: Hashable, make: Make, *, before: Page | None = None) -> Page:
        """Return the page; `make` is called elsewhere. If that takes long, the page `before` it is given."""
        if found := self.pages.get(key):
            return found
        task = self._task(key, make)
        try:
            return await asyncio.wait_for(asyncio.shield(task), PATIENCE if before else None)
        except TimeoutError:
            if before is None:
                raise
            return before

    def close(self) -> None:
        """End the processes."""
        if self._executor:
            self._executor.shutdown(wait=False, cancel_futures=True)

    def _task(self, key: Hashable, make: Make) -> "asyncio.Future[Page]":
        if key not in self._waiting:
            self._waiting[key] = asyncio.ensure_future(self._made(key, make))
        return self._waiting[key]

    async def _made(self, key: Hashable, make: Make) -> Page:
        try:
            page = await self._run(make)
            self.pages.put(key, page)
            return page
        finally:
            self._waiting.pop(key, None)

    async def _run(self, make: Make) -> Page:
        executor = self._executor
        if executor is None:
            return await run_in_threadpool(make)
        try:
            return await asyncio.get_running_loop().run_in_executor(executor, make)
        except BrokenExecutor:  # somebody killed the process: do it here, and start another for the next
            if self._executor is executor:
                self._executor = self._started()
            return await run_in_threadpool(make)

    def _started(self) -> Executor | None:
        if not self._processes:
            return None
        found = ProcessPoolExecutor(
            self._processes, mp_context=get_context("spawn"), initializer=end_with_parent
        )
        if self._ready:  # a process starts with its first task: not with that of the first reader
            with deaf():
                for _ in range(self._processes):
                    found.submit(self._ready)
        return found
