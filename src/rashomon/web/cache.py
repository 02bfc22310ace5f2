"""Pages laid out once: the newest kept in memory, compressed, up to a number of bytes."""

import gzip
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from threading import Lock
from typing import Any, TypeVar, cast

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it is sent: gzipped, with the tag that a browser gives back to ask whether it changed."""

    body: bytes
    tag: str

    @property
    def plain(self) -> bytes:
        """The page for a client that can't unpack."""
        return gzip.decompress(self.body)


class Pages:
    """A cache that forgets what was asked for longest ago. Safe to use from several threads."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._held = 0
        self._pages: OrderedDict[Hashable, Page] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable) -> Page | None:
        """Return the page, and count it as asked for."""
        with self._lock:
            page = self._pages.get(key)
            if page:
                self._pages.move_to_end(key)
            return page

    def put(self, key: Hashable, page: Page) -> None:
        """Keep the page; what was asked for longest ago makes room."""
        with self._lock:
            old = self._pages.pop(key, None)
            self._pages[key] = page
            self._held += len(page.body) - (len(old.body) if old else 0)
            while self._held > self._size and len(self._pages) > 1:
                _, gone = self._pages.popitem(last=False)
                self._held -= len(gone.body)

    def __contains__(self, key: Hashable) -> bool:
        return key in self._pages

    def __len__(self) -> int:
        return len(self._pages)


class Lately:
    """Answers that take long and may be some seconds old: counts over the whole store."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._answers: dict[Hashable, tuple[float, Any]] = {}
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return the answer, made anew if it is too old; meanwhile the others get the old one."""
        found = self._answers.get(key)
        if found and time.monotonic() - found[0] <= self._seconds:
            return cast(T, self._answers[key][1])
        if not self._lock.acquire(blocking=found is None):
            return cast(T, self._answers[key][1])
        try:
            found = self._answers.get(key)
            if not found or time.monotonic() - found[0] > self._seconds:
                self._answers[key] = time.monotonic(), make()
        finally:
            self._lock.release()
        return cast(T, self._answers[key][1])
