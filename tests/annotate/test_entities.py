"""Named entities: decided in arrays as the model's own component decides them, step by step."""

import pytest
from spacy.tokens import Doc

from rashomon.annotate import parser

TEXTS = (
    "Mara Quill met Dan Orlo in Vessa on Tuesday",
    "The Vessa Harbour Board paid $3 million to Orlo & Sons of New York , the Lowland Daily said",
    "Vessa",
    "In March 2031 about 40 percent of the 12,000 Tolvarians voted for Prime Minister Ilsa van der Quill",
    "He said so .",
)


def parsed(words: list[str], starts: list[bool]) -> Doc:
    nlp = parser.load().nlp
    doc = Doc(nlp.vocab, words=words, sent_starts=list(starts))
    for name in ("tok2vec", "tagger", "parser"):
        doc = nlp.get_pipe(name)(doc)
    return doc


def by_the_model(doc: Doc) -> list[tuple[int, int, str]]:
    component = parser.load().nlp.get_pipe("ner")
    return [(name.start, name.end, name.label_) for name in component(doc.copy()).ents]


@pytest.mark.parametrize("text", [*TEXTS, " ".join(TEXTS), " ".join(reversed(TEXTS))])
def test_names_are_those_of_the_models_own_component(text: str) -> None:
    words = text.split()
    doc = parsed(words, [not at for at in range(len(words))])
    found = parser.load().entities.find(doc)
    assert found == by_the_model(doc)


@pytest.mark.parametrize("every", [1, 2, 3, 5])
def test_a_sentences_end_ends_a_name(every: int) -> None:
    words = " ".join(TEXTS).split()
    doc = parsed(words, [at % every == 0 for at in range(len(words))])
    found = parser.load().entities.find(doc)
    assert found == by_the_model(doc)
    assert all(not doc[at].is_sent_start for start, end, _ in found for at in range(start + 1, end))


def test_a_text_without_words_has_no_names() -> None:
    assert parser.load().entities.find(Doc(parser.load().nlp.vocab, words=[])) == []
