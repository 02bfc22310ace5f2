"""The title of an article whose text holds it: the first line, where it reads like a headline."""

import re

from rashomon.text.cleaning.lines import lines
from rashomon.text.datelines import find_dateline

_LONGEST, _FEWEST = 30, 3  # words of a headline: a longer line is a paragraph, a shorter one a label
_CAPTION = re.compile(
    r"(?:photo|photograph|image|picture|video|media|file|story highlights|advertisement|caption)\b"
    r"|.*(?:[)\]]|\b(?:AP|AFP|EPA|Reuters|Getty|Getty Images|File|file photo))$"
    r"|.*\b(?:photo|photograph|picture|image|credit|source)s?(?: courtesy| by)?:",
    re.I,
)
_OPEN_END = re.compile(
    r"(?:[,:;\-–—(]|\b(?:a|an|the|of|to|in|on|at|by|for|from|with|and|or|as|that|which|who|is|are|was|were))$",
    re.I,
)
_SENTENCE_END = re.compile(r"(?<!\.)\.[\"'”’)]*$")
_ABBREVIATED_END = re.compile(r"\b(?:[A-Z]\.){2,}$|\b(?:Jr|Sr|Inc|Co|Corp|Ltd|No|St)\.$")


def find_title(text: str) -> str | None:
    """Return the first line if it is a headline, or None where the text begins with its body."""
    rows = lines(text[:5000])
    if len(rows) < 2 or not _FEWEST <= rows[0].words <= _LONGEST:
        return None
    line = rows[0].text
    if _CAPTION.match(line):
        return None
    if _SENTENCE_END.search(line) and not _ABBREVIATED_END.search(line):
        return None
    if line[0].islower() or _OPEN_END.search(line) or rows[1].text[0].islower():
        return None
    return None if find_dateline(line) else line
