"""The tagger beside the parser: texts are read in threads of their own while the parser works."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from rashomon.annotate.quotes.tagger import TaggedText, available, tag

Reading = Callable[[], TaggedText | None]
THREADS = 2


class Reader:
    """Reads texts ahead of their use; where nothing is to be read with, every reading is None.

    Without threads each text is read when it is asked for.
    """

    def __init__(self, *, trained: bool = True, threads: int = THREADS) -> None:
        self._usable = trained and available()
        wanted = self._usable and threads > 0
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="tagger") if wanted else None

    def start(self, text: str) -> Reading:
        """Begin to read a text; call what comes back for its attributions."""
        if not self._usable:
            return lambda: None
        if self._pool is None:
            return lambda: tag(text)
        return self._pool.submit(tag, text).result
