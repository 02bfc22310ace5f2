"""Laying out: pages that take long are made in other processes, once for all who wait for them."""

import asyncio
import os
from collections.abc import Awaitable, Callable, Hashable
from concurrent.futures import BrokenExecutor, Executor, ProcessPoolExecutor
from multiprocessing import get_context

from starlette.concurrency import run_in_threadpool

from rashomon.web.cache import Page, Pages

Make = Callable[[], Page]
Prepare = Callable[[], Awaitable[Make]]
# Seconds that a reader waits for the newest page where the one before it is at hand.
PATIENCE = 0.1
# How much the process that lays out ahead gives way to all others.
_NICE = 10


class Layout:
    """Gives pages from the cache, or has them made: readers of other pages don't wait meanwhile."""

    def __init__(self, pages: Pages, processes: int) -> None:
        self.pages = pages
        self._now = _Workers(processes)
        self._ahead = _Workers(min(processes, 1), nice=_NICE)
        self._waiting: dict[Hashable, asyncio.Future[Page]] = {}
        self._last: dict[Hashable, Hashable] = {}

    async def page(
        self, key: Hashable, prepare: Prepare, *, group: Hashable = None, ahead: bool = False
    ) -> Page:
        """Return the page; `prepare` reads what it is made from, what it gives is called elsewhere.

        Where the page before it in its `group` is at hand, that one is given if the new one takes long.
        `ahead` is for pages that nobody waits for.
        """
        if found := self.pages.get(key):
            return found
        task = self._task(key, prepare, group, self._ahead if ahead else self._now)
        before = self.pages.get(self._last[group]) if group in self._last and not ahead else None
        try:
            return await asyncio.wait_for(asyncio.shield(task), PATIENCE if before else None)
        except TimeoutError:
            if before is None:
                raise
            return before

    def close(self) -> None:
        """End the processes."""
        self._now.close()
        self._ahead.close()

    def _task(
        self, key: Hashable, prepare: Prepare, group: Hashable, workers: "_Workers"
    ) -> "asyncio.Future[Page]":
        if key not in self._waiting:
            self._waiting[key] = asyncio.ensure_future(self._made(key, prepare, group, workers))
        return self._waiting[key]

    async def _made(self, key: Hashable, prepare: Prepare, group: Hashable, workers: "_Workers") -> Page:
        try:
            page = await workers.run(await prepare())
            self.pages.put(key, page)
            if group is not None:
                self._last[group] = key
            return page
        finally:
            self._waiting.pop(key, None)


class _Workers:
    """Processes that make pages; none where the server makes them itself."""

    def __init__(self, processes: int, *, nice: int = 0) -> None:
        self._processes, self._nice = processes, nice
        self._executor = self._started()

    async def run(self, make: Make) -> Page:
        executor = self._executor
        if executor is None:
            return await run_in_threadpool(make)
        try:
            return await asyncio.get_running_loop().run_in_executor(executor, make)
        except BrokenExecutor:  # somebody killed the process: do it here, and start another for the next
            if self._executor is executor:
                self._executor = self._started()
            return await run_in_threadpool(make)

    def close(self) -> None:
        if self._executor:
            self._executor.shutdown(wait=False, cancel_futures=True)

    def _started(self) -> Executor | None:
        if not self._processes:
            return None
        context = get_context("spawn")
        return ProcessPoolExecutor(
            self._processes, mp_context=context, initializer=os.nice, initargs=(self._nice,)
        )
