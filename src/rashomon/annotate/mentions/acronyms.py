"""Acronyms: those that the article introduces in brackets, and well-known ones that stand bare."""

import re
from collections.abc import Iterator

from rashomon.annotate.mentions.candidate import Candidate
from rashomon.annotate.mentions.page import DETERMINERS, POSSESSIVE, Page
from rashomon.link.gazetteer import Gazetteer
from rashomon.model.annotations import MentionKind
from rashomon.text.lexicon import closed_class
from rashomon.text.names import SMALL_WORDS

_ACRONYM = re.compile(r"(?:[A-Z]\.){2,}|[A-Z][A-Za-z0-9&-]{0,8}[A-Z0-9]")
# Acronyms that spell a common word: bare, they need a word around them that only a name can have.
_WORDS = closed_class(
    "is it us who aid are no and in as at be am an or so do go he me my we up pa ca ma act care"
)
_BEFORE_NAME = closed_class(
    "the of by from against with for between among and or including like both fighting eliminating defeating "
    "defeat eliminate fight combat join joined joining pro- anti- combating curb curbing via than"
)
_NO_NAMES = closed_class(
    "TV DNA HIV AIDS GDP CEO PM FM MP AM DUI SUV ATM CCTV ID OK GPS IED USA-based COVID II III IV VI"
)
_LONGEST_NAME = 9  # words of a name before its bracketed acronym


def introduced(page: Page) -> Iterator[tuple[Candidate, Candidate]]:
    """Yield the long name and the acronym of each "Long Name (LN)"; the kind is settled later."""
    for index in range(1, len(page) - 2):
        if page.words[index] not in ("(", "[") or page.words[index + 2] not in (")", "]"):
            continue
        acronym = page.words[index + 1]
        if not _ACRONYM.fullmatch(acronym):
            continue
        first = _long_name(page, index, acronym)
        if first is not None:
            last = index - (page.words[index - 1] in POSSESSIVE)
            yield (
                Candidate(first, last, "organisation", "ORG", "introduced"),
                Candidate(index + 1, index + 2, "organisation", "ORG", "introduced"),
            )


def _long_name(page: Page, bracket: int, acronym: str) -> int | None:
    """Find where the name that the acronym stands for begins: its initials in order."""
    letters = [letter.lower() for letter in acronym if letter.isalnum()]
    low = max(page.sentence(bracket).first, bracket - _LONGEST_NAME)
    for first in range(bracket - 1, low - 1, -1):
        words = page.words[first:bracket]
        if not words[0][:1].isupper() or words[0].lower() in DETERMINERS or len(words) < 2:
            continue
        heads = [part[0].lower() for word in words for part in word.split("-") if part and part[0].isalnum()]
        strong = [
            part[0].lower()
            for word in words
            for part in word.split("-")
            if part and part[0].isalnum() and word.lower() not in SMALL_WORDS
        ]
        if letters in (heads, strong):
            return first
    return None


def bare(page: Page, known: dict[str, MentionKind], gazetteer: Gazetteer) -> Iterator[Candidate]:
    """Yield acronyms that stand alone: those in `known`, and those that the gazetteer lists."""
    for index, word in enumerate(page.words):
        if not _ACRONYM.fullmatch(word) or word in _NO_NAMES or page.is_loud(index):
            continue
        if word in known:
            kind, label = known[word], "ORG"
        else:
            listed = gazetteer.body_kind(word) if gazetteer.writes(word) else None
            country = gazetteer.country(word)
            if listed is None and country is None:
                continue
            kind = "place" if country else listed or "organisation"
            label = "GPE" if country else "ORG"
        if word.lower() not in _WORDS or _is_name(page, index, kind):
            yield Candidate(index, index + 1, kind, label, "known")


def _is_name(page: Page, index: int, kind: MentionKind) -> bool:
    """Whether an acronym that spells a word is a name here, by its neighbours."""
    before, after = page.before(index), page.after(index)
    if (before.isupper() and len(before) > 1) or (after.isupper() and len(after) > 1):
        return before in ("(", "/") and after in (")", "/")
    if before.lower() in _BEFORE_NAME or after in POSSESSIVE or after.lower() in ("and", "or", "-", "-led"):
        return True
    if kind == "place":
        return page.tokens.pos[index] == "PROPN" or before.lower() in ("in", "to")
    noun_next = index + 1 < len(page) and page.tokens.tag[index + 1] in ("NN", "NNS") and after.isalpha()
    subject = page.tokens.pos[index - 1] in ("NOUN", "PRON", "PROPN") if before else False
    return (noun_next and not subject) or (page.tokens.pos[index] == "PROPN" and not subject)
