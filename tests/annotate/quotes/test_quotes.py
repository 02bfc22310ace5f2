"""Quotes of invented news by rules alone: what is found, with which source and which words."""

from collections.abc import Callable

import pytest

from rashomon.model import Annotations, Quote

Annotate = Callable[..., Annotations]


def said(annotations: Annotations) -> list[tuple[str, str, str]]:
    """Each quote as (kind, source, content), pieces joined by a bar."""
    exact = annotations.article.exact
    return [
        (q.kind, " | ".join(map(exact, q.source)), " | ".join(map(exact, q.content)))
        for q in annotations.quotes
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Mayor Ada Vane said on Tuesday that the bridge would reopen in May.",
            ("indirect", "Mayor Ada Vane", "that the bridge would reopen in May"),
        ),
        (
            "The bridge would reopen in May, Vane said.",
            ("indirect", "Vane", "The bridge would reopen in May"),
        ),
        (
            "“The bridge will reopen,” said Vane.",
            ("direct", "Vane", "“The bridge will reopen,”"),
        ),
        (
            "“The bridge will reopen,” she said on Monday. “We have the money.”",
            ("direct", "she", "“The bridge will reopen,” | “We have the money.”"),
        ),
        (
            'Vane wrote: "The bridge will reopen soon."',
            ("direct", "Vane", '"The bridge will reopen soon."'),
        ),
        (
            "According to the harbour office, the bridge is “beyond repair”.",
            ("mixed", "the harbour office", "the bridge is “beyond repair”"),
        ),
        (
            "Vane said the bridge was “very tired” and would close.",
            ("mixed", "Vane", "the bridge was “very tired” and would close"),
        ),
        (
            "The council reiterated its commitment to the ferry.",
            ("indirect", "The council", "its commitment to the ferry"),
        ),
        (
            "The mayor also spoke about the threat of floods.",
            ("indirect", "The mayor", "the threat of floods"),
        ),
        (
            "The governor expressed concern over the state of the dam.",
            ("indirect", "The governor", "concern over the state of the dam"),
        ),
    ],
)
def test_one_quote(by_rules: Annotate, text: str, expected: tuple[str, str, str]) -> None:
    assert expected in said(by_rules(text))


def test_interrupted_statement_keeps_both_parts(by_rules: Annotate) -> None:
    text = "The city is especially worried, she said, about the floods that this causes."
    [(kind, source, content)] = said(by_rules(text))
    assert (kind, source) == ("indirect", "she")
    assert content == "The city is especially worried | about the floods that this causes"


def test_participles_go_on_with_the_speaker(by_rules: Annotate) -> None:
    text = "Noting that the river was rising, Vane said the gates would open, adding: “We have no choice.”"
    found = said(by_rules(text))
    assert ("indirect", "Vane", "that the river was rising") in found
    assert ("indirect", "Vane", "the gates would open") in found
    assert ("direct", "Vane", "“We have no choice.”") in found


def test_agency_report_holds_the_statement_inside(by_rules: Annotate) -> None:
    text = "Minister Ada Vane said that the gates were shut, Halcyon News reported."
    quotes = by_rules(text).quotes
    outer = next(q for q in quotes if q.within is None)
    inner = next(q for q in quotes if q.within is not None)
    assert inner.within == outer.id
    assert outer.content[0].covers(inner.content[0])


def test_line_of_quotation_carries_on_the_speaker(by_rules: Annotate) -> None:
    text = "Vane said the bridge was unsafe.\n\n“It has not been painted for thirty years.”"
    quote = by_rules(text).quotes[-1]
    assert quote.kind == "direct"
    assert not quote.cue
    assert [text[s.start : s.end] for s in quote.source] == ["Vane"]


def test_a_heading_in_marks_carries_nobody_on(by_rules: Annotate) -> None:
    text = (
        "“The bridge is safe and it will stay open,” said Ada Vane.\n“Cables Were Never Tested.”\nShe left."
    )
    assert ("direct", "", "“Cables Were Never Tested.”") in said(by_rules(text))


