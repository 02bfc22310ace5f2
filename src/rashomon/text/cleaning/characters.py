"""Characters that carry no words: control, direction and invisible marks, odd spaces, entities."""

import html
import re
from collections.abc import Iterator

from rashomon.text.offsets import Edit

# Line ends first, so that \r and the Unicode separators are not taken for control characters.
_LINE_END = r"\r\n?|[\x0b\x0c\x85\u2028\u2029]"
_SPACE = r"[\t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]"
_DIRECTION = r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+"
_INVISIBLE = (
    r"[\xad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200d\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb]+"
)
_CONTROL = r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]+"
_ENTITY = r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8}\d{0,2});"
_ODD = re.compile(
    rf"(?P<line>{_LINE_END})|(?P<space>{_SPACE})|(?P<direction>{_DIRECTION})"
    rf"|(?P<invisible>{_INVISIBLE})|(?P<control>{_CONTROL})|(?P<entity>{_ENTITY})"
)
_REASONS = {
    "direction": "direction mark",
    "invisible": "invisible character",
    "control": "control character",
}


def characters(text: str) -> Iterator[Edit]:
    """Drop characters that no reader sees, and give odd spaces, line ends and entities one form."""
    for found in _ODD.finditer(text):
        kind = str(found.lastgroup)
        start, end = found.span()
        if kind == "line":
            yield Edit(start, end, "\n")
        elif kind == "space":
            yield Edit(start, end, " ")
        elif kind == "entity":
            char = html.unescape(found[0])
            if char != found[0] and char.isprintable() and char.strip():
                yield Edit(start, end, char, "HTML entity")
            elif char == "\xa0":
                yield Edit(start, end, " ", "HTML entity")
        else:
            yield Edit(start, end, "", _REASONS[kind])
