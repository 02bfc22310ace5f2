"""Who stands where: the people that a later "he" or "the minister" can mean, read in text order."""

from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.model import Entity, Span
from rashomon.resolve.speakers.genders import Gender
from rashomon.resolve.speakers.mentions import Reading
from rashomon.resolve.speakers.people import HE, SHE
from rashomon.text.persons import PERSON_NOUNS

_SUBJECT = frozenset({"nsubj", "nsubjpass"})
_FINITE = frozenset({"VBZ", "VBP", "VBD"})
_ASIDE = frozenset({"relcl", "acl", "advcl"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A person in a sentence. `entity` is None for somebody without a name ("an officer").

    `leads`: the person is the subject of a clause or its speaker, and not only told of. `main`: so of the
    sentence's main verb. `speaks`: words are attributed to the person. `told`: the person stands in what
    somebody else says. `owns`: the name is a possessive. `step` counts sentences in the outlet's own words.
    """

    token: int
    step: int
    paragraph: int
    entity: Entity | None
    leads: bool
    speaks: bool = False
    pronoun: bool = False
    main: bool = False
    told: bool = False
    owns: bool = False


class Discourse:
    """What was read so far: references in text order, and the last of each sort."""

    def __init__(self) -> None:
        self.references: list[Reference] = []
        self.bodies: list[Reference] = []
        self.last_lead: Reference | None = None
        self.last_speaker: Reference | None = None
        self.last_main: Reference | None = None
        self.step = 0
        self.paragraph = 0

    def add(self, reference: Reference) -> None:
        """Take in one more reference."""
        self.references.append(reference)
        if reference.leads:
            self.last_lead = reference
        if reference.leads and reference.speaks:
            self.last_speaker = reference
        if reference.main:
            self.last_main = reference

    def last_body(self) -> Reference | None:
        """The body that "it" means: the last to speak, if it did so since any other body and close by."""
        last = self.bodies[-1] if self.bodies else None
        if last is None or last.entity is None or last.entity.kind != "organisation":
            return None
        return last if self.step - last.step <= 1 and last.speaks and last.leads else None

    def within(self, steps: int) -> list[Reference]:
        """The references that lie at most that many sentences back, in text order."""
        found = []
        for reference in reversed(self.references):
            if self.step - reference.step > steps:
                break
            found.append(reference)
        return found[::-1]

    def leads(self, steps: int) -> Iterator[Reference]:
        """Speakers and subjects, the nearest first, a few sentences back."""
        return (r for r in reversed(self.within(steps)) if r.leads)


def is_subject(reading: Reading, index: int) -> bool:
    """Whether the token is a subject, or the name in apposition to one ("the coach, NAME, said")."""
    dep = reading.tokens.dep
    return dep[index] in _SUBJECT or (dep[index] == "appos" and dep[_explained(reading, index)] in _SUBJECT)


def _explained(reading: Reading, index: int) -> int:
    """The noun that one in apposition explains: of "the mayor of Orlo, NAME" the mayor, not Orlo.

    The parser takes either, and which may hang on the processor's rounding.
    """
    tokens = reading.tokens
    place = tokens.head[index]
    noun = tokens.head[tokens.head[place]]
    mention = reading.at(index)
    person = mention is not None and mention.entity.kind == "person"
    over = tokens.dep[place] == "pobj" and tokens.lemma[noun] in PERSON_NOUNS
    return noun if person and over else place


def is_main(reading: Reading, index: int) -> bool:
    """Whether the subject's verb is the sentence's main verb, or joined to it by "and"."""
    tokens = reading.tokens
    if tokens.dep[index] == "appos":
        index = _explained(reading, index)
    verb = tokens.head[index]
    for _ in range(4):
        if tokens.dep[verb] != "conj":
            break
        verb = tokens.head[verb]
    return tokens.head[verb] == verb


def tells_itself(reading: Reading, span: Span) -> bool:
    """Whether the words are a whole clause, subject and verb, and so nobody: "Herons win Orlo Cup"."""
    inside, tokens = reading.tokens_in(span), reading.tokens
    verbs = (k for k in inside if tokens.pos[k] == "VERB" and tokens.tag[k] in _FINITE)
    return any(
        tokens.dep[subject] in _SUBJECT and tokens.head[subject] == verb
        for verb in verbs
        if tokens.dep[verb] not in _ASIDE
        for subject in range(inside.start, verb)
    )


def is_nameless(reading: Reading, index: int) -> bool:
    """Whether the noun means a person whom no name beside it makes known."""
    if reading.tokens.lemma[index] not in PERSON_NOUNS:
        return False
    for later in range(index + 1, min(index + 8, len(reading.tokens))):
        if reading.tokens.dep[later] == "appos" and _explained(reading, later) == index:
            mention = reading.at(later)
            if mention is not None and mention.entity.kind == "person":
                return False
    return True


def pronoun_gender(word: str) -> Gender | None:
    """male for "he", female for "she", None for any other word."""
    low = word.casefold()
    return "male" if low in HE else "female" if low in SHE else None
