"""Read: files, folders and streams to articles, each with the map back to what arrived."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from rashomon.model import Article, Failure
from rashomon.model.errors import InputError
from rashomon.read.build import build_article
from rashomon.read.formats import records
from rashomon.read.loading import opened
from rashomon.read.metadata import Metadata
from rashomon.read.records import Record
from rashomon.read.sources import STANDARD_INPUT, Source, sources

__all__ = ["read_paths"]


def read_paths(
    paths: Sequence[str | Path],
    *,
    metadata: str | Path | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Article | Failure]:
    """Yield every article under the paths, and a failure for each input that can't be read.

    Paths are files, folders and `-` for standard input. `metadata` is a CSV or JSON file about
    them, besides those that lie in their folders. Raises nothing for what an input holds.
    """
    known = Metadata(metadata)
    yield from known.failures()
    for source in sources(paths):
        if isinstance(source, Failure):
            yield source
            continue
        row = known.of(source.path)
        yield from known.failures()
        for record in _records(source, stdin):
            yield from [record] if isinstance(record, Failure) else _articles(record.with_metadata(row))
    for path in paths:
        if str(path) != STANDARD_INPUT and Path(path).is_dir():
            yield from known.unused(Path(path))


def _records(source: Source, stdin: BinaryIO | None) -> Iterator[Record | Failure]:
    try:
        if source.path is None:
            yield from records(stdin if stdin is not None else sys.stdin.buffer, source)
        else:
            with opened(source.path) as stream:
                yield from records(stream, source)
    except InputError as error:
        yield Failure(source.name, "read", str(error))


def _articles(record: Record) -> Iterator[Article | Failure]:
    try:
        article, failures = build_article(record)
    except InputError as error:
        yield Failure(record.file, "read", str(error))
        return
    yield article
    yield from failures
