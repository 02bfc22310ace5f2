from collections.abc import Callable
from dataclasses import replace

import pytest

from rashomon.compare.texts import prepare
from rashomon.compare.unmarked import find_unmarked
from rashomon.model import Annotations, Quote

Annotate = Callable[..., Annotations]

WORDS = "We will build every single house on this island again before the winter comes to us."
SPEECH = f"People of Ostra, I thank you. {WORDS} Nobody shall sleep in a tent."


@pytest.fixture
def quoting(annotated: Annotate) -> Callable[..., Annotations]:
    """An article that quotes the words in marks, as said by the speaker."""

    def run(
        content: str, speaker: str | None = "e-1", after: str = "” the governor told the crowd."
    ) -> Annotations:
        found = annotated(f"“{content}{after}")
        quote = Quote(
            id=f"q-{found.article.id}",
            article=found.article.id,
            kind="direct",
            source=(),
            cue=(),
            content=(found.article.span(1, 1 + len(content)),),
            speaker=speaker,
            confidence=0.9,
        )
        return replace(found, quotes=(quote,))

    return run


def found_in(*articles: Annotations) -> tuple[Quote, ...]:
    return find_unmarked(articles, prepare(articles))


def test_a_speech_gets_a_quote_of_the_words_that_another_article_quotes(
    annotated: Annotate, quoting: Callable[..., Annotations]
) -> None:
    speech = replace(annotated(SPEECH), quotes=())
    (quote,) = found_in(speech, quoting(WORDS))
    assert speech.article.exact(quote.content[0]) == WORDS.rstrip(".")
    assert (quote.article, quote.speaker, quote.kind) == (speech.article.id, "e-1", "direct")
    assert quote.confidence == 0.9
    assert not quote.source
    assert quote.reasons


def test_quotations_that_meet_in_the_speech_make_one(
    annotated: Annotate, quoting: Callable[..., Annotations]
) -> None:
    speech = replace(annotated(SPEECH), quotes=())
    first = quoting(WORDS)
    second = quoting("I thank you. " + WORDS[:60], after=" ...” she went on.")
    (quote,) = found_in(speech, first, second)
    assert speech.article.exact(quote.content[0]) == f"I thank you. {WORDS}".rstrip(".")


def test_who_said_it_stays_open_where_the_articles_disagree(
    annotated: Annotate, quoting: Callable[..., Annotations]
) -> None:
    speech = replace(annotated(SPEECH), quotes=())
    (quote,) = found_in(speech, quoting(WORDS), quoting(WORDS, "e-2", "” the mayor said."))
    assert quote.speaker is None
    assert quote.confidence == 0.0


def test_few_words_in_common_are_no_quotation(
    annotated: Annotate, quoting: Callable[..., Annotations]
) -> None:
    speech = replace(annotated("They build every single house on this island of stone."), quotes=())
    assert found_in(speech, quoting(WORDS)) == ()


def test_words_in_marks_or_quoted_already_are_left_alone(quoting: Callable[..., Annotations]) -> None:
    marked = quoting(WORDS, after="” the governor said.")
    assert found_in(marked, quoting(WORDS)) == ()
    assert found_in(replace(marked, quotes=()), quoting(WORDS)) == ()


def test_an_article_is_not_its_own_source(annotated: Annotate) -> None:
    found = annotated(f"“{WORDS}” she said. Later she was heard again: {WORDS} And so on.")
    quote = Quote(
        id="q-1",
        article=found.article.id,
        kind="direct",
        source=(),
        cue=(),
        content=(found.article.span(1, 1 + len(WORDS)),),
    )
    other = annotated("A quiet day in the harbour of Ostra, with nothing to report.")
    assert found_in(replace(found, quotes=(quote,)), other) == ()
