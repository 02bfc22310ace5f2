"""RSS (0.9x, 1.0, 2.0) and Atom to entries."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from rashomon.read.live.entries import Document, Entry, document, link, moment, plain
from rashomon.read.live.xmltree import child, local, space, text_of

if TYPE_CHECKING:
    from lxml.etree import _Element

ROOTS = frozenset({"rss", "rdf", "feed", "channel"})
"""Names of the root element."""

_BASE = "{http://www.w3.org/XML/1998/namespace}base"
# Seconds of each unit that a feed may count its updates in.
_PERIODS = {"hourly": 3600, "daily": 86400, "weekly": 604800}
_EMAIL_NAME = re.compile(r"^\S+@\S+\s*\((.+)\)$")
# A summary is shorter; only as the whole text would it be this long (a fifth of a page of news).
_WHOLE = 1_500


def feed(root: "_Element", url: str | None) -> Document:
    """Read a feed's root element; `url` is where it came from, which its links are counted from."""
    channel = child(root, "channel") if local(root) in {"rss", "rdf"} else root
    channel = root if channel is None else channel
    base = root.get(_BASE) or channel.get(_BASE)
    base = link(base, url) or url or link(text_of(child(channel, "link")), None)
    title = plain(text_of(child(channel, "title")))
    return document("feed", _entries(root, base), title=title, wait=_wait(channel))


def _entries(root: "_Element", base: str | None) -> Iterator[Entry]:
    for element in root.iter():
        if local(element) == "item":
            yield _item(element, base)
        elif local(element) == "entry":
            yield _entry(element, base)


def _item(item: "_Element", base: str | None) -> Entry:
    guid = child(item, "guid")
    id = text_of(guid)
    content = text_of(child(item, "encoded"))
    summary = text_of(child(item, "description"))
    if content is None and summary and len(summary) >= _WHOLE and "<p" in summary:
        content = summary
    return Entry(
        url=_item_link(item, guid, link(item.get(_BASE), base) or base),
        id=id,
        title=plain(text_of(_own(item, "title"))),
        published=moment(text_of(child(item, "pubdate", "date", "published"))),
        updated=moment(text_of(child(item, "modified", "updated"))),
        byline=_byline(text_of(child(item, "creator", "author"))),
        summary=summary,
        content=content,
    )


def _item_link(item: "_Element", guid: "_Element | None", base: str | None) -> str | None:
    """The page itself where a feed service stands between, else the link, else an id that is a link."""
    given = [text_of(child(item, "origlink")), text_of(_own(item, "link")), _atom_link(item)]
    if guid is not None and (guid.get("isPermaLink") or "true").casefold() == "true":
        text = text_of(guid) or ""
        given.append(text if "://" in text else None)
    return next((found for text in given if (found := link(text, base))), None)


def _own(item: "_Element", name: str) -> "_Element | None":
    """A child of RSS itself, for other vocabularies (media, itunes) use the same names."""
    found = [each for each in item if local(each) == name and (each.text or "").strip()]
    ours = [each for each in found if not space(each) or "rss" in space(each).casefold()]
    return (ours or found or [None])[0]


def _entry(entry: "_Element", base: str | None) -> Entry:
    base = link(entry.get(_BASE), base) or base
    author = child(entry, "author")
    content = child(entry, "content")
    return Entry(
        url=link(_atom_link(entry), base),
        id=text_of(child(entry, "id")),
        title=plain(text_of(child(entry, "title"))),
        published=moment(text_of(child(entry, "published", "issued", "created", "updated"))),
        updated=moment(text_of(child(entry, "updated", "modified"))),
        byline=plain(text_of(child(author, "name"))) if author is not None else None,
        summary=text_of(child(entry, "summary")),
        content=_markup(content) if content is not None and not content.get("src") else None,
    )


def _atom_link(element: "_Element") -> str | None:
    """The `href` of the link to the page, an HTML one preferred."""
    links = [
        each
        for each in element
        if local(each) == "link" and each.get("href") and (each.get("rel") or "alternate") == "alternate"
    ]
    links.sort(key=lambda each: "html" not in (each.get("type") or "html"))
    return links[0].get("href") if links else None


def _markup(content: "_Element") -> str | None:
    """An Atom text construct as HTML."""
    from lxml import etree

    if (content.get("type") or "text").casefold() == "xhtml":
        return "".join(etree.tostring(each, encoding="unicode") for each in content) or None
    text = text_of(content)
    if text and (content.get("type") or "text").casefold() == "text":
        return "".join(f"<p>{line}</p>" for line in _escaped(text).splitlines() if line.strip())
    return text


def _escaped(text: str) -> str:
    from html import escape

    return escape(text, quote=False)


def _byline(text: str | None) -> str | None:
    found = _EMAIL_NAME.match(text) if text else None
    name = plain(found[1] if found else text)
    return None if name and "@" in name else name


def _wait(channel: "_Element") -> float:
    """How long a feed asks to be left alone: its `ttl`, or its update period."""
    ttl = text_of(child(channel, "ttl")) or ""
    if ttl.isascii() and ttl.isdigit():
        return float(ttl[:6]) * 60
    period = _PERIODS.get((text_of(child(channel, "updateperiod")) or "").casefold(), 0)
    often = text_of(child(channel, "updatefrequency")) or "1"
    return period / max(1, int(often[:4])) if often.isascii() and often.isdigit() else float(period)