def test_answer_after_a_question_has_no_source(by_rules: Annotate) -> None:
    text = "“Will the bridge reopen soon?” a reporter asked.\n\n“It will reopen when it is safe.”"
    assert by_rules(text).quotes[-1].source == ()


def test_two_cues_name_the_speaker_once(by_rules: Annotate) -> None:
    text = "On the ferry, he said: “It is old. It will sail until winter comes,” said Vane."
    direct = [row for row in said(by_rules(text)) if row[0] == "direct"]
    assert direct == [("direct", "Vane", "“It is old. It will sail until winter comes,”")]


def test_quotation_that_is_never_closed_ends_with_its_line(by_rules: Annotate) -> None:
    text = "Vane praised the “work done by the crews in the storm.\nThe bridge is closed."
    annotations = by_rules(text)
    line_end = text.index("\n")
    assert annotations.quotes
    assert all(span.end <= line_end for quote in annotations.quotes for span in quote.content)


def test_headline_names_its_speaker_after_a_colon(by_rules: Annotate) -> None:
    text = "We will not close the bridge: Vane\n\nMayor Ada Vane said on Tuesday that the bridge was safe."
    assert ("indirect", "Vane", "We will not close the bridge") in said(by_rules(text))


def test_a_signed_quotation_names_its_speaker(by_rules: Annotate) -> None:
    text = "Readers wrote.\n“The toll was never fair to us.” ― Bo Lind\n“It has to go soon.” — Cia Roth, Vell"
    assert said(by_rules(text)) == [
        ("direct", "Bo Lind", "“The toll was never fair to us.”"),
        ("direct", "Cia Roth", "“It has to go soon.”"),
    ]


def test_a_quotation_before_an_aside_is_not_signed(by_rules: Annotate) -> None:
    text = "“The toll was never fair to us” — Bo Lind shook his head."
    assert [source for _, source, _ in said(by_rules(text))] == [""]


def test_turns_of_an_interview_name_their_voices(by_rules: Annotate) -> None:
    text = "ROTH: Why was it closed?\nLIND: The cables were worn.\nROTH: Since when?\nLIND: Since May."
    assert [(source, content) for _, source, content in said(by_rules(text))] == [
        ("ROTH", "Why was it closed?"),
        ("LIND", "The cables were worn"),
        ("ROTH", "Since when?"),
        ("LIND", "Since May"),
    ]


def test_voices_take_turns_in_one_paragraph(by_rules: Annotate) -> None:
    text = (
        "Police released the call.\n\nDispatcher: Where are you? Caller: At the ferry. It is on fire. "
        "Dispatcher: Who is with you? Caller: Nobody."
    )
    assert [(source, content) for _, source, content in said(by_rules(text))] == [
        ("Dispatcher", "Where are you?"),
        ("Caller", "At the ferry. It is on fire"),
        ("Dispatcher", "Who is with you?"),
        ("Caller", "Nobody"),
    ]


def test_a_list_of_labels_is_no_conversation(by_rules: Annotate) -> None:
    text = "Venue: The old ferry hall. Time: Monday at noon. Price: Nine crowns. Doors: Half past eleven."
    assert not said(by_rules(text))


def test_a_dateline_in_capitals_is_no_turn(by_rules: Annotate) -> None:
    text = "PORT VELL: The bridge was closed.\nUPDATE: It reopened.\nPORT VELL: It closed again."
    assert not said(by_rules(text))


def test_colon_without_a_speaker_is_no_headline_quote(by_rules: Annotate) -> None:
    text = "Bridge budget: what we know\n\nMayor Ada Vane said on Tuesday that the bridge was safe."
    assert [row[1] for row in said(by_rules(text))] == ["Mayor Ada Vane"]


def test_what_stands_before_the_colon_of_a_headline_with_a_source_is_its_topic(by_rules: Annotate) -> None:
    text = "Vane Bridge: Lock will not shut, says mayor\n\nThe Vane Bridge is old. The mayor spoke."
    assert "Vane Bridge" not in [row[1] for row in said(by_rules(text))]


def test_we_without_marks_goes_on_with_the_speaker(by_rules: Annotate) -> None:
    text = "He said the charges were false. The city has paid and we owe nobody a thing."
    assert ("indirect", "He", "The city has paid and we owe nobody a thing") in said(by_rules(text))


