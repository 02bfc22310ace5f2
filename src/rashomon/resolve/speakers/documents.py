"""Documents that speak: "the statement", "a report by NAME". They speak for the one who made them."""

from collections.abc import Iterator, Mapping

from rashomon.model import Entity, Span
from rashomon.resolve.speakers.answer import Answer, found, unknown
from rashomon.resolve.speakers.mentions import Reading
from rashomon.resolve.speakers.people import DOCUMENTS
from rashomon.text.lexicon import closed_class

_BACK = 150  # tokens, about six sentences; an older statement is likely another one
_MAKING = closed_class("release issue post publish write send put sign file share tweet make give")
_SUBJECT = frozenset({"nsubj", "nsubjpass"})


def by_document(reading: Reading, head: int, span: Span, answers: Mapping[int, Answer]) -> Answer | None:
    """The one body or person that the document is of, in its own words or where it was told of first."""
    if reading.tokens.lemma[head] not in DOCUMENTS:
        return None
    words = reading.text[span.start : span.end]
    if any(reading.tokens.tag[k] == "PRP$" for k in reading.children(head, span)):
        return unknown(f"the document is of somebody told of before: “{words}”")
    authors = _authors(reading, head, span)
    if not authors and words.casefold().startswith(("the ", "that ", "this ")):
        authors = _told_before(reading, head, answers)
        if len({entity.id for entity in authors}) == 1:
            return found("document before", authors[0], words)
    if len({entity.id for entity in authors}) != 1:
        return unknown(f"the document's author is not named: “{words}”")
    return found("document", authors[0], words)


def _authors(reading: Reading, head: int, span: Span) -> list[Entity]:
    """Whom the phrase itself names as the document's author."""
    authors = []
    for mention in reading.within(span):
        index = reading.head(mention.span)
        if index is None or mention.entity.kind == "place":
            continue
        before = index < head and _qualifies(reading, index, head)
        if before or _written_by(reading, index, head):
            authors.append(mention.entity)
    return authors


def _qualifies(reading: Reading, index: int, head: int) -> bool:
    """Whether the name stands before the document as part of its phrase: "a Harbour Office statement"."""
    tokens = reading.tokens
    for _ in range(4):
        if tokens.dep[index] not in ("compound", "poss", "nmod", "amod", "nummod"):
            return False
        index = tokens.head[index]
        if index == head:
            return True
    return False


def _written_by(reading: Reading, index: int, head: int) -> bool:
    """Whether "by NAME", "from NAME" or "of NAME" hangs on the document, or on "issued" beside it."""
    tokens = reading.tokens
    preposition = tokens.head[index]
    if tokens.dep[index] != "pobj" or tokens.lemma[preposition] not in ("by", "from", "of"):
        return False
    above = tokens.head[preposition]
    made = tokens.dep[above] == "acl" and tokens.lemma[above] in _MAKING and tokens.lemma[preposition] == "by"
    return above == head or (made and tokens.head[above] == head)


def _told_before(reading: Reading, head: int, answers: Mapping[int, Answer]) -> list[Entity]:
    """The author of the nearest document of that kind told of before."""
    tokens = reading.tokens
    for index in range(head - 1, max(-1, head - _BACK), -1):
        if tokens.lemma[index] == tokens.lemma[head] and not reading.quoted[index]:
            authors = _authors(reading, index, _phrase(reading, index))
            authors = authors or list(_maker(reading, index, answers))
            if authors:
                return authors
    return []


def _phrase(reading: Reading, index: int) -> Span:
    """The sentence around the document: what hangs on it is sought there."""
    sentence = reading.annotations.sentences[reading.sentence_of[index]]
    return reading.annotations.article.span(sentence.start, sentence.end)


def _maker(reading: Reading, index: int, answers: Mapping[int, Answer]) -> Iterator[Entity]:
    """Who is said to release the document, or to say something in it."""
    tokens = reading.tokens
    above = tokens.head[index]
    if tokens.dep[index] == "pobj" and tokens.lemma[above] in ("in", "by", "through", "via"):
        above = tokens.head[above]
        makes = True
    else:
        makes = tokens.dep[index] == "dobj" and tokens.lemma[above] in _MAKING
    if not makes:
        return
    for child in range(max(0, above - 40), min(len(tokens), above + 40)):
        if tokens.head[child] == above and tokens.dep[child] in _SUBJECT:
            answer, mention = answers.get(child), reading.at(child)
            if answer is not None and answer.entity is not None:
                yield answer.entity
            elif answer is None and mention is not None and mention.entity.kind != "place":
                yield mention.entity
