"""Hearers: whom a passive cue says to be told or accused; somebody else speaks."""

from rashomon.model import Entity, Quote
from rashomon.resolve.roles import ABBREVIATED
from rashomon.resolve.speakers.mentions import Reading
from rashomon.text.lexicon import closed_class

# Who "was concerned" or "is opposed" holds what is told; who is told, asked or accused does not.
_TELLING = closed_class("tell inform ask notify advise remind assure warn urge instruct order")
_GRANTING = closed_class("name elect appoint refuse deny award grant")
_HOLDING = closed_class("believe think suppose consider understand estimate report rumour rumor")
_ACCUSING = closed_class("accuse charge suspect blame")

_OWN = frozenset({"nsubj", "nsubjpass", "aux", "auxpass"})
_POLICE = closed_class("police deputy officer investigator detective trooper")
_OFFICERS = _POLICE | closed_class(
    "captain sergeant lieutenant sheriff superintendent inspector constable chief commander major corporal"
)


def hears(reading: Reading, quote: Quote) -> bool:
    """Whether the source is spoken to, accused, given or thought of.

    "The Herald is told", "accused of", "was named", "NAME's raid, believed to be the first".
    """
    tokens = reading.tokens
    verbs = [k for span in quote.cue for k in reading.tokens_in(span) if tokens.pos[k] == "VERB"]
    if verbs and _thought_of(reading, verbs[-1]):
        return True
    if not verbs or tokens.tag[verbs[-1]] != "VBN":
        return False
    verb = verbs[-1]
    sentence = reading.annotations.sentences[reading.sentence_of[verb]]
    around = reading.annotations.article.span(sentence.start, sentence.end)
    below = {tokens.dep[k] for k in reading.children(verb, around)}
    said = [k for span in quote.source for k in reading.tokens_in(span)]
    if any(tokens.dep[tokens.head[k]] == "agent" for k in said):
        return False
    if "auxpass" in below:
        return tokens.lemma[verb] in _TELLING | _ACCUSING | _GRANTING
    return tokens.lemma[verb] in _ACCUSING and "aux" not in below and "dobj" not in below


def _thought_of(reading: Reading, verb: int) -> bool:
    """Whether the verb stands aside without a subject and goes on with "to be": others believe it."""
    tokens = reading.tokens
    aside = tokens.lemma[verb] in _HOLDING and tokens.dep[verb] in ("acl", "advcl")
    own = any(tokens.head[k] == verb and tokens.dep[k] in _OWN for k in range(max(0, verb - 9), verb))
    goes_on = verb + 2 < len(tokens) and (tokens.lemma[verb + 1], tokens.lemma[verb + 2]) == ("to", "be")
    return aside and goes_on and not own


def tells_police(reading: Reading, subject: int) -> bool:
    """Whether the subject's verb is told to the police: "he told deputies"."""
    tokens = reading.tokens
    verb = tokens.head[subject]
    sentence = reading.annotations.sentences[reading.sentence_of[subject]]
    return tokens.lemma[verb] == "tell" and any(
        tokens.head[k] == verb and tokens.dep[k] in ("dobj", "dative") and tokens.lemma[k] in _POLICE
        for k in range(verb + 1, sentence.last)
    )


def is_officer(person: Entity) -> bool:
    """Whether a title of the person's is a rank of the police, who are told and do not tell themselves."""
    words = (word.casefold().rstrip(".") for role in person.roles for word in role.split())
    return any(ABBREVIATED.get(word, word) in _OFFICERS for word in words)
