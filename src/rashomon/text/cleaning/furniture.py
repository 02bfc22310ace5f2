"""Page furniture: the lines of a web page around an article that are not the article."""

import re
from collections.abc import Iterator

from rashomon.text.cleaning.lines import Line, lines
from rashomon.text.cleaning.phrases import ALWAYS, LABELS
from rashomon.text.offsets import Edit

FURNITURE = "page furniture"
LABEL = "section label"
POINTER = "pointer to another article"

_PATTERN = re.compile(
    "|".join(
        (
            r"\d[\d,.]*\s*[km]?\s+(?:shares?|comments?|likes?|views?|retweets?|reactions?|replies)\W*",
            r"(?:shares?|comments?|likes?|views?|reactions?)\s*[:(]?\s*\d[\d,.]*\s*[km]?\)?",
            r"(?:\d+\s+|one\s+)?(?:min(?:ute)?s?|sec(?:ond)?s?)\s+(?:read|watch|listen)",
            r"(?:follow|like|find|join|connect with|contact)\s+(?:us|me|him|her|them|@\w+|[\w .]{2,40})"
            r"\s+(?:on|at)\s+(?:twitter|facebook|instagram|whatsapp|telegram|youtube|linkedin|x|google news"
            r"|social media)\b.{0,80}",
            r"(?:sign up|subscribe|register)\s+(?:to|for|now|today|here|and|with)\b.{0,140}",
            r"(?:click|tap)\s+(?:here|below|on)\b.{0,120}",
            r"(?:share|print|email|tweet|save|pin)(?:\s*[|/,•·]?\s*(?:share|print|email|tweet|save|pin|comments?|facebook"
            r"|twitter|whatsapp|linkedin|more))+",
            r"share\s+(?:this|it)\s+(?:on|via|with|article|story|post)\b.{0,60}",
            r"(?:we|this (?:web)?site) uses?\s+cookies\b.{0,400}",
            r"by (?:continuing|using|clicking|signing|subscribing|submitting)\b.{0,200}"
            r"\b(?:agree|accept|consent)\b.{0,200}",
            r"(?:please )?(?:enable|turn on) (?:javascript|cookies)\b.{0,120}",
            r"your browser does not support\b.{0,120}",
            r"\(?(?:copyright\b|©)\s*(?:©|\(c\))?.{0,60}\b(?:19|20)\d\d\b.{0,300}",
            r"\(c\)\s*(?:19|20)\d\d\b.{0,100}",
            r"advertisement:?\s+(?:continue reading|story continues|article continues).{0,40}",
            r".{0,80}\ball rights reserved\b.{0,200}",
            r"this material may not be (?:published|reproduced)\b.{0,140}",
            r"(?:no part of )?this (?:article|story|content|material)\b.{0,60}"
            r"\bmay not be (?:reproduced|republished)\b.{0,200}",
            r"the views expressed (?:in this|by|here)\b.{0,260}",
            r"download (?:our|the) (?:free )?(?:\w+ )?app\b.{0,100}",
            r"download (?:our|the) [\w .&]{2,40} app\b.{0,100}",
            r"follow [\w .]{2,40}:\s*(?:facebook|twitter|instagram|youtube)\b.{0,80}",
            r"read or share this (?:article|story)\b.{0,200}",
            r"(?:watch|view|see|read) this (?:article|report|story|video)(?: (?:here|below|above))?\W*",
            r"get (?:the latest|our|breaking)\b.{0,60}\b(?:newsletter|inbox|app|alerts?|emails?)\b.{0,80}",
            r"(?:image|photo|picture|media|video) (?:copyright|caption|source)",
            r"(?:image|photo|picture|slide|hide caption) \d+ of /? ?\d+(?: caption close)?",
            r"(?:image|media|video) (?:copyright|source) (?-i:[A-Z])[\w./&'’ -]{1,40}",
        )
    ),
    re.I,
)
_POINTER = re.compile(
    r"(?:(?:also )?read(?: (?:more|also|next|here|this))?|see also|also see|"
    r"related(?: (?:articles?|stories|story|news|content|coverage|video|topics|links))?|"
    r"recommended(?: for you)?|more(?: on this(?: story| topic)?| from [\w .]{2,30}| stories)?|"
    r"watch(?: now| here| live| below)?|don['’]t miss|you may also like|must read|in case you missed it|"
    r"listen)\s*(?::|>+|»|—|–|\|)\s*\S.*",
    re.I,
)
_PICTURES = re.compile(
    r"(?:see|view|look at|click for) (?:more |all |the |a )?(?:photos?|pictures|images|slideshow|gallery)\b"
    r"(?: (?:of|from|here|on)\b.{0,120})?\W*",
    re.I,
)
# Behind a paragraph's last sentence: "Watch the ferry go down »".
_TAIL = re.compile(
    r"(?:^|(?<=[.!?\"”’])\s+)(?:Watch|See|Read|View|Look|Learn|Explore|Map|[Mm]ore)\b"
    r"(?:(?![.!?][\"”’]?\s)[^«»\n]){2,160}»$"
)
# Before the words of a picture or of a message that a page shows: whose it is, its place in a gallery, and
# how to jump over it.
_OVERLINE = re.compile(
    r"(?:(?:image|media|video) (?:copyright|source) (?-i:[A-Z])[\w./&'’ -]{1,40}? )?"
    r"(?:image|media) caption (?=\S)"
    r"|(?:image|photo|picture|slide|hide caption) \d+ of /? ?\d+ (?:photos: )?(?=\S)"
    r"|(?:close )?skip in skip x embed x share (?=\S)"
    r"|(?:skip|end of) (?:twitter|x|facebook|instagram|tiktok) (?:post|video)(?: \d+)? by @\w+ ?",
    re.I,
)
_LONGEST_POINTER = 25  # words of a line that points to another report ("READ MORE: ...")
_LISTED = 2  # bars between the headlines of a longer one
_LONGEST_LINE = 500  # characters that the patterns are tried on: furniture is short


def furniture(text: str) -> Iterator[Edit]:
    """Drop lines that are page furniture; section labels only outside the body."""
    rows = lines(text)
    prose = [row for row in rows if row.prose]
    first, last = (prose[0].start, prose[-1].end) if prose else (len(text), 0)
    for row in rows:
        reason = _reason(row, inside=first <= row.start < last)
        over = _OVERLINE.match(text, row.start, row.end)
        tail = _TAIL.search(row.text[-_LONGEST_LINE:])
        if reason:
            yield Edit(row.start, row.end, "", reason)
        elif over:
            yield Edit(row.start, over.end(), "", FURNITURE)
        elif tail:
            yield Edit(row.end - len(tail[0]), row.end, "", POINTER)


def is_label(row: Line) -> bool:
    """Whether the whole line names a part of a site, such as "Opinion" or "Related stories"."""
    return row.key in LABELS


def _reason(row: Line, *, inside: bool) -> str | None:
    if row.key in ALWAYS or (len(row.text) <= _LONGEST_LINE and _PATTERN.fullmatch(row.text)):
        return FURNITURE
    if not row.key and not row.text.strip("-–—*•·|_=~. "):
        return FURNITURE
    if row.words <= _LONGEST_POINTER and _PICTURES.fullmatch(row.text):
        return POINTER
    listed = row.text.count(" | ") >= _LISTED
    if _POINTER.fullmatch(row.text) and (listed or (row.words <= _LONGEST_POINTER and not row.stops)):
        return POINTER
    return LABEL if not inside and is_label(row) else None
