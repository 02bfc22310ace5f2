"""Quotes that name no source: "writing that ..." has its verb's subject, free speech the one speaking on."""

from rashomon.model import Quote, Span
from rashomon.resolve.speakers.mentions import Reading

_HANGS = frozenset({"advcl", "xcomp", "pcomp", "acl", "prep", "conj", "dep"})
_SUBJECT = frozenset({"nsubj", "nsubjpass"})
_FARTHEST = 5  # steps up the tree from the participle to the verb with a subject


def understood(reading: Reading, quote: Quote) -> int | None:
    """The subject of the clause that a participle hangs on: NAME in "NAME took the floor, saying ..."."""
    tokens = reading.tokens
    verbs = [k for span in quote.cue for k in reading.tokens_in(span) if tokens.tag[k] == "VBG"]
    if not verbs:
        return None
    verb = verbs[0]
    for _ in range(_FARTHEST):
        subject = _subject(reading, verb)
        if subject is not None or tokens.dep[verb] not in _HANGS:
            return subject
        verb = tokens.head[verb]
    return None


def _subject(reading: Reading, verb: int) -> int | None:
    bounds = reading.annotations.sentences[reading.sentence_of[verb]]
    tokens = reading.tokens
    for index in range(bounds.first, bounds.last):
        if tokens.head[index] == verb and tokens.dep[index] in _SUBJECT:
            return index
    return None


def is_whole(reading: Reading, quote: Quote) -> bool:
    """Whether the quote is all in marks, sentences of its own, and closes its line."""
    first, last = quote.content[0], quote.content[-1]
    inner = reading.text[last.start : last.end].rstrip("\"'”’»").rstrip()
    closes = reading.text[last.end :].lstrip(" \u00a0\"'”’»")[:1] in ("", "\n") and inner[-1:] in ".?!…"
    return quote.kind == "direct" and closes and _begins(reading.text, first)


def _begins(text: str, span: Span) -> bool:
    before = text[: span.start].rstrip(" \u00a0\"'“‘«")
    return before[-1:] in ("", "\n", ".", "?", "!", "…", "”", '"', "’")
