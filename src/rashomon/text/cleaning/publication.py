"""Lines that tell about the article itself: when and where it was published, and who wrote it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.text.cleaning.lines import Line, lines
from rashomon.text.offsets import Edit
from rashomon.text.published import Published, read_date, whole_date

PUBLICATION = "publication line"
BYLINE = "byline"

_VERB = re.compile(
    r"(?:(?:first|originally|last|story|article)\s+)*"
    r"(?P<verb>published|posted|updated|modified|created|issued|uploaded|date)"
    r"(?:\s+(?:on|at))?\s*[:\-–|]?\s*",
    re.I,
)
_IN_OUTLET = re.compile(
    r"(?:First\s+)?[Pp]ublished\s+in\s+(?P<outlet>[A-Z][^,.;:\n]{1,60}?)(?:,|\s+on|\s+of)\s+"
)
_AFTER_DATE = re.compile(r"[\s.,|)\-–—]*(?:[A-Z]{2,4}T?|Updated|IST|ET|local time)?[\s.,|)]*$")
_NAME = r"(?:(?:[A-Z][\w.'’\-]*|al|bin|de|der|di|el|la|le|van|von)\s+){0,4}[A-Z][\w'’\-]+"
_AUTHORS = rf"{_NAME}(?:(?:,\s+|,?\s+and\s+|\s+&\s+){_NAME}){{0,4}}"
_BY = re.compile(rf"(?:By|BY|Written by|Reported by|Author:|Story by)\s+(?P<names>{_AUTHORS})(?P<rest>.*)")
_SEPARATOR = re.compile(r"\s+[|•·/]+\s+|\s{2,}")
_MOMENT = (
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b"
    r"|(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b"
    r"|\d{1,2}(?:st|nd|rd|th)?(?![a-z\d])(?<!\d{3})|(?:19|20)\d\d(?!\d)|\d{1,2}(?=[ap]\.?m\b)|[ap]\.?m\b"
    r"|[a-z]{2}t\b|gmt\b|utc\b|on\b|at\b|of\b|today\b|noon\b|(?:months?|weeks?|days?|hours?|minutes?) ago\b)"
)
# A line that only says when, without a day that can be read: "***UPDATED at 4:38 P.M. on Monday***".
_STAMP = re.compile(
    r"\W*(?:(?:first|last|originally)\s+)?(?:posted|updated|published|modified)"
    rf"(?:[\W_]*(?:{_MOMENT}|posted\b|updated\b|published\b|modified\b))+[\W_]*",
    re.I,
)
# Behind a headline, in its line: "Ferry sinks Posted: Monday, May 5, 2031 1:37 PM EDT Updated: ...". Without
# a colon and in small letters it may be a sentence ("a film that he posted on May 5, 2031.").
_LABEL = re.compile(
    r"(?:^|(?<=\s))(?:(?:first|last|originally) )?"
    r"(?P<verb>(?:published|posted|updated|modified|created)(?=(?: (?:on|at))?:)"
    r"|(?-i:PUBLISHED|POSTED|UPDATED|MODIFIED|CREATED))(?: (?:on|at))?:? ?",
    re.I,
)
_BETWEEN = " .,|)-–"  # what stands behind one labelled date, before the next
_LONGEST_STAMP = 100  # characters
_LONGEST_BYLINE = 14  # words, three names with their trades
_HEAD_LINES = 10  # lines that may say when and by whom: before the second paragraph, and no farther down
_MANY_DAYS = 3  # days named in the head from which some are those of other articles


@dataclass(frozen=True, slots=True)
class Found:
    """What the article's own lines say; `kept_out` are those lines and why they are no body text."""

    published: Published | None = None
    outlet: str | None = None
    byline: str | None = None
    kept_out: tuple[tuple[Line, str], ...] = ()


def find_publication(text: str) -> Found:
    """Read the lines before the body, and a closing "Published in ..." line."""
    rows = lines(text)
    head = _head(rows)
    dates: list[tuple[int, Published]] = []
    others: set[str] = set()
    outlet = byline = None
    kept_out: list[tuple[Line, str]] = []
    for row in rows:
        if in_outlet := _published_in(row):
            outlet = outlet or in_outlet[0]
            dates.append((0, in_outlet[1]))
            kept_out.append((row, PUBLICATION))
        elif row.start < head and (labelled := _labelled(row)):
            dates += labelled[1]
            kept_out.append((labelled[0], PUBLICATION))
        elif row.start < head:
            ranked, names = _facts(row)
            dates += ranked
            byline = byline or names
            if ranked or names or _is_stamp(row):
                kept_out.append((row, BYLINE if names and not ranked else PUBLICATION))
        elif stated := _stated(row.text):
            kept_out.append((row, PUBLICATION))
            if stated[0] == 0:
                dates.append(stated)
            else:
                others.add(stated[1].value)
        elif _is_stamp(row):
            kept_out.append((row, PUBLICATION))
        elif bare := _bare_date(row.text):
            others.add(bare.value)
    return Found(_settled(dates, others), outlet, byline, tuple(kept_out))


