"""Credits: which agency a text credits for its copy or for a picture, and where it names who worked on it."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from rashomon.text.agencies import AGENCIES, NAMED_AGENCY, PHOTO_ONLY, agency_name
from rashomon.text.cleaning.lines import Line, lines
from rashomon.text.datelines import article_dateline

_FORMS = "|".join(sorted((re.escape(form) for form in AGENCIES), key=len, reverse=True))
_AGENCY = rf"(?P<agency>{_FORMS}|{NAMED_AGENCY})(?![\w-])"
_LAST = re.compile(rf"(?:[—–\-―/]|\.\s*\()\s*(?i:{_AGENCY})\)?\.?$")
_ALONE = re.compile(
    rf"[(\[]?(?:(?:Source|Credit|Courtesy|Agency)s?\s*:\s*)?(?:[—–\-]\s*)?(?i:{_AGENCY})[)\]]?\.?", re.I
)
_WITH_INPUT = re.compile(
    rf"[(\[]?(?:with|additional|compiled)\b.{{0,40}}\b(?:inputs?|reporting|reports|material)\b"
    rf".{{0,20}}\b(?:from|by)\b.{{0,60}}?\b(?i:{_AGENCY}).{{0,60}}",
    re.I,
)
_OWNER = re.compile(rf"\(?(?:copyright|©|\(c\))[\s©()c,\d]{{0,24}}(?:by )?(?i:{_AGENCY})", re.I)
_OPENING = re.compile(rf"(?:[A-Z][a-z]{{2,8}}\.? \d{{1,2}} )?[(\[](?i:{_AGENCY})[)\]]\s*(?:—|–|-|:)")
_UNDASHED = re.compile(rf"[(\[](?i:{_AGENCY})[)\]]\s*[A-Z“\"‘]")
_HEAD_PART = re.compile(rf"(?:source:\s*)?(?i:{_AGENCY})\s*[|•]", re.I)
_CONTRIBUTED = re.compile(
    rf".{{0,80}}?\b(?i:{_AGENCY}).{{0,80}}\bcontributed to this (?:report|story|article)\b.{{0,20}}", re.I
)
# An agency names its own people so; whoever prints it thanks the agency alone.
_STAFF = re.compile(
    rf"(?i:{_AGENCY}) (?:staff )?(?:writer|reporter|journalist|correspondent)s? [A-Z].{{0,160}}"
    r"\bcontributed to this (?:report|story|article)\b.{0,60}"
)
Part = Literal["copy", "help", "picture"]
_LINES: tuple[tuple[re.Pattern[str], Part], ...] = (
    (_ALONE, "copy"),
    (_WITH_INPUT, "help"),
    (_STAFF, "copy"),
    (_CONTRIBUTED, "help"),
)
_PICTURES = (
    re.compile(
        rf"\b(?:photo|photograph|picture|image|file|handout)s?\b[^.\n]{{0,40}}?\b(?i:{_AGENCY})", re.I
    ),
    re.compile(r"\b(?P<agency>AP|AFP|EPA|Getty|dpa|Reuters) (?:photo|file|images?|archive)\b", re.I),
    re.compile(rf"[(\[/]\s*(?i:{_AGENCY})(?:\s*(?:photo|file|images?)|/[\w .'’\-]+)?\s*[)\]]?$", re.I),
)
HELPED = re.compile(
    r"\b(?:(?:additional |with )?reporting|editing|compiled|with inputs?|with files) (?:by|from)\b",
    re.I,
)
"""Words that name who worked on the text: "additional reporting by"."""
_FROM_A_PLACE = re.compile(r"reporting from [^.;:\n]{1,60}, ", re.I)
_LONGEST_LINE = 120  # words of a paragraph that a credit may end; longer ones only tell
_LONGEST_CAPTION = 60  # words of a line that may name a photographer


class Credits(NamedTuple):
    """The agencies that a text credits, copy before pictures.

    `pictures` are those of them credited for a picture alone. `wire` is the one agency whose report the whole
    text is by its dateline or its credits, else None: "With inputs from AFP" and "AP contributed to this
    report" credit a helper.
    """

    agencies: tuple[str, ...]
    pictures: tuple[str, ...]
    wire: str | None


def find_credits(text: str) -> Credits:
    """Return the agencies that the text credits.

    A credit says whose the copy or the picture is: a dateline's "(AP)", a line that is the agency's
    name, "with inputs from AFP", "— AP" after a caption. "TASS news agency reported" tells the
    source of one statement and not whose the words are, so it is no credit.
    """
    found = list(_credited(text))
    copy = dict.fromkeys(name for name, part in found if part != "picture")
    picture = dict.fromkeys(name for name, part in found if part == "picture" and name not in copy)
    whole = {name for name, part in found if part == "copy"}
    return Credits((*copy, *picture), tuple(picture), whole.pop() if len(whole) == 1 else None)


def _credited(text: str) -> Iterator[tuple[str, Part]]:
    """Yield each agency credited, in text order but for the dateline's, and for what."""
    dateline = article_dateline(text)
    if dateline and dateline.agency:
        yield dateline.agency, "copy"
    rows = lines(text)
    begun = next((row for row in rows if row.prose), None)
    for index, row in enumerate(rows):
        if row is begun and (opening := _UNDASHED.match(row.text)):
            yield _name(opening), "copy"
        found = _credit(row, last=index == len(rows) - 1) if row.words <= _LONGEST_LINE else None
        if found:
            yield found[0], "picture" if found[0] in PHOTO_ONLY else found[1]


def is_staff_credit(text: str, start: int) -> bool:
    """Return whether the line around a place opens by naming those who worked on the text.

    "Reporting from the scene, our correspondent NAME said" opens the report of one who is quoted.
    """
    begin = text.rfind("\n", 0, start) + 1
    opening = text[begin:start].lstrip(" \u00a0([*_—–-")
    return HELPED.match(opening) is not None and _FROM_A_PLACE.match(opening) is None


def _credit(row: Line, *, last: bool) -> tuple[str, Part] | None:
    for pattern, part in _LINES:
        found = pattern.fullmatch(row.text)
        if found:
            return _name(found), part
    for pattern in (_OWNER, _OPENING, _HEAD_PART):
        found = pattern.match(row.text)
        if found:
            return _name(found), "copy"
    found = _LAST.search(row.text)
    if found:
        return _name(found), "copy" if last else "picture"
    if row.words <= _LONGEST_CAPTION:
        for pattern in _PICTURES:
            found = pattern.search(row.text)
            if found:
                return _name(found), "picture"
    return None


def _name(found: re.Match[str]) -> str:
    return agency_name(found["agency"]) or found["agency"]
