"""Sitemaps, those of news above all, to entries: pages, or further sitemaps."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rashomon.read.live.entries import Document, Entry, document, link, moment, plain
from rashomon.read.live.xmltree import child, local, text_of

if TYPE_CHECKING:
    from lxml.etree import _Element

ROOTS = frozenset({"urlset", "sitemapindex"})
"""Names of the root element."""


def sitemap(root: "_Element", url: str | None) -> Document:
    """Read a sitemap's root element; the entries of an index are themselves sitemaps."""
    if local(root) == "sitemapindex":
        return document("sitemap index", _locations(root, "sitemap", url))
    return document("sitemap", _locations(root, "url", url))


def _locations(root: "_Element", name: str, base: str | None) -> Iterator[Entry]:
    for element in root:
        if local(element) == name:
            news = child(element, "news")
            yield Entry(
                url=link(text_of(child(element, "loc")), base),
                title=plain(text_of(child(news, "title"))) if news is not None else None,
                published=moment(text_of(child(news, "publication_date"))) if news is not None else None,
                updated=moment(text_of(child(element, "lastmod"))),
            )
