"""Speakers that the layout names: quotations with a name under a dash, the turns of an interview."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from rashomon.annotate.quotes.found import Found, pieces
from rashomon.annotate.quotes.marks import Marks
from rashomon.annotate.quotes.syntax import Syntax

_NAME = r"[A-Z][\w.'’-]+(?:\s(?:(?:de|del|la|van|von|bin|al)\s)?[A-Z][\w.'’-]*){0,4}"
_SIGNED = re.compile(
    rf"[ \t\u00a0]*(?P<dash>[―—–]|--?)[ \t\u00a0]*(?P<name>{_NAME})(?:,[^\n]{{0,100}})?[ \t\u00a0]*"
)
_TURN = re.compile(
    r"^[ \t]*[\"“]?(?P<name>[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3})(?P<colon>:)[ \t]+(?=\S)", re.M
)
# One voice after another in one paragraph, as a call for help is printed: "Dispatcher: Where? Caller: Here."
_RUN_IN = re.compile(
    r"(?:^ *|(?<=[.?!…”\"’] ))(?P<name>[A-Z][\w.'’-]*(?: [A-Z0-9][\w.'’-]*){0,2})(?P<colon>:) +(?=\S)",
    re.M,
)
_LEAST_WORDS = 4  # of a quotation that somebody signs; a shorter one is a title
_LEAST_TURNS = 4  # by two voices or more, one of them twice: a dateline or a heading in capitals is none


def find_signed(syntax: Syntax, marks: Marks) -> Iterator[Found]:
    """Yield quotations that fill their line up to a dash and a name."""
    text = syntax.article.text
    for region in marks.regions:
        line = text.rfind("\n", 0, region.start) + 1
        if text[line : region.start].strip() or region.words < _LEAST_WORDS:
            continue
        end = text.find("\n", region.end)
        found = _SIGNED.fullmatch(text, region.end, end if end >= 0 else len(text))
        if found is not None:
            name = pieces(text, found.span("name"))
            yield Found("signed", name, (found.span("dash"),), ((region.start, region.end),))


def find_turns(syntax: Syntax) -> Iterator[Found]:
    """Yield what each voice of an interview says behind its name.

    Its name begins the line in capitals; or many voices take turns in one paragraph.
    """
    text = syntax.article.text
    turns = list(_TURN.finditer(text))
    if _by_turns(turns):
        yield from _said(text, turns)
        return
    start = 0
    for line in text.splitlines(keepends=True):
        turns = list(_RUN_IN.finditer(text, start, start + len(line)))
        if _by_turns(turns):
            yield from _said(text, turns)
        start += len(line)


def _by_turns(turns: Sequence[re.Match[str]]) -> bool:
    """Whether two voices or more speak in turn."""
    voices = Counter(turn["name"] for turn in turns)
    return len(turns) >= _LEAST_TURNS and len(voices) > 1 and max(voices.values()) > 1


def _said(text: str, turns: Sequence[re.Match[str]]) -> Iterator[Found]:
    """What stands behind each name, to the next one or to the end of its line."""
    for turn, following in zip_longest(turns, turns[1:]):
        line = text.find("\n", turn.end())
        ends = [line if line >= 0 else len(text), following.start() if following else len(text)]
        content = pieces(text, (turn.end(), min(ends)))
        if content:
            yield Found("turn", (turn.span("name"),), (turn.span("colon"),), content)
