"""Marks of plain-text markup around words: asterisks, underscores, heading signs."""

import re
from collections.abc import Iterator

from rashomon.text.offsets import Edit

_REASON = "markup"
_WHOLE_LINE = re.compile(r"^(?P<mark>\*{1,3}|_{1,3})(?=\S)(?P<held>[^*\n]+?)(?<=\S)(?P=mark)$", re.M)
_INLINE = re.compile(r"(?<![\w*])(?P<mark>\*{1,3})(?=[\w\"“‘'(])(?P<held>[^*\n]+?)(?<=\S)(?P=mark)(?![\w*])")
_HEADING = re.compile(r"^#{1,6} +(?=\S)", re.M)


def emphasis(text: str) -> Iterator[Edit]:
    """Drop the marks and keep the words; a lone asterisk (a footnote) stays."""
    for pattern in (_WHOLE_LINE, _INLINE):
        for found in pattern.finditer(text):
            yield Edit(*found.span("mark"), "", _REASON)
            yield Edit(found.end("held"), found.end(), "", _REASON)
    for found in _HEADING.finditer(text):
        yield Edit(found.start(), found.end() - 1, "", _REASON)
