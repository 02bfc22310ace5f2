"""Datelines: the place, and often the agency, that open a report ("LONDON, Jan 3 (AP) - ").

Some reports open with the agency or the outlet alone: "(AP) - ", "(CNN) ".
"""

import re
from dataclasses import dataclass

from rashomon.text.agencies import AGENCIES, agency_name
from rashomon.text.cleaning.lines import Line, lines
from rashomon.text.stations import is_station

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
# US states and Canadian provinces as they stand behind a town; "MD" is a doctor as well.
_STATE = (
    r"(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[AEINOST]|N[CDEHJMVY]|O[HKNR]|PA|QC|RI|S[CD]|T[NX]|UT"
    r"|V[AT]|W[AIVY]|Ala\.|Alaska|Alta\.|Ariz\.|Ark\.|B\.C\.|Calif\.|Colo\.|Conn\.|Del\.|Fla\.|Ga\.|Ill\.|Ind\."
    r"|Kan\.|Ky\.|La\.|Man\.|Mass\.|Md\.|Mich\.|Minn\.|Miss\.|Mo\.|Mont\.|N\.[CDHJMSY]\.|Neb\.|Nev\.|Okla\."
    r"|Ont\.|Ore\.|Pa\.|Que\.|R\.I\.|S\.[CD]\.|Sask\.|Tenn\.|Tex\.|Va\.|Vt\.|W\.Va\.|Wash\.|Wis\.|Wyo\.)"
)
_OPENING = tuple(
    re.compile(pattern)
    for pattern in (
        rf"[*\"“(]*(?P<place>{_PLACES}{_REGION}){_DATE}?{_AGENCY}?{_DASH}",
        rf"[*\"“(]*(?P<place>{_PLACES}{_REGION}){_DATE}?{_AGENCY}\s+(?=[A-Z0-9“\"‘])",
        rf"(?P<place>{_TITLED}{_REGION}){_DATE}{_AGENCY}?{_DASH}",
        rf"(?P<place>{_TITLED}{_REGION}){_AGENCY}{_DASH}",
        rf"(?P<place>{_TITLED}, ?{_STATE}){_AGENCY}?(?:\s*(?:—|–|--+)\s*|\s+-\s)",
    )
)
# Without a dash only an agency or a station makes it a dateline, without capitals only a known agency: "Ada
# Vane (WVLM) - " can be one of a list.
_UNDASHED, _MIXED = _OPENING[1], _OPENING[3]
# What a report begins with, right after brackets: a word, a number, a quotation, or another dateline.
_REPORT = r"(?=[A-Z0-9$“\"‘'])"
_SIGNED = re.compile(
    rf"(?:{_MONTH}\.? \d{{1,2}},? )?(?P<in>[(\[]) ?(?P<by>[A-Z][\w .,/&\-’']{{1,40}}?) ?[)\]]"
    rf"(?P<dash>{_DASH})?\s*{_REPORT}"
)
_BETWEEN = re.compile(r"/|, | and | & ")  # of two that sign together
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
_LONGEST_HEADLINE = 20  # words of a first line that can be one
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
        if found["place"].casefold() in AGENCIES:
            continue
        if pattern is _MIXED and agency is None:
            continue
        if pattern is _UNDASHED and (not _signs(found["agency"]) or find_dateline(line[found.end() :])):
            continue  # where another follows, the place is that one's: "WVLM (AP) ORLO - "
        return Dateline(found["place"].strip(" ,"), agency, found.end())
    return None


def report_start(line: str) -> int:
    """Return where the report itself begins in a paragraph: past the dateline or the credit that opens it.

    A credit stands in brackets with nothing before it: "(AP) The", "(WVLM) — The". Without a dash it is the
    name of an agency or a station, or in capitals; what an editor puts into a quotation ("[Vane] said") is
    none. Zero where the paragraph begins with the report.
    """
    signed = _SIGNED.match(line)
    end = signed.end() if signed and _is_credit(signed) else 0
    while dateline := find_dateline(line[end:]):
        end += dateline.end
    return end


def _is_credit(signed: re.Match[str]) -> bool:
    name = signed["by"]
    if _signs(name):
        return True
    capitals = name.isupper() and sum(letter.isalpha() for letter in name) > 1
    return signed["in"] == "(" and (capitals or signed["dash"] is not None)


def _signs(names: str) -> bool:
    """Whether these are agencies or stations: "AP", "WVLM/AP"."""
    return all(agency_name(name) or is_station(name) for name in _BETWEEN.split(names))


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
            if _is_headline(row, dateline) and row is rows[0] and len(rows) > 1:
                continue
            if holder is row and (row.words > _FEWEST_WORDS or alone):
                return dateline
    return None


def _is_headline(row: Line, dateline: Dateline) -> bool:
    """Whether it names who speaks: "NPTR: Harbour safe again"."""
    return (
        row.words <= _LONGEST_HEADLINE and not row.stops and row.text[: dateline.end].rstrip().endswith(":")
    )
