"""Hearers: whom a passive cue says to be told or accused; somebody else speaks."""

from rashomon.model import Quote
from rashomon.resolve.speakers.mentions import Reading
from rashomon.text.lexicon import closed_class

# Who "was concerned" or "is opposed" holds what is told; who is told, asked or accused does not.
_TELLING = closed_class("tell inform ask notify advise remind assure warn urge instruct order")
_GRANTING = closed_class("name elect appoint refuse deny award grant")
_ACCUSING = closed_class("accuse charge suspect blame")


def hears(reading: Reading, quote: Quote) -> bool:
    """Whether the source is spoken to, accused or given: "the Herald is told", "accused of", "was named"."""
    tokens = reading.tokens
    verbs = [k for span in quote.cue for k in reading.tokens_in(span) if tokens.pos[k] == "VERB"]
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
