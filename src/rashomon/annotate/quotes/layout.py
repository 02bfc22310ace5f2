"""Speakers that the layout names: quotations with a name under a dash, the turns of an interview."""

import re
from collections import Counter
from collections.abc import Iterator

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
    """Yield what each voice of an interview says on the line that begins with its name in capitals."""
    text = syntax.article.text
    turns = list(_TURN.finditer(text))
    voices = Counter(turn["name"] for turn in turns)
    if len(turns) < _LEAST_TURNS or len(voices) < 2 or max(voices.values()) < 2:
        return
    for turn in turns:
        end = text.find("\n", turn.end())
        content = pieces(text, (turn.end(), end if end >= 0 else len(text)))
        if content:
            yield Found("turn", (turn.span("name"),), (turn.span("colon"),), content)
