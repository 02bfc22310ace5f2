"""One page or one entry of a feed: fetched, read, kept, or noted as failed."""

import asyncio
from collections.abc import Callable, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass
from html import escape
from typing import TypeVar

from rashomon.intake.book import Book, Payload
from rashomon.read import Arrived, limits
from rashomon.read.live.entries import Entry
from rashomon.read.live.urls import address_of
from rashomon.read.live.web import Answer, Validators, Web
from rashomon.read.records import HTML, TEXT
from rashomon.store import Input

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Got:
    """What one page gave: its validators, and whether its text was new to the store."""

    validators: Validators
    changed: bool


class Pages:
    """Fetches pages and hands them to the book. All reading and writing happens in `desk`, one thread."""

    def __init__(self, web: Web, book: Book, desk: Executor) -> None:
        self.web = web
        self.book = book
        self._desk = desk

    async def at_desk(self, work: Callable[[], T]) -> T:
        """Do the work in the thread that reads and writes."""
        return await asyncio.get_running_loop().run_in_executor(self._desk, work)

    async def fetch(
        self,
        url: str,
        *,
        payload: Payload,
        input: Input | None = None,
        validators: Validators | None = None,
        hints: Mapping[str, str] | None = None,
        known: Mapping[str, str] | None = None,
    ) -> Got:
        """Fetch one page and keep its article; raises FetchError where it can't be fetched."""
        answer = await self.web.fetch(url, most=limits.ARTICLE, validators=validators)
        if answer.body is None:
            await self.at_desk(lambda: self.book.count(same=1))
            return Got(
                answer.validators if answer.validators.headers() else validators or Validators(), False
            )
        arrived = page_arrived(url, answer, hints=hints or {}, known=known or {})
        new = await self.keep(arrived, address=address_of(answer.lasting), payload=payload, input=input)
        return Got(answer.validators, new)

    async def keep(
        self, arrived: Arrived, *, address: str | None, payload: Payload, input: Input | None = None
    ) -> bool:
        """Read what came and keep it; whether that gave a new article."""
        taken = await self.at_desk(
            lambda: self.book.take(
                arrived,
                payload=payload,
                input=input,
                address=address,
                force=True,
            )
        )
        return taken.new


def page_arrived(url: str, answer: Answer, *, hints: Mapping[str, str], known: Mapping[str, str]) -> Arrived:
    """What a page gave, with what its feed says of it."""
    return Arrived(
        name=url,
        body=answer.body or b"",
        media=TEXT if answer.media == "text/plain" else HTML,
        source=url,
        charset=answer.charset,
        hints={"url": address_of(answer.url), **hints},
        known=known,
    )


def entry_arrived(entry: Entry, *, feed: str, hints: Mapping[str, str], known: Mapping[str, str]) -> Arrived:
    """What an entry gave that carries its whole text, as a page."""
    title = f"<h1>{escape(entry.title)}</h1>" if entry.title else ""
    head = f"<title>{escape(entry.title or '')}</title>"
    body = f"<html><head>{head}</head><body><article>{title}{entry.content}</article></body></html>"
    url = {"url": address_of(entry.url)} if entry.url else {}
    return Arrived(
        name=entry.name or feed,
        body=body.encode("utf-8", "replace"),
        media=HTML,
        source=feed,
        hints={**url, **hints},
        known=known,
    )
