"""Pages laid out once: the newest kept in memory, compressed, up to a number of bytes."""

import gzip
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from threading import Lock, Thread
from typing import Any, TypeVar, cast

from rashomon.model.errors import RashomonError

T = TypeVar("T")

# How many times as old as it may be an answer is given while it is made anew.
_LONG = 30


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
    """Answers that take long and may be some seconds old: counts over the whole store.

    Who asks for an answer that is too old gets it all the same, and it is made anew beside; only who asks for
    one that is not there, or was not asked for in a long while, waits.
    """

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._answers: dict[Hashable, tuple[float, Any]] = {}
        self._making: set[Hashable] = set()
        self._lock, self._first = Lock(), Lock()

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return the answer; `make` may be called in another thread, later."""
        found = self._answers.get(key)
        age = time.monotonic() - found[0] if found else None
        if found is None or age is None or age > _LONG * self._seconds:
            return self._made(key, make)
        if age > self._seconds and self._begins(key):
            Thread(target=self._refresh, args=(key, make), daemon=True).start()
        return cast(T, found[1])

    def _made(self, key: Hashable, make: Callable[[], T]) -> T:
        asked = time.monotonic()
        with self._first:  # one who waits makes it for all
            found = self._answers.get(key)
            if found is None or found[0] < asked:
                self._answers[key] = time.monotonic(), make()
            return cast(T, self._answers[key][1])

    def _begins(self, key: Hashable) -> bool:
        with self._lock:
            begins = key not in self._making
            self._making.add(key)
            return begins

    def _refresh(self, key: Hashable, make: Callable[[], Any]) -> None:
        try:
            self._answers[key] = time.monotonic(), make()
        except RashomonError:
            pass  # the store is away: the pages say so, and who asks next tries again
        finally:
            with self._lock:
                self._making.discard(key)
