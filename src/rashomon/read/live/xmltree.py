"""XML from strangers, parsed without entities, without fetching anything, mended where it is broken."""

import re
from html.entities import html5
from typing import TYPE_CHECKING

from rashomon.model.errors import InputError
from rashomon.text.encoding import decode_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>", re.I)
_OWN_ENTITIES = re.compile(r"<!ENTITY\b", re.I)
_NAMED = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,30});")
_XML_OWN = {"amp", "lt", "gt", "quot", "apos"}
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def parse_xml(data: bytes, *, charset: str | None = None) -> "tuple[_Element, str | None]":
    """Return the root element, and what had to be mended to get it.

    Raises InputError where there is none, or where the file declares entities.
    """
    from lxml import etree

    text = _DECLARATION.sub("", decode_xml(data, header=charset).removeprefix("\ufeff"), count=1)
    if _OWN_ENTITIES.search(text):
        raise InputError("bad feed: it declares entities of its own, which are not expanded for strangers")
    text = _FORBIDDEN.sub("", _NAMED.sub(_plain, text))
    parser = etree.XMLParser(
        recover=True,
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(text.strip().encode(), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise InputError(f"bad feed: it is no XML that can be mended ({error})") from error
    if root is None:
        raise InputError("bad feed: it is no XML that can be mended")
    fatal = [entry for entry in parser.error_log if entry.level_name == "FATAL"]
    return root, f"line {fatal[0].line}: {fatal[0].message.strip()}" if fatal else None


def local(element: "_Element") -> str:
    """The element's name in lower case, without its namespace."""
    tag = element.tag
    return tag.rsplit("}", 1)[-1].casefold() if isinstance(tag, str) else ""


def space(element: "_Element") -> str:
    """The element's namespace, empty where it has none."""
    tag = element.tag
    return tag[1:].split("}", 1)[0] if isinstance(tag, str) and tag.startswith("{") else ""


def text_of(element: "_Element | None") -> str | None:
    """All text inside, trimmed; None where there is none."""
    if element is None:
        return None
    return "".join(element.itertext()).strip() or None


def child(element: "_Element", *names: str) -> "_Element | None":
    """The first child that bears one of the names, the first name preferred."""
    for name in names:
        for each in element:
            if local(each) == name:
                return each
    return None


def _plain(match: re.Match[str]) -> str:
    """HTML's names for characters, which XML does not know but feeds use."""
    name = match[1]
    return match[0] if name in _XML_OWN else html5.get(f"{name};", match[0])