def _settled(dates: list[tuple[int, Published]], others: set[str]) -> Published | None:
    """The one date that the lines agree on. Many days are those of other articles listed on the page."""
    days = {published.value[:10] for _, published in dates} | {value[:10] for value in others}
    usable = [ranked for ranked in dates if ranked[0] == 0 or len(days) < _MANY_DAYS]
    best = min((rank for rank, _ in usable), default=0)
    found = [published for rank, published in usable if rank == best]
    return found[0] if len({published.value[:10] for published in found}) == 1 else None


def publication(text: str) -> Iterator[Edit]:
    """Drop the lines that only tell when, where and by whom the article was published."""
    for row, reason in find_publication(text).kept_out:
        yield Edit(row.start, row.end, "", reason)


def _head(rows: list[Line]) -> int:
    """Where the body surely has begun: at the second line of running text."""
    prose = [row.start for row in rows if row.prose]
    end = prose[1] if len(prose) > 1 else rows[-1].end if rows else 0
    return min(end, rows[_HEAD_LINES].start) if len(rows) > _HEAD_LINES else end


def _labelled(row: Line) -> tuple[Line, list[tuple[int, Published]]] | None:
    """The end of a line that is dates and nothing else, a label before each; with them (and their rank)."""
    first = verb = _LABEL.search(row.text)
    dates: list[tuple[int, Published]] = []
    while first and verb and (dated := read_date(row.text, verb.end())):
        dates.append((_rank(verb), dated))
        behind = len(row.text) - len(row.text[dated.end :].lstrip(_BETWEEN))
        if behind == len(row.text):
            return Line(row.start + first.start(), row.end, row.text[first.start() :]), dates
        verb = _LABEL.match(row.text, behind)
    return None


def _is_stamp(row: Line) -> bool:
    return len(row.text) <= _LONGEST_STAMP and _STAMP.fullmatch(row.text) is not None


def _published_in(row: Line) -> tuple[str, Published] | None:
    found = _IN_OUTLET.match(row.text)
    dated = read_date(row.text, found.end()) if found else None
    if found and dated and not row.text[dated.end :].strip(" ."):
        return found["outlet"], dated
    return None


def _facts(row: Line) -> tuple[list[tuple[int, Published]], str | None]:
    """The dates (with rank) and the byline of a line that holds nothing else; else nothing."""
    if row.words > _LONGEST_BYLINE + 10:
        return [], None
    dates: list[tuple[int, Published]] = []
    names = None
    for part in _SEPARATOR.split(row.text):
        if dated := _stated(part):
            dates.append(dated)
        elif whole := _bare_date(part):
            dates.append((1, whole))
        elif author := _byline(part):
            names = names or author
        elif _SEPARATOR.search(row.text) is None or not part.strip() or len(part.split()) > 5:
            return [], None
    return dates, names


def _stated(text: str) -> tuple[int, Published] | None:
    """A date after "Published", "Updated" ...; the first ranks before the last."""
    verb = _VERB.match(text)
    dated = read_date(text, verb.end()) if verb else None
    if not verb or not dated or not _AFTER_DATE.match(text[dated.end :]):
        return None
    return _rank(verb), dated


def _rank(verb: re.Match[str]) -> int:
    return 2 if verb["verb"].casefold() in {"updated", "modified"} else 0


def _bare_date(text: str) -> Published | None:
    dated = whole_date(text)
    return dated if dated and dated.precision not in {"year", "month"} else None


def _byline(text: str) -> str | None:
    found = _BY.fullmatch(text.strip())
    if not found or len(text.split()) > _LONGEST_BYLINE:
        return None
    rest = found["rest"].strip()
    if rest == "." and " " in found["names"]:  # "By Monday." is no byline
        return found["names"]
    sentence = rest[-1:] in {".", "?", "!"}
    return found["names"] if not rest or (rest[0] in ",|-–—(/" and not sentence) else None
