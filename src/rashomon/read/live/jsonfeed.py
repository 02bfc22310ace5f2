"""JSON Feed (1, 1.1) to entries."""

from collections.abc import Mapping
from html import escape

from rashomon.model.errors import InputError
from rashomon.read.live.entries import Document, Entry, document, link, moment, plain
from rashomon.read.records import field_text


def is_json_feed(value: object) -> bool:
    """Whether the parsed JSON says that it is a JSON Feed."""
    return isinstance(value, dict) and "jsonfeed.org/version" in str(value.get("version", ""))


def json_feed(value: Mapping[str, object], url: str | None) -> Document:
    """Read a JSON Feed; `url` is where it came from, which its links are counted from."""
    items = value.get("items")
    if not isinstance(items, list):
        raise InputError('bad feed: it is a JSON Feed without "items"')
    base = url or link(field_text(value.get("home_page_url")), None)
    entries = (_entry(item, base) for item in items if isinstance(item, dict))
    return document("feed", entries, title=plain(field_text(value.get("title"))))


def _entry(item: Mapping[str, object], base: str | None) -> Entry:
    text = item.get("content_text")
    content = item.get("content_html")
    if not isinstance(content, str) and isinstance(text, str):
        content = "".join(f"<p>{escape(line)}</p>" for line in text.splitlines() if line.strip())
    return Entry(
        url=link(field_text(item.get("url")), base) or link(field_text(item.get("external_url")), base),
        id=field_text(item.get("id")),
        title=plain(field_text(item.get("title"))),
        published=moment(field_text(item.get("date_published"))),
        updated=moment(field_text(item.get("date_modified"))),
        byline=_byline(item),
        summary=field_text(item.get("summary")),
        content=content if isinstance(content, str) and content.strip() else None,
    )


def _byline(item: Mapping[str, object]) -> str | None:
    authors = item.get("authors")
    people = authors if isinstance(authors, list) else [item.get("author")]
    names = [field_text(each.get("name")) for each in people if isinstance(each, dict)]
    return ", ".join(name for name in names if name) or None
