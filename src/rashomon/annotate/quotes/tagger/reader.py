"""The tagger beside the parser: texts are read in threads of their own while the parser works."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from rashomon.annotate.quotes.tagger import Attribution, available, tag

Reading = Callable[[], tuple[Attribution, ...] | None]
THREADS = 2


class Reader:
    """Reads texts ahead of their use; where nothing is to be read with, every reading is None."""

    def __init__(self, *, trained: bool = True, threads: int = THREADS) -> None:
        usable = trained and available()
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="tagger") if usable else None

    def start(self, text: str) -> Reading:
        """Begin to read a text; call what comes back for its attributions."""
        if self._pool is None:
            return lambda: None
        return self._pool.submit(tag, text).result
