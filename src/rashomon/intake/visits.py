"""One visit of a watched feed: what it announces is fetched where it is due, and remembered."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from time import time

from rashomon.intake.feedstate import FeedState
from rashomon.intake.pages import Pages, entry_arrived
from rashomon.intake.pagestate import PageState
from rashomon.intake.together import side_by_side
from rashomon.model import Failure
from rashomon.model.errors import InputError
from rashomon.read import limits
from rashomon.read.live.documents import announced_feed, read_document, unpacked
from rashomon.read.live.entries import Document, Entry
from rashomon.read.live.faults import FetchError
from rashomon.read.live.urls import is_url
from rashomon.read.live.web import Answer
from rashomon.store import Input

_KINDS = {"feed", "sitemap"}


class Visits:
    """Visits feeds; `recheck` is after how many seconds an article that did not change is asked for again."""

    def __init__(self, pages: Pages, *, recheck: float, clock: Callable[[], float] = time) -> None:
        self._pages = pages
        self._book = pages.book
        self._recheck = recheck
        self._clock = clock

    async def visit(self, state: FeedState) -> FeedState:
        """Visit the feed once and store what is to be remembered; never raises for what a server does."""
        url = state.watched.url
        payload = {"feed": url}
        try:
            answer = await self._pages.web.fetch(state.address, most=limits.FEED, validators=state.validators)
            document = await self._pages.at_desk(partial(_document, answer))
        except FetchError as fault:
            self._book.expect(1)
            await self._pages.at_desk(partial(self._book.fault, url, fault, payload=payload))
            return await self._remember(state.failed(fault, self._clock()))
        except InputError as error:
            self._book.expect(1)
            failure = Failure(url, "fetch", str(error))
            await self._pages.at_desk(partial(self._book.fail, failure, kind="bad feed", payload=payload))
            return await self._remember(state.failed(FetchError(str(error)), self._clock()))
        await self._pages.at_desk(partial(self._book.writer.solved, url, "fetch"))
        entries = await self._announced(state, document)
        pages = await self._due(state, document, entries)
        return await self._remember(self._visited(state, answer, document, pages))

    def _visited(
        self, state: FeedState, answer: Answer, document: Document | None, pages: dict[str, PageState]
    ) -> FeedState:
        lasting = answer.lasting if answer.lasting != state.watched.url else None
        wait = document.wait if document else 0.0
        given = answer.validators if document or answer.validators.headers() else state.validators
        seen = replace(state, pages=pages, faults=0, etag=given.etag, modified=given.modified, moved=lasting)
        return replace(seen, due=seen.next_due(self._clock(), wait))

    async def _remember(self, state: FeedState) -> FeedState:
        await self._pages.at_desk(lambda: self._book.writer.put_feed(state.feed()))
        return state

    async def _announced(self, state: FeedState, document: Document | None) -> dict[str, Entry]:
        """The entries by name, with a failure for whatever is wrong with the feed itself."""
        if document is None:
            return {}
        await self._pages.at_desk(partial(self._book.writer.solved, state.watched.url, "feed"))
        for kind, reason in _complaints(document):
            failure = Failure(state.watched.url, "feed", f"{kind}: {reason}")
            note = partial(
                self._book.fail, failure, kind=kind, payload={"feed": state.watched.url}, counted=False
            )
            await self._pages.at_desk(note)
        return {entry.name: entry for entry in document.entries if entry.name}

    async def _due(
        self, state: FeedState, document: Document | None, entries: dict[str, Entry]
    ) -> dict[str, PageState]:
        """Fetch what is due; returns all pages to remember."""
        known = state.pages
        pages = dict(known) if document is None else {}
        pages |= {name: page for name, page in known.items() if page.faults and page.due is not None}
        for name, entry in entries.items():
            whole = _is_whole(entry, state)
            pages[name] = PageState.announced(entry, known.get(name), whole=whole)
        due = [name for name, page in pages.items() if page.is_due(self._clock())]
        self._book.expect(len(due))
        done = await side_by_side(self._page(state, name, pages[name], entries.get(name)) for name in due)
        return {**pages, **dict(zip(due, done, strict=True))}

    async def _page(self, state: FeedState, name: str, page: PageState, entry: Entry | None) -> PageState:
        """Fetch one page, or take it from the feed; returns what to remember of it."""
        watched = state.watched
        payload = {"feed": watched.url, "url": name} if is_url(name) else {"feed": watched.url}
        input = Input(name, page.mark)
        known = {"outlet": watched.outlet} if watched.outlet else {}
        if entry is not None and _is_whole(entry, state):
            arrived = entry_arrived(entry, feed=watched.url, hints=page.said, known=known)
            await self._pages.keep(arrived, address=arrived.hints.get("url"), payload=payload, input=input)
            return replace(page, due=None)
        if page.due == 0.0 and await self._pages.at_desk(partial(self._book.is_seen, input)):
            await self._pages.at_desk(
                lambda: self._book.count(same=1)
            )  # read before the last run was cut off
            return page.fetched(page.validators, now=self._clock(), changed=True, recheck=self._recheck)
        try:
            got = await self._pages.fetch(
                name,
                payload=payload,
                input=input,
                validators=page.validators,
                hints=page.said,
                known=known,
            )
        except FetchError as fault:
            await self._pages.at_desk(partial(self._book.fault, name, fault, payload=payload, input=input))
            return page.failed(now=self._clock(), again=fault.again)
        if page.faults:
            await self._pages.at_desk(partial(self._book.writer.solved, name, "fetch"))
        now = self._clock()
        return page.fetched(got.validators, now=now, changed=got.changed, recheck=self._recheck)


def _is_whole(entry: Entry, state: FeedState) -> bool:
    """Whether the entry itself is the article, and not the page that it leads to."""
    return bool(entry.content) and (state.watched.text == "feed" or entry.url is None)


def _document(answer: Answer) -> Document | None:
    """The feed that came, None where it has not changed; raises InputError where it is no feed."""
    if answer.body is None:
        return None
    data = unpacked(answer.body, most=limits.FEED)
    document = read_document(data, url=answer.url, charset=answer.charset)
    if document is None or document.kind not in _KINDS:
        what = "a page" if document is None else f"a {document.kind}"
        if document is None and (feed := announced_feed(data, answer.url)):
            raise InputError(f"no feed: a page came instead of a feed: watch {feed}, which it names")
        raise InputError(
            f"no feed: {what} came instead of a feed or news sitemap: look for the feed's address"
        )
    if document.mended and not document.entries:
        raise InputError(f"bad feed: it is broken and no entry can be read ({document.mended})")
    return document


def _complaints(document: Document) -> list[tuple[str, str]]:
    """What is wrong with a feed that can be read all the same."""
    found = []
    if document.mended:
        found.append(("broken feed", f"entries may be missing ({document.mended})"))
    if document.left_out:
        found.append(("entries left out", f"{document.left_out} have no link and no text, or are too many"))
    if document.doubled:
        found.append(("doubled ids", f"different pages bear one id, each was read: {document.doubled}"))
    return found
