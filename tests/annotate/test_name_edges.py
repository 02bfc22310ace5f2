"""Where a person's name begins and ends, whatever a page prints beside it."""

from collections.abc import Callable

import pytest

from rashomon.annotate.mentions import find_mentions
from rashomon.link.gazetteer import load
from rashomon.model import Annotations

Annotate = Callable[..., Annotations]


def people(found: Annotations, *read: str, label: str = "PERSON") -> list[str]:
    """The people of an article in which the model reads these words as names."""
    text = found.article.text
    spans = [(text.index(name), text.index(name) + len(name), label) for name in read]
    mentions = find_mentions(found.article, found.tokens, found.sentences, sorted(spans), load())
    return [mention.text for mention in mentions if mention.kind == "person"]


@pytest.mark.parametrize(
    ("text", "read", "name"),
    [
        ("Watch Ada Quillon speak to the council of Orlo.", "Watch Ada Quillon", "Ada Quillon"),
        ("The boat sank before Friday Quillon had said.", "Friday Quillon", "Quillon"),
        ("It was seen by NBC Ada Quillon of Orlo.", "NBC Ada Quillon", "Ada Quillon"),
        ("The clip runs 0:42 Ada Quillon speaks to us.", "0:42 Ada Quillon", "Ada Quillon"),
        ("It was a gift of the Ada Quillon Jr. Family of Orlo.", "Ada Quillon Jr. Family", "Ada Quillon Jr."),
        ("They saw Ada Quillon AP here in May.", "Ada Quillon AP", "Ada Quillon"),
        ("They saw Ada Quillon Provided here in May.", "Ada Quillon Provided", "Ada Quillon"),
        ("It was Petty Officer 2nd Class Ada Quillon who left.", "Class Ada Quillon", "Ada Quillon"),
        (
            "Ambassador Eugene Rudolf Quillon told reporters so.",
            "Eugene Rudolf Quillon",
            "Eugene Rudolf Quillon",
        ),
    ],
)
def test_a_name_without_what_the_page_prints_beside_it(
    annotated: Annotate, text: str, read: str, name: str
) -> None:
    assert people(annotated(text), read) == [name]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Shops were closed on MLK Day in Orlo.", "MLK Day"),
        ("They met in the Jr. Park of Orlo.", "Jr. Park"),
        ("A call came to the Oslo Sheriff and his men.", "Oslo Sheriff"),
        ("Baton Rouge said it was ready.", "Baton Rouge"),
        ("Credit: Getty Images of May", "Getty Images"),
        ("It was led by the Shore Crimes Unit of Orlo.", "Shore Crimes Unit"),
    ],
)
def test_what_is_nobody(annotated: Annotate, text: str, read: str) -> None:
    assert people(annotated(text), read) == []


def test_words_of_a_title_that_the_text_does_not_name_are_nobody(annotated: Annotate) -> None:
    text = "Judge Strikes Down Ferry Rule\n\nA judge in Orlo ended the rule on Monday."
    found = annotated(text, title="Judge Strikes Down Ferry Rule")
    assert people(found, "Strikes Down") == []


def test_a_surname_takes_in_no_plain_word_before_the_name(annotated: Annotate) -> None:
    text = "Justice of the Peace Wim Quillon confirmed the deaths on Monday.\n\nQuillon said it was over."
    assert people(annotated(text), "Wim Quillon") == ["Wim Quillon", "Quillon"]


def test_who_is_named_in_capitals_at_the_head_of_a_line_is_no_place(annotated: Annotate) -> None:
    text = (
        "ADA QUILLON: Friends gather\n\nAda Quillon, a sailor, left on Monday. Friends of Ada Quillon wept."
    )
    assert people(annotated(text), "Ada Quillon") == ["Ada Quillon", "Ada Quillon"]


def test_the_surname_of_a_junior_is_not_the_word_for_it(annotated: Annotate) -> None:
    text = "They named Wim Quillon Jr. on Monday. A crew saw Quillon leave. It was on Bo Holm, Jr. Street."
    assert people(annotated(text), "Wim Quillon Jr.") == ["Wim Quillon Jr.", "Quillon"]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("They named 15-year-old Nakva-Sena Quillon and two more.", "Nakva-Sena Quillon"),
        ("It was Marrowby, the aunt of a boy in Orlo, who ran.", "Marrowby"),
    ],
)
def test_who_has_an_age_or_a_relative_is_a_person(annotated: Annotate, text: str, read: str) -> None:
    assert people(annotated(text), read, label="ORG") == [read]


def test_a_word_for_a_body_is_not_found_again_as_a_surname(annotated: Annotate) -> None:
    text = "It was said by Arnold Police and the town. Then Police left, and Police came back."
    assert people(annotated(text), "Arnold Police") == []
