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
_CONTROL = r"[\x00-\x08\x0e-\x1f\x7f]+"
_WINDOWS = r"[\x80-\x84\x86-\x9f]"
# The bytes of a UTF-8 character, each shown as the Windows-1252 or Latin-1 character of that number.
_TRAIL = "\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_MISREAD = rf"[\xc2-\xdf][{_TRAIL}]|[\xe0-\xef][{_TRAIL}]{{2}}|[\xf0-\xf4][{_TRAIL}]{{3}}"
_ENTITY = r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8}\d{0,2});"
_ODD = re.compile(
    rf"(?P<misread>{_MISREAD})|(?P<line>{_LINE_END})|(?P<space>{_SPACE})|(?P<direction>{_DIRECTION})"
    rf"|(?P<invisible>{_INVISIBLE})|(?P<control>{_CONTROL})|(?P<windows>{_WINDOWS})"
    rf"|(?P<entity>{_ENTITY})"
)
_REASONS = {
    "direction": "direction mark",
    "invisible": "invisible character",
    "control": "control character",
}


def characters(text: str) -> Iterator[Edit]:
    """Drop characters that no reader sees, and give odd spaces, line ends and entities one form."""
    for found in _ODD.finditer(text):
        edit = _edit(found)
        if edit is not None:
            yield edit


def _edit(found: re.Match[str]) -> Edit | None:
    kind, old = str(found.lastgroup), found[0]
    if kind in _REASONS:
        return Edit(found.start(), found.end(), "", _REASONS[kind])
    if kind == "line":
        return Edit(found.start(), found.end(), "\n")
    if kind == "space":
        return Edit(found.start(), found.end(), " ")
    new, reason = _READERS[kind](old)
    if new == old:
        return None
    new = " " if new.isspace() else new if new.isprintable() else ""
    return Edit(found.start(), found.end(), new, reason)


def _entity(old: str) -> tuple[str, str]:
    return html.unescape(old), "HTML entity"


def _windows(old: str) -> tuple[str, str]:
    return old.encode("latin-1").decode("cp1252", "ignore"), "Windows-1252 character"


def _misread(old: str) -> tuple[str, str]:
    """The UTF-8 character that was read byte by byte, or the same where it is none."""
    data = b"".join(_byte(char) for char in old)
    try:
        return data.decode("utf-8"), "UTF-8 read as another encoding"
    except UnicodeDecodeError:
        return old, ""


def _byte(char: str) -> bytes:
    return char.encode("latin-1" if char <= "\xff" else "cp1252")


_READERS = {"entity": _entity, "windows": _windows, "misread": _misread}
