"""What a page puts into square brackets: pointers to other articles, picture credits, stamps of updates.

An editor's words inside a quotation ("he [the minister] said", "[applause]") stay.
"""

import re
from collections.abc import Iterator

from rashomon.text.cleaning.furniture import FURNITURE, POINTER
from rashomon.text.cleaning.lines import Line, lines
from rashomon.text.cleaning.publication import PUBLICATION
from rashomon.text.offsets import Edit

_BRACKET = re.compile(r"\[\s*(?P<held>[^\[\]\n]{2,240}?)\s*\]")
_ASKS = (
    r"(?:also |please )?(?:(?:read|see|watch|view|visit|follow|click|tap|download|check out|listen to|sign up"
    r"|subscribe|look (?:at|back|inside)|take (?:our|the|this)) \S.*|(?-i:Text|TEXT) (?-i:[A-Z]{3,})\b.*"
    r"|you can (?:also )?(?:read|see|watch|find|listen)\b.*|for (?:more|full|complete|up to|the latest)\b.*)"
)
_LABEL = (
    r"(?:\w+ ){0,2}(?:more|related|previous|previously|earlier|original|photos?|videos?|pictures?|slide ?show"
    r"|gallery|map|interactive|graphic|infographic|poll|quiz|live|live ?blog|update|extra|users|news|opinion"
    r"|analysis|podcast|audio|timeline|archive|also|story|coverage|report|read|watch|listen)"
)
_WHOLE = r"(?:full|complete|original|whole|previous|related) (?:story|stories|coverage|article|report)"
_PICTURE = (
    r"(?:(?:file )?(?:photo|photograph|picture|image|video|screen ?(?:shot|grab))s?)"
    r"(?:\s*[/:|]\s*\S.*| (?:by|via|from|of|courtesy)\b.*| credit\b.*)?"
)
# Whose picture it is, an advertisement, a control of the page, a code that the page should have replaced.
_FURNITURE = re.compile(
    rf"{_PICTURE}|(?:hat[- ]?tip|h/t)\b.*|advertise?ments?|ad|edit|(?-i:[a-z_]+) \w+=\S.*", re.I
)
_POINTER = re.compile(rf"{_ASKS}|{_LABEL}\s*(?::|>|»|\||—|–).*|{_WHOLE}.*|more", re.I)
_STAMP = re.compile(r"(?:last |first )?(?:updated?|posted|published)\b[^.!?]{0,20}\d.{0,40}", re.I)
_OTHER = re.compile(r"[A-Z][A-Z.' -]+:.*|.*[.!;,:]|.*\w\. ?\d+")  # a speaker's turn, a note, a page of a book
_ENDED = re.compile(r"[.!?…:][\"'”’)\]]*$|[\"”’)\]]$")
# On 4,309 development articles these meet 88 pieces, none of them an editor's.
_HEADLINE = range(4, 19)  # words of another article's headline that stands alone in brackets
_LONGEST = 30  # words of a pointer


def brackets(text: str) -> Iterator[Edit]:
    """Drop the page's bracketed pieces: whole lines, ends of lines behind a full stop, and opening stamps."""
    for row in lines(text):
        for found in _BRACKET.finditer(row.text):
            before, after = row.text[: found.start()].strip(), row.text[found.end() :].strip()
            reason = _reason(found["held"], before, after.lstrip("."), prose=row.prose)
            if reason:
                end = found.end() + len(row.text[found.end() :]) - len(row.text[found.end() :].lstrip(" ."))
                yield Edit(row.start + found.start(), row.start + end, "", reason)


def _reason(held: str, before: str, after: str, *, prose: bool) -> str | None:
    """Why the piece is the page's, by its words and by what stands around it in its line."""
    if after:
        return PUBLICATION if not before and _STAMP.fullmatch(held) else None
    if before and not _ENDED.search(before):
        return FURNITURE if held == "edit" and not prose else None
    if _STAMP.fullmatch(held):
        return PUBLICATION
    if _FURNITURE.fullmatch(held):
        return FURNITURE
    piece = Line(0, len(held), held)
    if piece.words <= _LONGEST and _POINTER.fullmatch(held):
        return POINTER
    return POINTER if not before and _is_headline(piece) else None


def _is_headline(piece: Line) -> bool:
    """Whether it reads like another article's headline."""
    opens = piece.text.lstrip("\"'“‘")[:1]
    return piece.words in _HEADLINE and opens.isupper() and not _OTHER.fullmatch(piece.text)