@pytest.mark.parametrize(
    "text",
    [
        "I think the bridge is ugly.",
        "The bridge was closed on Tuesday after a storm.",
        "Ships use the so-called “old gate” in winter.",
    ],
)
def test_plain_statements_are_no_quotes(by_rules: Annotate, text: str) -> None:
    assert by_rules(text).quotes == ()


def test_asked_person_is_no_source_of_the_question(by_rules: Annotate) -> None:
    text = "Asked whether the bridge would reopen, Vane said the crews needed time."
    sources = {row[2]: row[1] for row in said(by_rules(text))}
    assert sources["the crews needed time"] == "Vane"
    assert sources.get("whether the bridge would reopen", "") == ""


def test_ids_differ_and_do_not_change(by_rules: Annotate) -> None:
    text = "Vane said the bridge was old. Vane said the bridge was safe."
    first: tuple[Quote, ...] = by_rules(text).quotes
    assert len({quote.id for quote in first}) == len(first) == 2
    assert by_rules(text).quotes == first


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        (
            "Ada Vane said Norway asserts that it will rebuild the pier, but “nobody has seen its men”.",
            ("indirect", "Norway", "that it will rebuild the pier"),
        ),
        (
            "“Norway asserts that it is ready, but nobody has seen a boat,” Ada Vane said on Monday.",
            ("indirect", "Norway", "that it is ready"),
        ),
        (
            "Ada Vane said that while Norway claims to have no boats, “we know that it has many of them”.",
            ("indirect", "Norway", "to have no boats"),
        ),
    ],
)
def test_what_is_set_against_an_inner_statement_is_the_outer_speakers(
    by_rules: Annotate, text: str, inner: tuple[str, str, str]
) -> None:
    assert [quote for quote in said(by_rules(text)) if quote[1] == "Norway"] == [inner]


def test_a_statement_of_nobody_elses_goes_on_after_but(by_rules: Annotate) -> None:
    found = said(by_rules("Norway asserts that it is ready, but nobody has seen a boat."))
    assert found == [("indirect", "Norway", "that it is ready, but nobody has seen a boat")]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Ada Vane wrote what she thought the girl should have done: “Rise to the occasion.”", "Ada Vane"),
        ("“Rise to it. You mean it.” added Vane, who works for Paul Holm and has done so for years.", "Vane"),
    ],
)
def test_the_verb_of_saying_names_the_speaker(by_rules: Annotate, text: str, source: str) -> None:
    direct = [found for found in said(by_rules(text)) if found[0] == "direct"]
    assert {found[1] for found in direct} <= {source}, direct
    assert source in {found[1] for found in said(by_rules(text))}


def test_a_name_before_what_the_report_tells_is_its_topic(by_rules: Annotate) -> None:
    text = "Orlo Ferries: what we know so far\n\nOrlo Ferries said on Tuesday that the boat was safe."
    assert [source for _, source, _ in said(by_rules(text))] == ["Orlo Ferries"]
    asked = text.replace("what we know so far", "what is to be done?")
    assert len(said(by_rules(asked))) == 2


def test_what_is_joined_to_a_participle_is_said_by_who_leads(by_rules: Annotate) -> None:
    text = (
        "Holm, who came to Orlo from Vell last year, noticed Tamm pulling a boat ashore on his own "
        "and thought, “That boat is too heavy for one.”"
    )
    assert [source.split(",")[0] for _, source, _ in said(by_rules(text))][-1:] == ["Holm"]


def test_what_somebody_began_doing_is_no_speech(by_rules: Annotate) -> None:
    text = "Vane stood at the gate, looking on in silence as Keller began “making sure nobody was left.”"
    assert "Keller" not in [source for _, source, _ in said(by_rules(text))]


def test_whose_a_picture_is_is_no_quotation(by_rules: Annotate) -> None:
    text = (
        "Vane said the lock was safe.\n\nThe old lock. Photo credit: Orlo Harbour Office\n\nThe Office shut."
    )
    assert [source for _, source, _ in said(by_rules(text))] == ["Vane"]
