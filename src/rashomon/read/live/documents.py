"""What came from the web, by how it begins: a feed, a sitemap, a list of feeds, or a page."""

import json
import re
from dataclasses import replace
from html import unescape

from rashomon.model.errors import InputError
from rashomon.read.live import feeds, jsonfeed, opml, sitemaps
from rashomon.read.live.entries import Document, link
from rashomon.read.live.xmltree import local, parse_xml
from rashomon.read.unpacking import Body
from rashomon.text.encoding import decode

_READERS = {
    **dict.fromkeys(feeds.ROOTS, feeds.feed),
    **dict.fromkeys(sitemaps.ROOTS, sitemaps.sitemap),
    **dict.fromkeys(opml.ROOTS, opml.opml),
}
_ROOTS = re.compile(rf"<(?:[\w.-]+:)?({'|'.join(sorted(_READERS))})[\s>]", re.I)
_PREAMBLE = re.compile(r"^(?:\s|\ufeff|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>)*", re.I | re.S)
_LINKS = re.compile(rb"<link\b[^>]{0,1000}>", re.I)
_ATTRIBUTES = re.compile(rb"""([a-z]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.I)
_FEED_TYPE = re.compile(rb"application/(?:rss|atom|feed)\+(?:xml|json)", re.I)
# Where a page names its feed: in its head, which is rarely longer than so many bytes.
_HEAD = 200_000
# Where the root element of a feed is looked for, in characters.
_START = 20_000


def unpacked(data: bytes, *, most: int) -> bytes:
    """The data, out of gzip where it is packed: sitemaps lie packed on servers."""
    if not data.startswith(b"\x1f\x8b"):
        return data
    body = Body("gzip", most=most)
    body.feed(data)
    return body.whole()


def read_document(data: bytes, *, url: str | None, charset: str | None = None) -> Document | None:
    """Read a feed, sitemap or list; None where it is something else, such as a page.

    Raises InputError where it is one of them but can't be read.
    """
    start = _text_start(data)
    if start.startswith("{"):
        return _json(data, url)
    root_name = _ROOTS.match(start, _PREAMBLE.match(start).end())  # type: ignore[union-attr]
    if root_name is None:
        return None
    root, mended = parse_xml(data, charset=charset)
    reader = _READERS.get(local(root))
    if reader is None:
        raise InputError(f"bad feed: it begins like a feed, but its root is <{local(root)}>")
    return replace(reader(root, url), mended=mended)


def announced_feed(page: bytes, url: str) -> str | None:
    """The first feed that a page names as its own."""
    for tag in _LINKS.findall(page[:_HEAD]):
        given = {name.lower(): b"".join(values) for name, *values in _ATTRIBUTES.findall(tag)}
        if b"alternate" in given.get(b"rel", b"").lower() and _FEED_TYPE.search(given.get(b"type", b"")):
            return link(unescape(given.get(b"href", b"").decode("utf-8", "replace")), url)
    return None


def _text_start(data: bytes) -> str:
    """The beginning as text, wide encodings too; only the names of tags matter here."""
    return data[:_START].replace(b"\0", b"").decode("utf-8", "replace").lstrip("\ufeff\ufffd \t\r\n")


def _json(data: bytes, url: str | None) -> Document | None:
    if b"jsonfeed.org/version" not in data[:_START] and b"jsonfeed.org\\/version" not in data[:_START]:
        return None
    try:
        value = json.loads(decode(data))
    except (ValueError, RecursionError) as error:
        raise InputError(f"bad feed: it is a JSON Feed that can't be parsed ({error})") from error
    return jsonfeed.json_feed(value, url) if jsonfeed.is_json_feed(value) else None
