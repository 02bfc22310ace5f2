"""Deeds are no attributions; what is said with a noun for its content is."""

from collections.abc import Callable

import pytest

from rashomon.annotate.quotes.marks import mark_tokens
from rashomon.annotate.quotes.syntax import Syntax
from rashomon.annotate.quotes.tagged import convert
from rashomon.annotate.quotes.tagger import Attribution
from rashomon.model import Annotations

Annotate = Callable[..., Annotations]


def stands(annotated: Annotate, text: str, cue: str, content: str) -> bool:
    """Whether a reading of the text with this cue and content is kept."""
    annotations = annotated(text)
    syntax = Syntax(annotations.article, annotations.tokens)
    places = [(text.index(part), text.index(part) + len(part)) for part in (cue, content)]
    read = Attribution(cue=places[0], source=(), content=(places[1],))
    return bool(list(convert(syntax, mark_tokens(syntax), [read])))


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("The council passed the harbour bill.", "passed", "the harbour bill"),
        ("Members blocked a bill that raised the toll.", "blocked", "a bill that raised the toll"),
        ("The bill includes money for the ferry.", "includes", "money for the ferry"),
        ("Members balked at joining the harbour board.", "balked at", "joining the harbour board"),
        ("Vane rejects two of his nominees.", "rejects", "two of his nominees"),
        ("Vane supporters of Ada Keller met.", "supporters of", "Ada Keller"),
        ("Keller was charged with two thefts.", "was charged with", "two thefts"),
        ("The inquiry relates to old thefts.", "relates", "to old thefts"),
        ("Divers have identified unknown shells in the bay.", "have identified", "unknown shells in the bay"),
        ("Vane is best known for her calm style.", "is best known for", "her calm style"),
        ("Vane also presented a cooking show.", "also presented", "a cooking show"),
        ("Vane called Keller after the vote.", "called", "Keller"),
        ("The council voted to close the bridge.", "voted", "to close the bridge"),
    ],
)
def test_deeds_are_no_attributions(annotated: Annotate, text: str, cue: str, content: str) -> None:
    assert not stands(annotated, text, cue, content)


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("Vane denied the charges.", "denied", "the charges"),
        ("Vane called for an inquiry.", "called for", "an inquiry"),
        ("Vane called the plan a disaster.", "called", "the plan a disaster"),
        ("Vane announced her picks for the board.", "announced", "her picks for the board"),
        ("Vane cited concerns.", "cited", "concerns"),
        ("Vane rejected meeting Keller.", "rejected", "meeting Keller"),
        ("Vane rejected the accusation.", "rejected", "the accusation"),
        ("Police confirmed two deaths.", "confirmed", "two deaths"),
        ("Police identified the gunman.", "identified", "the gunman"),
        ("Vane raised doubts about the dam.", "raised doubts about", "the dam"),
        ("Vane painted Keller as a rebel.", "painted", "Keller as a rebel"),
        ("Vane laid out her plan for the harbour.", "laid out", "her plan for the harbour"),
        ("Vane wants to close the bridge.", "wants", "to close the bridge"),
        ("Vane blogged that the dam had held.", "blogged", "that the dam had held"),
        ("Vane shot back “no chance.”", "shot back", "“no chance.”"),
        ("The dam held, according to Vane.", "according to", "The dam held"),
    ],
)
def test_acts_of_speech_are(annotated: Annotate, text: str, cue: str, content: str) -> None:
    assert stands(annotated, text, cue, content)


@pytest.mark.parametrize(("content", "kept"), [("its", False), ("its bridge", True)])
def test_a_content_that_is_cut_off_tells_nothing(annotated: Annotate, content: str, kept: bool) -> None:
    assert stands(annotated, f"The harbour office said {content}.", "said", content) is kept


def test_what_stands_in_what_somebody_says_is_theirs(annotated: Annotate) -> None:
    text = "Vane said there were limits on what boats people could own: “The law limits the boats.”"
    assert not stands(annotated, text, "could own", "“The law limits the boats.”")
    assert stands(annotated, text, "said", "there were limits on what boats people could own")
