"""Which source goes with an attribution, in invented news that is parsed for it."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from rashomon.annotate.quotes.found import Found
from rashomon.annotate.quotes.marks import mark_tokens
from rashomon.annotate.quotes.sources import antecedent_phrase
from rashomon.annotate.quotes.sourcing import give_sources, trees, weighed
from rashomon.annotate.quotes.sourcing.candidates import head_of
from rashomon.annotate.quotes.sourcing.features import NAMES, measure
from rashomon.annotate.quotes.syntax import Syntax
from rashomon.annotate.quotes.tagger import TaggedText, available, unread
from rashomon.model import Annotations

Annotate = Callable[..., Annotations]
TEXT = "The minister forecast that prices would fall, and praised efforts by the port."


def nothing_in(text: str) -> TaggedText:
    """A reading in which the tagger saw nothing."""
    words = text.split()
    return unread([sum(len(w) + 1 for w in words[:n]) for n in range(len(words))])


def linked(found: Found) -> TaggedText:
    """A reading that links the minister to the cue."""
    sources = (place(TEXT, "The minister"), place(TEXT, "prices"))
    return replace(nothing_in(TEXT), cues=(found.cue[0],), sources=sources, links=({0: 2.0, 1: -1.0},))


def sourced(spoken: Annotations, read: TaggedText, found: Found) -> Found:
    """The attribution as it comes back, alone in its article."""
    syntax = Syntax(spoken.article, spoken.tokens)
    (given,) = give_sources(syntax, mark_tokens(syntax), spoken.mentions, read, [found], [found])
    return given.found


def place(text: str, words: str) -> tuple[int, int]:
    return text.index(words), text.index(words) + len(words)


def told(syntax: Syntax, *, source: str, cue: str, content: str) -> Found:
    text = syntax.article.text
    verb = next(iter(syntax.inside(*place(text, cue))))
    return Found("tagged", (place(text, source),), (place(text, cue),), (place(text, content),), verb)


def test_the_subject_of_the_first_verb_speaks_for_the_second(by_rules: Annotate) -> None:
    spoken = by_rules(TEXT)
    syntax = Syntax(spoken.article, spoken.tokens)
    wrong = told(syntax, source="prices", cue="praised", content="efforts by the port")
    found = sourced(spoken, linked(wrong), wrong)
    assert [TEXT[a:b] for a, b in found.source] == ["The minister"]
    assert (found.cue, found.content) == (wrong.cue, wrong.content)


def test_a_source_is_no_part_of_what_it_told(by_rules: Annotate) -> None:
    spoken = by_rules(TEXT)
    syntax = Syntax(spoken.article, spoken.tokens)
    read = told(syntax, source="prices", cue="praised", content="efforts by the port")
    doubled = replace(read, content=(place(TEXT, "The minister"), *read.content))
    found = sourced(spoken, linked(read), doubled)
    assert found.content == read.content


def test_quotes_without_a_cue_keep_what_they_have(by_rules: Annotate) -> None:
    spoken = by_rules(TEXT)
    bare = Found("direct.bare", ((0, 12),), (), ((20, 40),))
    assert sourced(spoken, nothing_in(TEXT), bare) == bare


def test_what_the_tagger_read_is_among_the_candidates(by_rules: Annotate) -> None:
    spoken = by_rules(TEXT)
    syntax = Syntax(spoken.article, spoken.tokens)
    found = told(syntax, source="prices", cue="praised", content="efforts by the port")
    marks, read = mark_tokens(syntax), linked(found)
    ((case, candidates),) = weighed(syntax, marks, spoken.mentions, read, [found], [found])
    by_word = {syntax.text[each.head]: each for each in candidates}
    assert (by_word["minister"].score, by_word["minister"].lead) == (2.0, 2.0)
    assert (by_word["prices"].score, by_word["prices"].lead) == (-1.0, -3.0)
    assert by_word["prices"].given
    assert all(len(measure(case, each)) == len(NAMES) for each in candidates)


def test_a_subject_that_was_taken_for_words_told_is_noticed(by_rules: Annotate) -> None:
    spoken = by_rules(TEXT)
    syntax = Syntax(spoken.article, spoken.tokens)
    found = told(syntax, source="prices", cue="praised", content="efforts by the port")
    doubled = replace(found, content=(place(TEXT, "The minister"), *found.content))
    ((case, candidates),) = weighed(
        syntax, mark_tokens(syntax), spoken.mentions, linked(found), [doubled], [doubled]
    )
    noticed = {syntax.text[each.head]: measure(case, each)[NAMES.index("alone told")] for each in candidates}
    assert (noticed["minister"], noticed["prices"]) == (1, 0)


def test_heads_are_nouns_even_where_the_parse_has_a_clause(by_rules: Annotate) -> None:
    text = "Voters gathered in the square cheered."
    spoken = by_rules(text)
    syntax = Syntax(spoken.article, spoken.tokens)
    head = head_of(syntax, [(0, len("Voters gathered in the square"))])
    assert head is not None
    assert syntax.text[head] == "Voters"
    assert head_of(syntax, []) is None


def test_who_stands_for_its_noun(by_rules: Annotate) -> None:
    text = "The council thanked Ada Vane, who said that the bridge was safe."
    spoken = by_rules(text)
    syntax = Syntax(spoken.article, spoken.tokens)
    at = {word: syntax.text.index(word) for word in ("who", "said", "bridge")}
    (phrase,) = antecedent_phrase(syntax, at["who"], at["said"])
    assert text[slice(*phrase)] == "Ada Vane"
    assert antecedent_phrase(syntax, at["bridge"], at["said"]) == ()


@pytest.mark.skipif(not available(), reason="the tagger's weights are not installed")
def test_sources_lie_in_the_text_and_name_speakers(annotated: Annotate) -> None:
    text = "Ada Vane, the mayor, who has long opposed the toll, called for a vote. Bo Lind agreed."
    quotes = annotated(text).quotes
    assert {text[s.start : s.end] for q in quotes for s in q.source} <= {
        "Ada Vane, the mayor",
        "Ada Vane",
        "Bo Lind",
    }


def test_the_trees_were_fitted_on_these_features() -> None:
    assert trees().names == NAMES
