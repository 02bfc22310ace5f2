"""Who stands where in each sentence: the people that a later "he" or "the minister" can mean."""

from collections.abc import Mapping, Set
from dataclasses import dataclass

from rashomon.model import Entity
from rashomon.resolve.speakers.mentions import Reading
from rashomon.resolve.speakers.people import HE, PERSON_NOUNS, SHE

_SUBJECT = frozenset({"nsubj", "nsubjpass"})


@dataclass(frozen=True, slots=True)
class Reference:
    """A person in a sentence. `entity` is None for somebody without a name ("an officer").

    `leads` says that the person is the sentence's speaker or main subject, `speaks` that words are
    attributed to the person, perhaps inside what another tells.
    """

    token: int
    entity: Entity | None
    leads: bool
    speaks: bool = False


def people_in(
    reading: Reading,
    sentence: int,
    sources: Mapping[int, Entity | None],
    told: Set[int],
) -> list[Reference]:
    """The people named in a sentence outside quotation marks, in text order.

    `sources` are the head tokens of quote sources with the speaker found for each, and `told` the
    tokens of quote contents: who is spoken about there leads nothing.
    """
    bounds = reading.annotations.sentences[sentence]
    found: list[Reference] = []
    for index in range(bounds.first, bounds.last):
        if reading.quoted[index]:
            continue
        inside = index in told
        if index in sources:
            found.append(Reference(index, sources[index], leads=not inside, speaks=True))
            continue
        subject = _is_subject(reading, index)
        mention = reading.at(index)
        if mention is not None and mention.entity.kind == "person":
            last = reading.tokens_in(mention.span)[-1] if reading.tokens_in(mention.span) else index
            if index == last or subject:
                found.append(Reference(index, mention.entity, leads=subject and not inside))
        elif subject and reading.tokens.tag[index] == "NN" and _nameless(reading, index):
            found.append(Reference(index, None, leads=not inside))
    return found


def _is_subject(reading: Reading, index: int) -> bool:
    """Whether the token is a subject, or the name in apposition to one ("the coach, NAME, said")."""
    tokens = reading.tokens
    head = tokens.head[index]
    return tokens.dep[index] in _SUBJECT or (tokens.dep[index] == "appos" and tokens.dep[head] in _SUBJECT)


def _nameless(reading: Reading, index: int) -> bool:
    """Whether the noun means a person whom no name beside it makes known."""
    if reading.tokens.lemma[index] not in PERSON_NOUNS:
        return False
    for later in range(index + 1, min(index + 8, len(reading.tokens))):
        if reading.tokens.head[later] == index and reading.tokens.dep[later] == "appos":
            mention = reading.at(later)
            if mention is not None and mention.entity.kind == "person":
                return False
    return True


def pronoun_gender(word: str) -> str | None:
    """male for "he", female for "she", None for any other word."""
    low = word.casefold()
    return "male" if low in HE else "female" if low in SHE else None
