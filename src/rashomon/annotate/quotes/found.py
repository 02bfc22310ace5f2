"""What a rule finds: an attribution in characters, before it becomes a quote."""

import re
from dataclasses import dataclass

from rashomon.text.datelines import report_start

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Found:
    """One attribution: source, cue and content as character ranges, and the rule that found it.

    `verb` is the cue's main token, or -1 where the quote has no cue of its own.
    """

    rule: str
    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]
    verb: int = -1


# Wider than a dateline: any words in capitals, or any name and brackets, before a colon or a dash.
_OPENING = re.compile(
    r"[*\"“]*(?:[A-Z][A-Z.,'’/ -]{2,40}(?:\([\w .]{2,30}\)\s*)?(?::|—|–|--)"
    r"|[A-Z][\w ,.]{2,40}\([\w .]{2,30}\)\s*(?:—|–|-))\s+"
)
_LEADING = " \t\n\r\u00a0,;:.)]—–-"
_TRAILING = " \t\n\r\u00a0,;:.([—–-"


def trim(text: str, start: int, end: int) -> Range | None:
    """Shrink a range past blanks and punctuation that belongs to the sentence around it."""
    while start < end and text[start] in _LEADING:
        start += 1
    while end > start and text[end - 1] in _TRAILING:
        end -= 1
    return (start, end) if start < end else None


def _after_dateline(text: str, start: int) -> int:
    """Where the report begins, if the range starts with the line's dateline, credit or label."""
    if start > 0 and text[start - 1] != "\n":
        return start
    stop = text.find("\n", start)
    opening = report_start(text[start : stop if stop >= 0 else len(text)])
    found = _OPENING.match(text, start)
    return start + opening if opening else found.end() if found else start


def pieces(text: str, *ranges: Range) -> tuple[Range, ...]:
    """Trim each range and leave out what is empty or holds no letter or digit."""
    found = []
    for start, end in ranges:
        kept = trim(text, _after_dateline(text, start), end)
        if kept and any(character.isalnum() for character in text[kept[0] : kept[1]]):
            found.append(kept)
    return tuple(found)


def apart(content: tuple[Range, ...], cue: tuple[Range, ...]) -> tuple[Range, ...]:
    """Content pieces in text order, overlapping ones joined, and cut where the cue stands among them."""
    joined: list[Range] = []
    for start, end in sorted(content):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    for first, last in cue:
        joined = [
            part
            for start, end in joined
            for part in ((start, min(end, first)), (max(start, last), end))
            if part[0] < part[1]
        ]
        joined = sorted(set(joined))
    return tuple(joined)
