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


OTHER = "The insurance brokers of the capital owe us an honest answer about the ferry."
THIRD = "Nobody will ever have to sleep in the school of Brin again."


def test_a_part_of_a_long_quote_is_one_utterance_with_a_short_one(told: Callable[..., Annotations]) -> None:
    long = told("“", f"{OTHER} {SAID}", "” Governor Ilse Maran told the crowd.")
    short = told("“", SAID, "” Governor Ilse Maran wrote.")
    (found,) = find_utterances([long, short])
    given = {
        each.quote: ("".join(long.article.exact(span) for span in each.spans), each.fidelity)
        for each in found.renderings
    }
    assert given == {long.quotes[0].id: (SAID, "verbatim"), short.quotes[0].id: ("", "verbatim")}


def test_two_long_quotes_may_share_one_part(told: Callable[..., Annotations]) -> None:
    left = told("“", f"{OTHER} {SAID} {OTHER[:40]}.", "” Governor Ilse Maran told the crowd.")
    right = told("“", f"{THIRD} {SAID.replace('winter', 'summer')}", "” Governor Ilse Maran wrote.")
    (found,) = find_utterances([left, right])
    assert sorted(each.fidelity for each in found.renderings) == ["altered", "verbatim"]


def test_a_long_quote_does_not_join_the_short_ones_it_holds(told: Callable[..., Annotations]) -> None:
    long = told("“", f"{OTHER} {THIRD} {SAID}", "” Governor Ilse Maran told the crowd.")
    first = told("“", OTHER, "” Governor Ilse Maran wrote.")
    last = told("“", SAID, "” Governor Ilse Maran told us.")
    found = find_utterances([long, first, last])
    quotes = [{each.quote for each in utterance.renderings} for utterance in found]
    assert len(quotes) == 2
    assert {first.quotes[0].id, last.quotes[0].id} not in quotes
    assert all(long.quotes[0].id in quote for quote in quotes)


def test_a_quote_given_whole_has_no_spans_of_its_own(told: Callable[..., Annotations]) -> None:
    full = told("“", SAID, "” Governor Ilse Maran told the crowd.")
    same = told("“", SAID, "” Governor Ilse Maran told us.")
    (found,) = find_utterances([full, same])
    assert [each.spans for each in found.renderings] == [(), ()]


def test_order_of_articles_changes_nothing(told: Callable[..., Annotations]) -> None:
    articles = [
        told("“", SAID, "” Governor Ilse Maran told the crowd."),
        told("She vowed: “", SAID[:32], "…”"),
        told("“", SAID.replace("house", "hut"), "” Governor Ilse Maran told us."),
    ]
    assert find_utterances(articles) == find_utterances(articles[::-1])


def test_one_who_is_only_described_gives_one_utterance_in_two_articles(
    told: Callable[..., Annotations],
) -> None:
    def described(before: str, content: str, who: str) -> Annotations:
        found = told(before, content, f"”, {who} said.", speaker=None)
        start = len(before) + len(content) + 3
        return replace(
            found, quotes=(replace(found.quotes[0], source=(found.article.span(start, start + len(who)),)),)
        )

    full = described("“", SAID, "a harbour official")
    other = described("Later: “", SAID.replace("on this island again", "here"), "the harbour official")
    (found,) = find_utterances([full, other])
    assert found.speaker is None
    assert find_utterances([full, described("Later: “", "The quay is closed", "a harbour official")]) == ()
