"""Read: files, folders and streams to articles, each with the map back to what arrived."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from rashomon.model import Article, Failure
from rashomon.model.errors import InputError
from rashomon.read.build import build_article
from rashomon.read.formats import arrivals, record_of
from rashomon.read.loading import opened
from rashomon.read.metadata import Metadata
from rashomon.read.records import Arrived
from rashomon.read.sources import ARCHIVES, STANDARD_INPUT, Source, sources, suffix

__all__ = ["Arrived", "arrivals_in", "articles_of", "read_paths"]


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
    for arrived in arrivals_in(paths, metadata=metadata, stdin=stdin):
        yield from [arrived] if isinstance(arrived, Failure) else articles_of(arrived)


def arrivals_in(
    paths: Sequence[str | Path],
    *,
    metadata: str | Path | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Arrived | Failure]:
    """Yield what lies under the paths, an article at a time, as it came; `articles_of` reads it."""
    known = Metadata(metadata)
    yield from known.failures()
    for source in sources(paths):
        if isinstance(source, Failure):
            yield source
            continue
        row = known.of(source.path)
        yield from known.failures()
        for arrived in _arrivals(source, stdin):
            if isinstance(arrived, Failure):
                yield arrived
            else:
                yield replace(arrived.with_metadata(row), source=source.name)
    for path in paths:
        if str(path) != STANDARD_INPUT and Path(path).is_dir():
            yield from known.unused(Path(path))


def articles_of(arrived: Arrived) -> Iterator[Article | Failure]:
    """Yield the article that came, and a failure for each part of it that can't be used, or for all."""
    try:
        article, failures = build_article(record_of(arrived))
    except InputError as error:
        yield Failure(arrived.name, "read", str(error))
        return
    yield article
    yield from failures


def _arrivals(source: Source, stdin: BinaryIO | None) -> Iterator[Arrived | Failure]:
    try:
        if source.path is None:
            yield from arrivals(stdin if stdin is not None else sys.stdin.buffer, source)
        else:
            with opened(source.path, unpack=suffix(source.path) not in ARCHIVES) as stream:
                yield from arrivals(stream, source)
    except InputError as error:
        yield Failure(source.name, "read", str(error))
