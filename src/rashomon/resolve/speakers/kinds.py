"""What kind of source a quote has: official, anonymous, document, analyst, agency; None for any other."""

import re

from rashomon.link.gazetteer import Gazetteer
from rashomon.model import Entity, Quote
from rashomon.model.annotations import SourceKind
from rashomon.resolve.roles import Role
from rashomon.resolve.speakers.mentions import Reading
from rashomon.resolve.speakers.offices import roles_of
from rashomon.resolve.speakers.people import DOCUMENTS
from rashomon.text.agencies import AGENCIES
from rashomon.text.lexicon import closed_class

# Who holds a public office, by the noun of the title.
_OFFICIALS = closed_class(
    "minister president premier chancellor secretary ambassador envoy mayor governor senator congressman "
    "congresswoman lawmaker king queen prince princess emir sultan judge justice sheriff prosecutor "
    "commissioner deputy official representative legislator councillor councilman councilwoman magistrate "
    "diplomat general admiral colonel commander inspector superintendent constable attorney-general "
    "sen rep gov pres gen adm col fm pm police officer speaker undersecretary vice-president"
)
_BODIES = closed_class(
    "ministry government department administration agency authority court parliament congress senate council "
    "police army navy embassy commission committee tribunal assembly legislature cabinet bureau force guard "
    "house office kremlin pentagon"
)
_ANALYSTS = closed_class(
    "analyst expert economist professor researcher scholar scientist historian academic strategist "
    "commentator observer pollster specialist fellow lecturer sociologist criminologist epidemiologist"
)
_MEDIA = closed_class(
    "news newspaper magazine broadcaster channel daily weekly times post tribune gazette radio"
)
# Whose names are known and kept back, rather than a crowd's ("voters", "critics").
_UNNAMED = closed_class(
    "source official aide adviser advisor insider staffer spokesman spokeswoman spokesperson operative "
    "executive employee worker colleague friend relative resident witness neighbour neighbor diplomat "
    "lawmaker officer agent investigator lawyer attorney donor representative member delegate ally man woman"
)
_ON_THE_BENCH = closed_class("judge justice magistrate prosecutor police")
# Heads of clubs and companies bear these titles too; a state's stand bare or with its name.
_SHARED_TITLES = closed_class("president general commander officer secretary speaker inspector deputy")
_PAST = closed_class("former ex")
_SHIELDS = ("anonym", "not be named", "not to be named", "declined to be named", "not be identified")
_SHIELDS_MORE = ("asked not to be", "not authorised to", "not authorized to", "familiar with the")


def source_kind(
    reading: Reading, quote: Quote, speaker: Entity | None, gazetteer: Gazetteer
) -> SourceKind | None:
    """The kind that the source's own words say, or else the titles of the speaker."""
    if not quote.source:
        return None
    words = " ".join(reading.text[s.start : s.end] for s in quote.source)
    head = reading.head(quote.source[0])
    if head is None:
        return None
    if _shielded(reading, quote, words):
        return "anonymous"
    lemma = reading.tokens.lemma[head].casefold()
    mention = reading.at(head)
    if lemma in DOCUMENTS and (mention is None or mention.entity != speaker):
        return "document"
    if speaker is not None:
        return (
            _of_person(reading, words, speaker, gazetteer) if speaker.kind == "person" else _of_body(speaker)
        )
    if words.casefold().removeprefix("the ") in AGENCIES:
        return "agency"
    return _of_noun(reading, head, lemma, words)


def _shielded(reading: Reading, quote: Quote, words: str) -> bool:
    """Whether the source's sentence says that the name is kept back."""
    sentence = reading.annotations.sentences[reading.sentence_of[reading.tokens_in(quote.source[0])[0]]]
    around = reading.text[sentence.start : sentence.end].casefold()
    named = any(m.entity.kind == "person" for span in quote.source for m in reading.within(span))
    shield = any(phrase in around for phrase in _SHIELDS)
    return not named and (shield or any(phrase in words.casefold() for phrase in _SHIELDS_MORE))


def _of_body(speaker: Entity) -> SourceKind | None:
    name = speaker.name.casefold().removeprefix("the ")
    last = name.split()[-1:]
    if name in AGENCIES or name.endswith("news agency"):
        return "agency"
    if speaker.kind == "place" or not _BODIES.isdisjoint(last):
        return "official"
    return None if _MEDIA.isdisjoint(last) else "agency"


def _of_person(reading: Reading, words: str, speaker: Entity, gazetteer: Gazetteer) -> SourceKind | None:
    """The kind by what stands beside the name here, and by the titles that the story gives the person."""
    beside = re.split(r"\b(?:for|to|with|of|at|who)\b", words.casefold())[0]
    held = [role for role in roles_of(speaker, gazetteer) if not _PAST.intersection(role.title.split())]
    if not _ANALYSTS.isdisjoint(beside.split()) or any(role.head in _ANALYSTS for role in held):
        return "analyst"
    return "official" if any(_is_public(reading, role, speaker) for role in held) else None


def _is_public(reading: Reading, role: Role, speaker: Entity) -> bool:
    """Whether the title is a state's: one that clubs share too must stand bare, or with its land."""
    if role.head not in _OFFICIALS:
        return False
    if role.head not in _SHARED_TITLES or role.country is not None or role.title.startswith("vice "):
        return True
    bare = re.compile(rf"(?:^|\n|[a-z.,;:“”\"] )(?i:{re.escape(role.title)}) $")
    starts = (m.span.start for m in reading.mentioned if m.entity.id == speaker.id)
    return any(bare.search(reading.text[max(0, start - 40) : start]) for start in starts)


def _of_noun(reading: Reading, head: int, lemma: str, words: str) -> SourceKind | None:
    """The kind of a source that nobody's name is known for: "officials", "the minister", "the council"."""
    if reading.tokens.pos[head] != "NOUN":
        return None
    definite = words.casefold().startswith("the ") and reading.tokens.tag[head] == "NN"
    if lemma in _ANALYSTS:
        return "analyst"
    if lemma in _BODIES | _ON_THE_BENCH or (lemma in _OFFICIALS - _UNNAMED and definite):
        return "official"
    return "anonymous" if lemma in _UNNAMED and (not definite or lemma in ("official", "source")) else None
