"""Sentences by rule: where one ends is told by marks, abbreviations and what comes next.

A line end always ends a sentence; a quotation mark stays with the sentence that it closes.
"""

import re
from collections.abc import Iterator

from rashomon.text.labels import label_end
from rashomon.text.quotation_marks import pair_marks

LONGEST = 4000  # characters; a longer stretch without an end is cut at a space, so that it can be parsed

_END = re.compile(r"[.!?…]+")
_CLOSERS = frozenset("”’»›)]}")
_PLAIN_MARKS = frozenset("\"'＂")
_OPENERS = frozenset("“‘„«‹([{\"'＂*•-–—¿¡$€£")
_WORD = re.compile(r"[^\W_]+(?:[.'’&-][^\W_]+)*")
_LAST_WORD = re.compile(r"[^\W_]+(?:[.&][^\W_]+)*$")
_ITEM = re.compile(r"(?<=\S\s)[•▪●■◆►](?=\s)")  # of a list printed in one line
_GLUED = re.compile(r"(?<=[^\W\d_]{2})[.!?](?=[A-Z][a-z]+ )")  # "said.The": the space was lost

# Abbreviations, written with a capital, that a name follows: they never end a sentence.
_TITLES = frozenset(
    "mr mrs ms mx dr drs prof gen gov sen rep reps sens lt col sgt capt maj cmdr comdr adm brig hon rev fr"
    " supt det insp cpl pvt amb messrs mme mlle msgr"
    " pres atty ald treas spc pfc dep const asst assoc ste".split()
)
# Abbreviations that a name or number follows, in any case.
_LEADING = frozenset("vs v nos approx ca cf eg e.g ie i.e viz pp vol rs op figs".split())
# Abbreviations, written with a capital, that end a sentence where a word that opens sentences follows.
_NAMES = frozenset(
    "inc corp ltd co bros jr sr jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur"
    " thurs fri sat sun ave blvd rd st mt ft sq hwy calif pa ga fla tex mass conn ill ind mich minn wash ore"
    " ariz ala ark colo del kan ky la md miss mo mont neb nev okla tenn va vt wis wyo ont que esq plc llc"
    " art sec fig dept univ".split()
)
_TRAILING = frozenset("etc al a.m p.m no km kg lb mph ph.d".split())
_STARTERS = frozenset(
    "the a an in on at he she it they we i you this that these those but and or so if as when while after"
    " before since for from by with his her its their our my there here what who how why where no not yes"
    " both all some many most one two another other officials police authorities investigators he's it's"
    " however meanwhile also now then according despite during until although though because last earlier"
    " later still yet once under over more less few each every".split()
)
_REPORTED = re.compile(
    r"\s+(?:[A-Z][\w.'’-]*\s+){1,5}"
    r"(?:said|says|asked|asks|added|told|replied|wrote|tweeted|shouted|wondered|exclaimed|cried|continued|recalled)"
    r"(?P<after>[\s.,]?)"
)


def split_paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each line that holds something, without the white space around it."""
    at = 0
    for line in text.split("\n"):
        body = line.strip()
        if body:
            start = at + line.index(body[0])
            yield start, start + len(body)
        at += len(line) + 1


def split_sentences(text: str) -> list[tuple[int, int, int]]:
    """Return start, end and paragraph of each sentence, in order; only white space lies between."""
    opening: set[int] = set()
    closing: set[int] = set()
    for pair in pair_marks(text):
        opening.add(pair.start)
        if pair.closed:
            closing.update(range(pair.inner_end, pair.end))
    found: list[tuple[int, int, int]] = []
    for paragraph, (start, end) in enumerate(split_paragraphs(text)):
        line = text[start:end]
        begin = 0
        items = {found.start() for found in _ITEM.finditer(line)} | {label_end(line)} - {0}
        for stop in (*sorted({*_boundaries(line, start, opening, closing), *items}), len(line)):
            for left, right in _cut(line, begin, stop):
                found.append((start + left, start + right, paragraph))
            begin = stop
    return found


def _boundaries(line: str, offset: int, opening: set[int], closing: set[int]) -> Iterator[int]:
    """Yield where sentences end inside a paragraph: after the mark and all that closes with it."""
    last = 0
    for match in _END.finditer(line):
        if match.start() < last:
            continue
        stop = _absorb(line, match.end(), offset, opening, closing)
        if stop >= len(line):
            return
        quoted = stop > match.end()
        if _ends(line, match, stop) and not (quoted and _carries_on(line, match, stop)):
            last = stop
            yield stop


def _absorb(line: str, stop: int, offset: int, opening: set[int], closing: set[int]) -> int:
    """Move past the marks that close with the sentence, also past strays that stand alone."""
    while stop < len(line):
        ahead = stop
        while ahead < len(line) and line[ahead].isspace():
            ahead += 1
        if ahead == len(line):
            return ahead
        sign, place = line[ahead], offset + ahead
        alone = ahead + 1 == len(line) or line[ahead + 1].isspace()
        closes = place in closing or (sign in _CLOSERS and (ahead == stop or alone))
        stray = sign in _PLAIN_MARKS and place not in opening and (ahead == stop or alone)
        if not closes and not stray:
            return stop
        stop = ahead + 1
    return stop


def _ends(line: str, match: re.Match[str], stop: int) -> bool:
    """Whether the mark ends a sentence, by the words on both sides."""
    if not line[stop].isspace():
        return bool(_GLUED.match(line, match.start())) or line.startswith(("—", "– "), stop)
    ahead = stop
    while ahead < len(line) and (line[ahead].isspace() or line[ahead] in _OPENERS):
        ahead += 1
    if ahead == len(line) or not line[ahead].isalnum() or line[ahead].islower():
        return False
    if match.group() != "." or stop > match.end():
        return True
    before = _LAST_WORD.search(line, max(0, match.start() - 24), match.start())
    return before is None or not _abbreviates(before, line, ahead)


def _abbreviates(before: re.Match[str], line: str, ahead: int) -> bool:
    """Whether the word before a full stop is cut short and the sentence goes on."""
    written = before.group()
    word, capital = written.lower(), written[0].isupper()
    if word in _LEADING or (capital and word in _TITLES):
        return True
    if word.isdigit():
        return before.start() == 0 and len(word) < 3  # "1. The first point"
    initials = "." in word and len(word) <= 2 * word.count(".") + 2
    if not (initials or word in _TRAILING or (capital and (len(word) == 1 or word in _NAMES))):
        return False
    following = _WORD.match(line, ahead)
    next_word = following.group().lower() if following else ""
    return next_word[:1].isdigit() or (word != "no" and next_word not in _STARTERS)


def _carries_on(line: str, match: re.Match[str], stop: int) -> bool:
    """Whether the words after a closed quotation say who spoke: '"Will you go?" Jane Doe asked.'"""
    after = _REPORTED.match(line, stop)
    if after is None:
        return False
    return match.group()[-1] in "!?" or after.group("after") in ("", ".", ",")


def _cut(line: str, begin: int, stop: int) -> Iterator[tuple[int, int]]:
    """Yield the sentence without white space around it, in pieces where it is too long to parse."""
    while begin < stop:
        while begin < stop and line[begin].isspace():
            begin += 1
        end = min(stop, begin + LONGEST)
        if end < stop:
            space = line.rfind(" ", begin + 1, end)
            end = space if space > begin else end
        tail = end
        while tail > begin and line[tail - 1].isspace():
            tail -= 1
        if tail > begin:
            yield begin, tail
        begin = end
