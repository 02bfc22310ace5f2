from collections.abc import Callable
from dataclasses import replace

import pytest

from rashomon.compare.utterances import find_utterances
from rashomon.model import Annotations, Quote

Annotate = Callable[..., Annotations]

SAID = "We will build every single house on this island again before the winter."


@pytest.fixture
def told(annotated: Annotate) -> Callable[..., Annotations]:
    """An article with one quote: its content, its kind and its speaker."""

    def run(
        before: str, content: str, after: str, *, kind: str = "direct", speaker: str | None = "e-1"
    ) -> Annotations:
        found = annotated(f"{before}{content}{after}")
        article = found.article
        span = article.span(len(before), len(before) + len(content))
        quote = Quote(
            id=f"q-{article.id}",
            article=article.id,
            kind=kind,  # type: ignore[arg-type]
            source=(),
            cue=(),
            content=(span,),
            speaker=speaker,
        )
        return replace(found, quotes=(quote,))

    return run


def fidelities(*articles: Annotations) -> list[dict[str, str]]:
    """The renderings' fidelity by quote, utterance by utterance."""
    return [{each.quote: each.fidelity for each in found.renderings} for found in find_utterances(articles)]


def test_the_same_words_of_one_speaker_are_one_utterance(told: Callable[..., Annotations]) -> None:
    full = told("“", SAID, "” Governor Ilse Maran told the crowd.")
    cut = told("Asked about it, Governor Ilse Maran said: “", SAID[:32], "…”")
    (found,) = find_utterances([full, cut])
    assert found.speaker == "e-1"
    assert fidelities(full, cut) == [{full.quotes[0].id: "verbatim", cut.quotes[0].id: "trimmed"}]


def test_a_changed_word_in_quotation_marks_is_altered(told: Callable[..., Annotations]) -> None:
    full = told("“", SAID, "” Governor Ilse Maran told the crowd at the harbour on Tuesday.")
    other = told("“", SAID.replace("house", "hut"), "” Governor Ilse Maran told the crowd.")
    ((first, second),) = [tuple(each.values()) for each in fidelities(full, other)]
    assert {first, second} == {"verbatim", "altered"}


def test_indirect_speech_in_the_same_words_joins_a_direct_quote(told: Callable[..., Annotations]) -> None:
    full = told("“", SAID, "” Governor Ilse Maran told the crowd.")
    other = told(
        "Governor Ilse Maran said that ",
        "they will build every single house on this island again",
        ".",
        kind="indirect",
    )
    assert list(fidelities(full, other)[0].values()).count("verbatim") == 1


def test_two_speakers_never_share_an_utterance(told: Callable[..., Annotations]) -> None:
    left = told("“", SAID, "” Governor Ilse Maran told the crowd.")
    right = told("“", SAID, "” Mayor Jon Dahl told the crowd.", speaker="e-2")
    assert find_utterances([left, right]) == ()


def test_without_a_speaker_only_the_same_words_join(told: Callable[..., Annotations]) -> None:
    full = told("“", SAID, "” Governor Ilse Maran told the crowd.")
    same = told("“", SAID, "” was heard from the stage.", speaker=None)
    other = told("“", "All houses on the island will be built again.", "” was heard.", speaker=None)
    (found,) = find_utterances([full, same])
    assert found.speaker == "e-1"
    assert find_utterances([full, other]) == ()


def test_what_one_article_alone_quotes_is_no_utterance(told: Callable[..., Annotations]) -> None:
    assert find_utterances([told("“", SAID, "” Governor Ilse Maran told the crowd.")]) == ()
    assert find_utterances([]) == ()


def test_other_statements_of_one_speaker_stay_apart(told: Callable[..., Annotations]) -> None:
    left = told("“", SAID, "” Governor Ilse Maran told the crowd.")
    right = told(
        "“", "The insurance brokers of the capital owe us an answer.", "” Governor Ilse Maran wrote."
    )
    assert find_utterances([left, right]) == ()


def test_order_of_articles_changes_nothing(told: Callable[..., Annotations]) -> None:
    articles = [
        told("“", SAID, "” Governor Ilse Maran told the crowd."),
        told("She vowed: “", SAID[:32], "…”"),
        told("“", SAID.replace("house", "hut"), "” Governor Ilse Maran told us."),
    ]
    assert find_utterances(articles) == find_utterances(articles[::-1])
