"""`add`: files, folders, archives, pages, feeds, sitemaps and lists, read once into a store."""

import asyncio
import re
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path

from rashomon.intake.book import Book, Tally
from rashomon.intake.following import Following, document_in
from rashomon.intake.pages import Pages
from rashomon.intake.runs import Report, running, silent
from rashomon.intake.together import side_by_side
from rashomon.model import Article, Failure
from rashomon.model.errors import InputError, NothingRead
from rashomon.read import arrivals_in, read_paths
from rashomon.read.live.feedlist import feeds_in
from rashomon.read.live.manners import Manners
from rashomon.read.live.urls import is_url
from rashomon.read.live.web import Web
from rashomon.read.sources import STANDARD_INPUT
from rashomon.store import Store

_LISTS = (".opml", ".toml")
_PLACE = re.compile(r"[#:]\d+$")
_FEEDS = (".rss", ".atom", ".xml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """What to add, by kind: paths of articles, addresses on the web, files that hold feeds."""

    paths: tuple[str, ...]
    urls: tuple[str, ...]
    feeds: tuple[Path, ...]

    @classmethod
    def of(cls, given: Sequence[str]) -> "Sources":
        """Sort what was given; raises UsageError where a list of feeds can't be read."""
        urls = [text for text in given if is_url(text)]
        paths = [text for text in given if not is_url(text)]
        lists = [path for path in paths if path.casefold().endswith(_LISTS)]
        feeds = [path for path in paths if path.casefold().endswith(_FEEDS)]
        named = [feed.url for path in lists for feed in feeds_in(Path(path))]
        rest = [path for path in paths if path not in lists and path not in feeds]
        return cls(paths=tuple(rest), urls=(*urls, *named), feeds=tuple(Path(path) for path in feeds))


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """How to add; `metadata` is a file about the files."""

    metadata: Path | None = None
    manners: Manners = field(default_factory=Manners)


def look(given: Sequence[str], *, metadata: Path | None = None) -> None:
    """Raise NothingRead where no article can come of what was given: asked before a store is made for it.

    Reads as far as the first article. What an address gives is seen when it is asked, and standard input
    can be read but once: with these there may be one.
    """
    sources = Sources.of(given)
    if sources.urls or STANDARD_INPUT in sources.paths:
        return
    failures: list[Failure] = []
    for item in read_paths(sources.paths, metadata=metadata):
        if isinstance(item, Article):
            return
        failures.append(item)
    for path in sources.feeds:
        try:
            document_in(path)
        except InputError as error:
            failures.append(Failure(str(path), "read", str(error)))
        else:
            return
    raise NothingRead(failures)


def add(store: Store, given: Sequence[str], order: Order, *, report: Report = silent) -> Tally:
    """Read everything into the store, each input once; returns the run's tally.

    Stopped at any point and started again, it goes on where it was and keeps nothing twice.
    """
    sources = Sources.of(given)
    with running(store, "add", given, stage="read", report=report) as book:
        if sources.paths:
            add_paths(book, sources.paths, metadata=order.metadata)
        if sources.urls or sources.feeds:
            asyncio.run(add_web(book, sources.urls, sources.feeds, order.manners))
    return book.tally


def add_paths(
    book: Book,
    paths: Sequence[str],
    *,
    metadata: Path | None = None,
    only: Mapping[str, str] | None = None,
) -> None:
    """Read files and folders, each input unless it was read when it held the same.

    `only` names the inputs to read, and these in any case: by their names here, what the store calls them.
    """
    if only is None and STANDARD_INPUT not in paths:
        book.expect(sum(1 for _ in arrivals_in(paths, metadata=metadata)))
    for arrived in arrivals_in(paths, metadata=metadata):
        name = arrived.input if isinstance(arrived, Failure) else arrived.name
        if only is not None and name not in only:
            continue
        known_as = only[name] if only else name
        if isinstance(arrived, Failure):
            payload = _payload(name, _file_of(name), metadata)
            book.fail(replace(arrived, input=known_as), kind="no input", payload=payload)
        else:
            payload = _payload(name, arrived.source, metadata)
            arrived = replace(arrived, name=known_as)
            book.take(arrived, payload=payload, force=only is not None)


async def add_web(book: Book, urls: Sequence[str], feeds: Sequence[Path], manners: Manners) -> None:
    """Read what the addresses lead to, side by side, each host asked one thing at a time."""
    with ThreadPoolExecutor(1, thread_name_prefix="desk") as desk:
        async with Web(manners) as web:
            following = Following(Pages(web, book, desk))
            await side_by_side(
                [
                    *(following.follow(url) for url in dict.fromkeys(urls)),
                    *(following.file(path) for path in feeds),
                ]
            )


def _payload(name: str, source: str, metadata: Path | None) -> dict[str, str]:
    """What it takes to read this input again, from any folder."""
    given = {"path": source, "name": name, "metadata": metadata}
    return {key: str(Path(value).absolute()) for key, value in given.items() if value}


def _file_of(name: str) -> str:
    """The file that an input lies in, which is named `file`, `file:3`, `file#3` or `file/archive#3`."""
    path = Path(name)
    candidates = (path, Path(_PLACE.sub("", name)), *path.parents)
    return str(next((each for each in candidates if each.is_file()), path))
