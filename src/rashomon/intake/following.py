"""An address given by hand: followed to the pages that it is, or announces, without watching it."""

from functools import partial
from pathlib import Path

from rashomon.intake.pages import Pages, entry_arrived, page_arrived
from rashomon.intake.together import side_by_side
from rashomon.model import Failure
from rashomon.model.errors import InputError
from rashomon.read import limits
from rashomon.read.live.documents import read_document, unpacked
from rashomon.read.live.entries import Document, Entry
from rashomon.read.live.faults import FetchError, TooLarge
from rashomon.read.live.urls import address_of
from rashomon.read.live.web import Answer
from rashomon.read.loading import load, opened
from rashomon.store import Input

# A list of feeds leads to feeds, an index of sitemaps to sitemaps, and these to pages: no way is longer.
_DEEPEST = 3


class Following:
    """Follows addresses, each once."""

    def __init__(self, pages: Pages) -> None:
        self._pages = pages
        self._book = pages.book
        self._met: set[str] = set()

    async def follow(self, url: str, *, depth: int = 0) -> None:
        """Read what the address leads to; never raises for what a server does."""
        if url in self._met:
            return
        self._met.add(url)
        self._book.expect(1)
        payload = {"url": url}
        try:
            answer = await self._pages.web.fetch(url, most=limits.FEED)
            document = await self._pages.at_desk(partial(_document, answer))
        except FetchError as fault:
            await self._pages.at_desk(partial(self._book.fault, url, fault, payload=payload))
        except InputError as error:
            failure = Failure(url, "fetch", str(error))
            await self._pages.at_desk(partial(self._book.fail, failure, kind="bad feed", payload=payload))
        else:
            if document is None and len(answer.body or b"") > limits.ARTICLE:
                large = TooLarge(f"it holds more than {limits.megabytes(limits.ARTICLE)}, and is no feed")
                await self._pages.at_desk(partial(self._book.fault, url, large, payload=payload))
            elif document is None:
                arrived = page_arrived(url, answer, hints={}, known={})
                await self._pages.keep(arrived, address=address_of(answer.lasting), payload=payload)
            else:
                await self._pages.at_desk(lambda: self._book.count(same=1))
                await self._document(document, url, depth)

    async def file(self, path: Path) -> None:
        """Read a feed that lies in a file."""
        self._book.expect(1)
        try:
            document = document_in(path)
        except InputError as error:
            failure = Failure(str(path), "read", str(error))
            note = partial(self._book.fail, failure, kind="bad feed", payload={"path": str(path.absolute())})
            await self._pages.at_desk(note)
            return
        await self._pages.at_desk(lambda: self._book.count(same=1))
        await self._document(document, str(path), 0)

    async def _document(self, document: Document, source: str, depth: int) -> None:
        if document.kind in {"sitemap index", "list"}:
            urls = [entry.url for entry in document.entries if entry.url] if depth < _DEEPEST else []
            await side_by_side(self.follow(url, depth=depth + 1) for url in urls)
            return
        entries = [entry for entry in document.entries if (entry.name or "") not in self._met]
        self._met.update(entry.name or "" for entry in entries)
        self._book.expect(len(entries))
        await side_by_side(self._entry(entry, source) for entry in entries)

    async def _entry(self, entry: Entry, source: str) -> None:
        name = entry.name or source
        input = Input(name, entry.mark if entry.url else entry.whole_mark)
        payload = {"url": entry.url, "feed": source} if entry.url else {"feed": source}
        if await self._pages.at_desk(partial(self._book.is_seen, input)):
            await self._pages.at_desk(lambda: self._book.count(same=1))
            return
        said = {"title": entry.title, "published": entry.published, "byline": entry.byline}
        hints = {key: value for key, value in said.items() if value}
        if entry.url is None:
            arrived = entry_arrived(entry, feed=source, hints=hints, known={})
            await self._pages.keep(arrived, address=None, payload=payload, input=input)
            return
        try:
            await self._pages.fetch(entry.url, payload=payload, input=input, hints=hints)
        except FetchError as fault:
            await self._pages.at_desk(partial(self._book.fault, name, fault, payload=payload, input=input))


def document_in(path: Path) -> Document:
    """Return the feed, sitemap or list that lies in a file; raises InputError where it holds none."""
    with opened(path) as stream:
        document = read_document(load(stream, most=limits.FEED), url=None)
    if document is None:
        raise InputError("it is neither a feed nor a sitemap nor a list of feeds")
    return document


def _document(answer: Answer) -> Document | None:
    """The feed, sitemap or list that came; None for a page."""
    data = unpacked(answer.body or b"", most=limits.FEED)
    return read_document(data, url=answer.url, charset=answer.charset)
