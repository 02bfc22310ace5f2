"""Entries: what a feed, a news sitemap or a list says about one page, before the page is fetched."""

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC
from email.utils import parsedate_to_datetime
from typing import Literal

from rashomon.model.identity import content_id
from rashomon.read.live.faults import UrlRefused
from rashomon.read.live.urls import normal

DocumentKind = Literal["feed", "sitemap", "sitemap index", "list"]

MOST_ENTRIES = 5_000
"""Entries of one document: a feed has some dozens, a news sitemap up to a thousand."""

_TAG = re.compile(r"<[^>]{1,500}>")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One page as its feed announces it. `url` is None where the feed gives no usable link.

    `content` is the whole text as HTML where the feed carries it. `published` is ISO 8601 where the
    feed's date could be read as such.
    """

    url: str | None
    id: str | None = None
    title: str | None = None
    published: str | None = None
    updated: str | None = None
    byline: str | None = None
    summary: str | None = None
    content: str | None = None

    @property
    def mark(self) -> str:
        """Changes when the feed says that the page has changed.

        Where it tells the time of the last change, that counts; a summary may be made anew each time.
        """
        return content_id("e", self.title, self.published, self.updated or self.summary)

    @property
    def whole_mark(self) -> str:
        """Changes when anything in the entry changes: for one that is itself the article."""
        return content_id("e", self.mark, self.summary, self.content)

    @property
    def name(self) -> str | None:
        """What the entry is known by: its page, or where it has none its id."""
        return self.url or self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A feed, sitemap or list of feeds. `wait` is the seconds that it wants to be left alone."""

    kind: DocumentKind
    title: str | None = None
    entries: tuple[Entry, ...] = ()
    wait: float = 0.0
    left_out: int = 0
    """Entries over the limit, or without page, id and text."""
    doubled: str | None = None
    """An id that several pages bear."""
    mended: str | None = None
    """What was broken in it, so that entries may be missing."""


def document(
    kind: DocumentKind, entries: Iterable[Entry], *, title: str | None = None, wait: float = 0.0
) -> Document:
    """Make a document of the first entries that can be named, each page once, and count the others."""
    kept: dict[str, Entry] = {}
    left_out = 0
    for entry in entries:
        if entry.name is None or (entry.url is None and not entry.content) or len(kept) >= MOST_ENTRIES:
            left_out += entry.name is None or entry.name not in kept
        else:
            kept.setdefault(entry.name, entry)
    entries = tuple(kept.values())
    doubled = _doubled(entries)
    return Document(kind=kind, title=title, entries=entries, wait=wait, left_out=left_out, doubled=doubled)


def _doubled(entries: Iterable[Entry]) -> str | None:
    seen: set[str] = set()
    for entry in entries:
        if entry.id in seen:
            return entry.id
        if entry.id:
            seen.add(entry.id)
    return None


def link(text: str | None, base: str | None) -> str | None:
    """The link as an absolute URL, or None where it is no page of the web."""
    if not text or not text.strip():
        return None
    try:
        return normal(text, base=base)
    except UrlRefused:
        return None


def moment(text: str | None) -> str | None:
    """A feed's date as ISO 8601 where it is one of the mail format; else as it stands."""
    if not text:
        return None
    text = " ".join(text.split())
    if text[:1].isdigit() and text[:4].isdigit():
        return text
    try:
        found = parsedate_to_datetime(text)
    except (ValueError, IndexError, OverflowError):
        return text
    return (found if found.tzinfo else found.replace(tzinfo=UTC)).isoformat()


def plain(text: str | None) -> str | None:
    """A title or name on one line, without markup."""
    if not text:
        return None
    return " ".join(html.unescape(_TAG.sub(" ", html.unescape(text))).split()) or None
