"""Read: files, folders and streams to articles, each with the map back to what arrived."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from rashomon.model import Article, Failure, OffsetMap
from rashomon.model.identity import content_id

__all__ = ["read_paths"]


def read_paths(paths: Sequence[str | Path]) -> Iterator[Article | Failure]:
    """Yield every article under the paths, and a failure for each input that can't be read."""
    for path in paths:
        text = Path(path).read_text(encoding="utf-8")
        yield Article(
            id=content_id("a", text),
            file=str(path),
            text=text,
            raw=text,
            offsets=OffsetMap(((0, 0, len(text)),)),
            language="en",
            title=text.strip().splitlines()[0],
        )
