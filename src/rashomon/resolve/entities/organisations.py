"""Organisations and groups: which names mean one body."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from rashomon.link.block import candidate_pairs
from rashomon.link.features import APART, Feature, Score, score_pair
from rashomon.link.gazetteer import Gazetteer, Known
from rashomon.link.group import average_link
from rashomon.resolve.entities.judged import Judged
from rashomon.resolve.entities.ministries import MINISTRIES
from rashomon.resolve.entities.uses import Use
from rashomon.text.lexicon import closed_class
from rashomon.text.names import alike, initials, is_acronym, sound, tokens
from rashomon.text.numbers import parse_number

# Pairs of names of bodies of the development part come out alike from .2 to .8; above, right ones part.
THRESHOLD = 0.5
LEGAL = closed_class(
    "inc incorporated corp corporation co company ltd limited llc llp plc ag gmbh sa nv bv oao ooo pjsc "
    "jsc holdings na lp spa srl ab oy as kk pt aktiengesellschaft the"
)
EXACT_FORMS = frozenset({"ag", "gmbh", "plc", "inc", "llp", "bv", "nv"})
LEGAL_PHRASES = (
    ("limited liability company", "llc"),
    ("societatea cu raspundere limitata", "srl"),
    ("gesellschaft mit beschrankter haftung", "gmbh"),
    ("public limited company", "plc"),
    ("joint stock company", "jsc"),
)
DESCRIBING = ("news agency", "militant group", "group", "network", "movement", "newspaper", "militants")
SPELT = {
    "organization": "organisation",
    "center": "centre",
    "defense": "defence",
    "labor": "labour",
    "program": "programme",
    "dept": "department",
    "intl": "international",
    "int": "international",
    "assn": "association",
    "natl": "national",
    "univ": "university",
    "us": "united states",
    "uk": "united kingdom",
    "un": "united nations",
    "eu": "european union",
    "first": "1",
    "1st": "1",
    "second": "2",
    "2nd": "2",
    "third": "3",
    "3rd": "3",
}
# In these countries the short name alone usually means their own body.
USUAL_BEARER = {"foreign office": "GB"}


@dataclass(frozen=True)
class OrganisationName:
    """One name of a body, with the country in it and the table's entry for it."""

    name: str
    known: Known | None = None
    country: str | None = None
    uses: tuple[Use, ...] = ()

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The folded words in one spelling, without legal forms and bare descriptions."""
        text = " ".join(SPELT.get(w, w) for w in tokens(re.sub(r"['’]s\b(?!$)", "", self.name)))
        for phrase, short in LEGAL_PHRASES:
            text = text.replace(phrase, short)
        own = _with_digits(text.split())
        text = " ".join([w for w in own if w not in LEGAL] or own)
        for ending in DESCRIBING:
            text = text.removesuffix(f" {ending}")
        return tuple(text.split())

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The numbers in the name."""
        return frozenset(w for w in self.words if w.isdigit())

    @cached_property
    def legal(self) -> frozenset[str]:
        """The legal forms in the name."""
        return frozenset(tokens(self.name)) & LEGAL - {"the"}


def _with_digits(words: list[str]) -> list[str]:
    """Numbers in words as digits: "brigade forty four" is "brigade 44"."""
    found: list[str] = []
    at = 0
    while at < len(words):
        pair = parse_number(" ".join(words[at : at + 2])) if words[at].endswith("ty") else None
        value = pair if pair is not None else parse_number(words[at])
        found.append(words[at] if value is None else f"{value:.0f}")
        at += 1 + (pair is not None and at + 1 < len(words))
    return found


def ministry(name: OrganisationName, gazetteer: Gazetteer) -> str | None:
    """Return what the ministry is for, whichever country's it is; None for other bodies."""
    words = list(name.words)
    for size in range(len(words)):
        head = " ".join(words[size:])
        if head in MINISTRIES:
            before = " ".join(words[:size])
            owner = gazetteer.demonym(before) or gazetteer.country(before) if before else None
            return MINISTRIES[head] if owner or not before else None
    found = re.match(r"(.+) of ([\w ]+)$", " ".join(words))
    if found and found.group(1) in MINISTRIES and gazetteer.country(found.group(2)):
        return MINISTRIES[found.group(1)]
    return None


