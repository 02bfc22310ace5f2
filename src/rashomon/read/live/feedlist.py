"""Lists of feeds to watch: OPML as feed readers write it, or TOML with what we want of each."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from rashomon.model.errors import InputError, UsageError
from rashomon.read import limits
from rashomon.read.live.documents import read_document
from rashomon.read.live.faults import UrlRefused
from rashomon.read.live.urls import normal
from rashomon.read.loading import load, opened
from rashomon.read.sources import is_address
from rashomon.text.encoding import decode

_AN_ADDRESS = (
    'feeds are named in a list, not in the call: write [[feed]] and under it url = "https://..." into a .toml'
    " file, and give that"
)
_KEYS = {"url", "title", "outlet", "every", "text"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """One feed to watch. `every` is in minutes; `outlet` names the publisher of all that it announces.

    `text` says where an article's words are taken from: its page, or the feed where that carries them
    whole.
    """

    url: str
    title: str | None = None
    outlet: str | None = None
    every: int | None = None
    text: Literal["page", "feed"] = "page"


def feeds_in(path: Path) -> tuple[Watched, ...]:
    """Read a list, each feed once; raises UsageError where it is none or a feed in it is unusable."""
    if is_address(path):
        raise UsageError(_AN_ADDRESS)
    try:
        with opened(path) as stream:
            data = load(stream, most=limits.ARTICLE)
        found = _toml(decode(data)) if path.suffix.casefold() == ".toml" else _opml(data)
        feeds = {feed.url: feed for feed in reversed(list(found))}
    except (InputError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"{path}: {error}") from error
    if not feeds:
        raise UsageError(f"{path}: it names no feed")
    return tuple(reversed(feeds.values()))


def _opml(data: bytes) -> Iterator[Watched]:
    document = read_document(data, url=None)
    if document is None or document.kind != "list":
        raise InputError("it is no list of feeds: give OPML, or TOML with [[feed]] tables")
    for entry in document.entries:
        if entry.url is None:
            raise UrlRefused(f"{entry.id} is no http or https address")
        yield Watched(url=entry.url, title=entry.title)


def _toml(text: str) -> Iterator[Watched]:
    tables = tomllib.loads(text).get("feed")
    if not isinstance(tables, list):
        raise InputError('it names no feed: write [[feed]] and under it url = "https://..."')
    for number, table in enumerate(tables, start=1):
        try:
            yield _feed(table)
        except InputError as error:
            raise InputError(f"feed {number}: {error}") from error


def _feed(table: object) -> Watched:
    if not isinstance(table, Mapping):
        raise InputError('write [[feed]] and under it url = "https://..."')
    if unknown := sorted(set(table) - _KEYS):
        raise InputError(f"it has no key {unknown[0]!r}, only {', '.join(sorted(_KEYS))}")
    every, text = table.get("every"), table.get("text", "page")
    if every is not None and (not isinstance(every, int) or isinstance(every, bool) or every < 1):
        raise InputError("`every` is a number of minutes, at least 1")
    if text not in {"page", "feed"}:
        raise InputError('`text` is "page" or "feed"')
    names = {key: table.get(key) for key in ("title", "outlet")}
    if wrong := [key for key, value in names.items() if value is not None and not isinstance(value, str)]:
        raise InputError(f"`{wrong[0]}` is a text")
    url = normal(str(table.get("url") or ""))
    return Watched(url=url, title=names["title"], outlet=names["outlet"], every=every, text=text)
