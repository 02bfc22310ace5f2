"""Datelines: the place, and often the agency, that open a report ("LONDON, Jan 3 (AP) - ")."""

import re
from dataclasses import dataclass

from rashomon.text.agencies import AGENCIES, agency_name
from rashomon.text.cleaning.lines import lines

_CAPITALS = r"[A-Z][A-Z.'’\-]+(?:[ \-](?:[A-Z][A-Z.'’\-]+|de|of|the|and|al|el|upon))*"
_TITLED = r"[A-Z][\w.'’\-]+(?: (?:[A-Z][\w.'’\-]+|de|of|the|upon|al|el))*"
_PLACES = rf"{_CAPITALS}(?:/{_CAPITALS})*"
_REGION = rf"(?:, ?{_TITLED})?"
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|March|Mar|April|Apr|May|June|Jun|July|Jul|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
_DATE = rf"(?:,? (?:{_MONTH}\.? \d{{1,2}}(?:, \d{{4}})?|\d{{1,2}} {_MONTH})\.?)"
_AGENCY = r"(?: ?[(\[](?P<agency>[\w .,/&\-’']{2,40})[)\]])"
# A hyphen needs a space beside it, or it is one inside a name.
_DASH = r"(?:\s*(?:—|–|―|--+)\s*|\s+-\s*|-\s+|\s*:(?:\s+|$))"
_OPENING = tuple(
    re.compile(pattern)
    for pattern in (
        rf"[*\"“(]*(?P<place>{_PLACES}{_REGION}){_DATE}?{_AGENCY}?{_DASH}",
        rf"[*\"“(]*(?P<place>{_PLACES}{_REGION}){_DATE}?{_AGENCY}\s+(?=[A-Z“\"‘])",
        rf"(?P<place>{_TITLED}{_REGION}){_DATE}{_AGENCY}?{_DASH}",
        rf"(?P<place>{_TITLED}{_REGION}){_AGENCY}{_DASH}",
    )
)
# Without a dash, or without capitals, only a known agency makes it a dateline.
_NEED_AGENCY = (_OPENING[1], _OPENING[3])
# Words in capitals before a colon or a dash that name a kind of item, not a place.
_LABELS = frozenset(
    """ADVICE ALERT ANALYSIS BACKGROUND BREAKING BRIEF COLUMN COMMENT COMMENTARY CORRECTION CORRECTED
    EDITORIAL EXCLUSIVE EXPLAINER FACT FACTBOX FEATURE FLASHBACK FOCUS GALLERY GRAPHIC INSIGHT INTERVIEW
    INVESTIGATION JUST LATEST LETTER LIST LIVE LOOK MAP MORE NEW NEWS NOTE OBITUARY OPINION PHOTO PHOTOS
    PICTURED POLL PREVIEW PROFILE QUESTION ANSWER READ RECAP RELATED REPORT REVEALED REVIEW SEE SPECIAL SPORT
    SPORTS STORY SUMMARY TIMELINE TOP TRENDING UPDATE UPDATED UPDATES VERDICT VIDEO WARNING WATCH FILE
    ALSO LISTEN MUST PART STEP FAQ Q QA AM PM TV US UK UN EU NATO OPEC""".split()
)
# A heading with its year ("TEST PAPERS - 2031 (PART ONE)") has the form of a dateline too.
_NUMBERED = re.compile(r"(?:19|20)\d\d\s*(?:$|[(\-–—|])")
# Counted on 1,583 development articles, of which 508 have a dateline.
_LONGEST = 60  # characters of the place; 30 to 120 give the same
_MOST_WORDS = 5  # in capitals, of the place: 4 give the same, 7 change one, with 3 fourteen change
_PARAGRAPHS = 6  # lines that may hold it, headline, byline and caption before it: with 4 thirteen change
_FEWEST_WORDS = 6  # of its line, or it is a heading; 4 or 9 change two


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline: the place as printed, the agency that it names, and where the report begins."""

    place: str
    agency: str | None
    end: int


def find_dateline(line: str) -> Dateline | None:
    """Read the dateline that a paragraph begins with; None where there is none for certain."""
    for pattern in _OPENING:
        found = pattern.match(line)
        if found is None or len(found["place"]) > _LONGEST:
            continue
        words = re.findall(r"[A-Z]+", found["place"])
        if not words or set(words) <= _LABELS or len(found["place"]) < 3 or len(words) > _MOST_WORDS:
            continue
        agency = agency_name(found["agency"] or "")
        if _NUMBERED.match(line, found.end()):
            continue
        if found["place"].casefold() in AGENCIES or (pattern in _NEED_AGENCY and agency is None):
            continue
        return Dateline(found["place"].strip(" ,"), agency, found.end())
    return None


def article_dateline(text: str) -> Dateline | None:
    """Read the dateline of an article: of its first paragraphs, unless it is a transcript.

    In a transcript, names in capitals and a colon open many lines; a dateline stands once.
    """
    rows = lines(text[:20000])
    found = [(row, dateline) for row in rows if (dateline := find_dateline(row.text))]
    if len(found) > 2:
        return None
    for row in rows[:_PARAGRAPHS]:
        for holder, dateline in found:
            alone = dateline.end == len(row.text) and not row.text.endswith(":")
            if holder is row and (row.words > _FEWEST_WORDS or alone):
                return dateline
    return None