def table(left: OrganisationName, right: OrganisationName) -> tuple[float, str, str] | None:
    """Both are usual names of one well-known organisation or group, or of two."""
    if left.known is None or right.known is None:
        return None
    return (1.0 if left.known == right.known else -1.0, left.known.names[0], right.known.names[0])


def wording(left: OrganisationName, right: OrganisationName) -> tuple[float, str, str] | None:
    """The names have the same words, but for spelling, legal form and bare descriptions."""
    shown = (left.name, right.name)
    if left.words == right.words:
        return (1.0, *shown)
    if "".join(left.words) == "".join(right.words):
        return (0.95, *shown)
    if len(left.words) != len(right.words) or is_acronym(left.name) or is_acronym(right.name):
        return None
    scores = [alike(a, b) for a, b in zip(left.words, right.words, strict=True)]
    low = min(scores)
    return (sum(scores) / len(scores), *shown) if low >= 0.85 else None


def acronym(left: OrganisationName, right: OrganisationName) -> tuple[float, str, str] | None:
    """One name is made of the initials of the other, and an article holds both."""
    short, full = sorted((left.name, right.name), key=lambda name: (len(name), name))
    if not is_acronym(short) or is_acronym(full) or " " not in full:
        return None
    letters = short.replace(".", "").replace("-", "").upper()
    if len(letters) < 3 or initials(full) != letters:
        return None
    together = {use.article for use in left.uses} & {use.article for use in right.uses}
    if len(letters) < 4 and left.uses and right.uses and not together:
        return None  # three letters stand for many bodies; one article must know both names
    return (0.8, left.name, right.name)


def numbers(left: OrganisationName, right: OrganisationName) -> tuple[float, str, str] | None:
    """The names hold different numbers."""
    if left.numbers == right.numbers:
        return None
    return (-1.0, " ".join(sorted(left.numbers)), " ".join(sorted(right.numbers)))


def form(left: OrganisationName, right: OrganisationName) -> tuple[float, str, str] | None:
    """The names have different legal forms: two companies."""
    left_form, right_form = left.legal & EXACT_FORMS, right.legal & EXACT_FORMS
    if not left_form or not right_form or left_form & right_form:
        return None
    return (-1.0, " ".join(sorted(left_form)), " ".join(sorted(right_form)))


def nation(left: OrganisationName, right: OrganisationName) -> tuple[float, str, str] | None:
    """The names say that the bodies belong to different countries."""
    if left.country is None or right.country is None or left.country == right.country:
        return None
    return (-1.0, left.country, right.country)


FEATURES = (
    Feature("table", 1.2, table, forbids=True),
    Feature("wording", 1.0, wording),
    Feature("acronym", 1.0, acronym),
    Feature("numbers", 2.0, numbers, forbids=True),
    Feature("form", 2.0, form, forbids=True),
    Feature("nation", 2.0, nation, forbids=True),
)


def compare_organisations(left: OrganisationName, right: OrganisationName) -> Score:
    """Score two names of bodies."""
    return score_pair(left, right, FEATURES)


def block_keys(name: OrganisationName) -> set[str]:
    """The joined words, their sounds, the initials, and the table's entry."""
    keys = {"".join(name.words), initials(name.name).casefold(), name.name.replace(".", "").casefold()}
    keys |= {sound(word) for word in name.words if len(word) > 3}
    return keys | ({name.known.names[0].casefold()} if name.known else set())


def group_names(
    names: Sequence[OrganisationName], given: Mapping[tuple[int, int], Score], judged: Judged
) -> tuple[list[tuple[int, ...]], dict[tuple[int, int], Score]]:
    """Group names by body; `given` are pairs that other evidence has scored already."""
    scored = {
        (i, j): compare_organisations(names[i], names[j])
        for i, j in candidate_pairs([block_keys(n) for n in names])
    }
    for pair, score in given.items():
        before = scored.get(pair, Score(0.0, ()))
        if before.total == APART and any(shown.feature == "stated" for shown in score.evidence):
            before = Score(0.0, ())  # what the article itself says of its words outranks the table
        scored[pair] = Score(before.total + score.total, before.evidence + score.evidence)
    judged.forbid([name.name for name in names], scored)
    totals = {pair: score.total for pair, score in scored.items()}
    return average_link(len(names), totals, threshold=THRESHOLD), scored
