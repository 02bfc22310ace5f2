"""OPML lists of feeds."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rashomon.read.live.entries import Document, Entry, document, link, plain
from rashomon.read.live.xmltree import child, local, text_of

if TYPE_CHECKING:
    from lxml.etree import _Element

ROOTS = frozenset({"opml"})
"""Names of the root element."""


def opml(root: "_Element", url: str | None) -> Document:
    """Read the feeds of a list, those inside folders too, in the order of the list."""
    head = child(root, "head")
    title = plain(text_of(child(head, "title"))) if head is not None else None
    return document("list", _feeds(root, url), title=title)


def _feeds(root: "_Element", base: str | None) -> Iterator[Entry]:
    for element in root.iter():
        if local(element) != "outline":
            continue
        named = {name.casefold(): value for name, value in element.attrib.items() if isinstance(name, str)}
        if address := str(named.get("xmlurl") or ""):
            title = plain(str(named.get("title") or named.get("text") or ""))
            yield Entry(url=link(address, base), id=address, title=title)
