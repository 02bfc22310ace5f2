"""Claims: propositions with exact spans, without their reporting frames."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.model import Annotations

Annotate = Callable[..., Annotations]


def told(annotations: Annotations) -> list[str]:
    article = annotations.article
    return [" … ".join(article.exact(span) for span in claim.spans) for claim in annotations.claims]


def test_coordinated_clauses_are_two_claims(annotated: Annotate) -> None:
    claims = told(annotated("The ferry sank near Port Alder, and rescuers saved forty passengers."))
    assert claims == ["The ferry sank near Port Alder", "rescuers saved forty passengers"]


def test_the_frame_of_a_report_is_no_claim(annotated: Annotate) -> None:
    claims = told(annotated("Minister Ilse Brandt said on Monday that Norland will rebuild the bridge."))
    assert claims == ["Norland will rebuild the bridge"]


def test_a_source_stays_in_what_is_told_of_it_beside_the_report(annotated: Annotate) -> None:
    claims = told(annotated("The clerk was in a quarrel with Mayor Ada Brandt, who backed the plan at once."))
    assert "The clerk was in a quarrel with Mayor Ada Brandt" in claims


def test_a_cue_that_reports_a_noun_phrase_stays(annotated: Annotate) -> None:
    claims = told(annotated("Norland has repeatedly criticised the strategy of its neighbours."))
    assert claims == ["Norland has repeatedly criticised the strategy of its neighbours"]


def test_a_fact_told_in_passing_is_a_claim_of_its_own(annotated: Annotate) -> None:
    text = "Ilse Brandt, who is on a three-day visit to Norland, praised the harvest of the valley."
    claims = told(annotated(text))
    assert "Ilse Brandt, who is on a three-day visit to Norland" in claims
    assert any("praised the harvest" in claim for claim in claims)


def test_whom_a_clause_tells_of_keeps_a_hyphenated_word(annotated: Annotate) -> None:
    claims = told(annotated("Crews tried to reach a five-year-old boy who is trapped in an abandoned well."))
    assert "a five-year-old boy who is trapped in an abandoned well" in claims


def test_an_instance_is_a_claim(annotated: Annotate) -> None:
    text = (
        "Rebels have carried out several raids in Norland, including one on a grain store in Alder on May 2."
    )
    claims = told(annotated(text))
    assert any(claim.endswith("including one on a grain store in Alder on May 2") for claim in claims)


def test_polarity_and_modality(annotated: Annotate) -> None:
    found = annotated(
        "The bridge will not reopen this year. The ministry may close the port. The harbour froze."
    ).claims
    assert [(claim.polarity, claim.modality) for claim in found] == [
        ("negative", "planned"),
        ("positive", "possible"),
        ("positive", "asserted"),
    ]


def test_what_coordinated_verbs_share_belongs_to_each_claim(annotated: Annotate) -> None:
    text = (
        "The ministry would respect the safe zones and protect the pier of the ferry. "
        "Police did not arrest any of the men or open an inquiry into the fire. "
        "The council will not cut the old taxes but raise public spending on schools."
    )
    annotations = annotated(text)
    modes = [(claim.polarity, claim.modality) for claim in annotations.claims]
    assert set(zip(told(annotations), modes, strict=True)) == {
        ("The ministry would respect the safe zones", ("positive", "asserted")),
        ("The ministry would … protect the pier of the ferry", ("positive", "asserted")),
        ("Police did not arrest any of the men", ("negative", "asserted")),
        ("Police did not … open an inquiry into the fire", ("negative", "asserted")),
        ("The council will not cut the old taxes", ("negative", "planned")),
        ("The council will … raise public spending on schools", ("positive", "planned")),
    }


def test_a_verb_of_another_form_takes_no_auxiliary(annotated: Annotate) -> None:
    claims = told(annotated("Three sailors were hit by the falling crane and died of wounds in hospital."))
    assert "Three sailors … died of wounds in hospital" in claims


def test_a_shared_subject_agrees_in_number(annotated: Annotate) -> None:
    text = (
        "The Norland Relief says hundreds of sailors are in need of food at the port "
        "and has urged the mayor to open the school. "
        "Officials say the club have sold the old ground and are looking for a better one near the port."
    )
    claims = told(annotated(text))
    assert "The Norland Relief … has urged the mayor to open the school" in claims
    assert "the club … are looking for a better one near the port" in claims


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "The engineer who drew the lock and sold the plans to a rival has left the town.",
            "The engineer … sold the plans to a rival",
        ),
        (
            "They went on with a plan that could deny permits to sailors, setting up a public rebuke.",
            "a plan … setting up a public rebuke",
        ),
    ],
)
def test_a_clause_below_a_relative_one_is_about_the_noun_not_the_pronoun(
    annotated: Annotate, text: str, claim: str
) -> None:
    assert claim in told(annotated(text))


def test_a_borrowed_subject_keeps_how_many(annotated: Annotate) -> None:
    claims = told(annotated("Nearly every boat left the harbour at dawn and returned by noon with fish."))
    assert "Nearly every boat … returned by noon with fish" in claims


def test_a_relative_clause_tells_of_what_agrees_in_number(annotated: Annotate) -> None:
    text = "The ferry reached the threshold of valid signatures reported by islands, which was set at 1,495."
    assert "the threshold of valid signatures … which was set at 1,495" in told(annotated(text))


def test_a_fact_told_aside_leaves_the_word_that_joins_it(annotated: Annotate) -> None:
    claims = told(annotated("The ferry sailed from Alder after the harbour police had opened the old lock."))
    assert claims == ["The ferry sailed from Alder", "the harbour police had opened the old lock"]


@pytest.mark.parametrize("joint", ["if", "when", "before", "five minutes after"])
def test_what_can_change_a_claim_stays(annotated: Annotate, joint: str) -> None:
    text = f"The ferry sails from Alder {joint} the harbour police open the old lock."
    assert not any(claim.startswith("the harbour police") for claim in told(annotated(text)))


def test_the_label_of_a_line_is_no_part_of_a_claim(annotated: Annotate) -> None:
    text = "The big picture: The number of births fell by a third.\n\nUPDATE: The old lock is open."
    assert told(annotated(text)) == [
        "The number of births fell by a third",
        "The old lock is open",
    ]


def test_a_bullet_is_no_part_of_a_claim(annotated: Annotate) -> None:
    text = "In short\n\n• Oil was spilled near the old lock.\n• The lock reopened on Monday."
    claims = told(annotated(text))
    assert "Oil was spilled near the old lock" in claims
    assert "The lock reopened on Monday" in claims


def test_a_result_is_that_of_the_event(annotated: Annotate) -> None:
    claims = told(
        annotated("Seven sailors were badly hurt in Alder, leaving two of them in critical condition.")
    )
    assert "Seven sailors were badly hurt … leaving two of them in critical condition" in claims


def test_a_claim_in_the_outlets_words_keeps_what_looks_quoted(annotated: Annotate) -> None:
    text = (
        "The divided Senate voted largely along party lines, 63-37, to confirm the former law school dean "
        "as the fourth judge in the history of the province and the third member from Alder."
    )
    assert told(annotated(text)) == [text.rstrip(".")]


def test_quoted_words_carry_their_quote(annotated: Annotate) -> None:
    annotations = annotated('"The bridge is safe for all traffic," said Minister Ilse Brandt.')
    quotes = {quote.id for quote in annotations.quotes}
    assert any(claim.quote in quotes for claim in annotations.claims)


def test_every_sentence_of_substance_gives_a_claim(annotated: Annotate) -> None:
    text = "Calm in the harbour.\n\nThe ferry sailed at noon. Nobody was hurt in the storm, the owner said."
    annotations = annotated(text)
    assert {claim.sentence for claim in annotations.claims} == set(range(len(annotations.sentences)))


@pytest.mark.parametrize("text", ["", "\n\n", '"', "[which include]", "said said said", "… [and] …"])
def test_odd_text_gives_no_error(annotated: Annotate, text: str) -> None:
    annotations = annotated(text or " ")
    assert all(claim.spans for claim in annotations.claims)


PIECES = [
    "The ferry sank",
    ", which carried 40 people",
    ' "We sail on," ',
    "he said",
    ".",
    "\n",
    " and ",
    "[",
]


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=12))
@settings(max_examples=25, suppress_health_check=list(HealthCheck))
def test_spans_lie_in_the_text_and_in_order(annotated: Annotate, pieces: list[str]) -> None:
    annotations = annotated("".join(pieces))
    for claim in annotations.claims:
        assert list(claim.spans) == sorted(claim.spans)
        assert all(annotations.article.exact(span).strip() for span in claim.spans)
        assert annotations.sentences[claim.sentence].first <= claim.predicate


def test_a_claim_starts_after_the_dateline(annotated: Annotate) -> None:
    claims = told(annotated("PORT ALDER (Norland Wire) - The ferry sank near the harbour on Monday."))
    assert claims == ["The ferry sank near the harbour on Monday"]


@pytest.mark.parametrize(
    "text",
    [
        "Photo courtesy: social media/Ilse Brandt",
        "Norland Wire, with reporting by the Alder Herald",
        "Alder Herald",
    ],
)
def test_credits_and_names_alone_claim_nothing(annotated: Annotate, text: str) -> None:
    assert told(annotated(f"The ferry sank near Port Alder.\n\n{text}")) == ["The ferry sank near Port Alder"]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Addressing the press conference, Minister Ilse Brandt praised the rescuers of the ferry.",
            "Minister Ilse Brandt praised the rescuers of the ferry",
        ),
        (
            "The statement came a week after the ferry Marigold sank off Port Alder.",
            "a week after the ferry Marigold sank off Port Alder",
        ),
        ("Ilse Brandt told reporters on Monday that the bridge will close.", "the bridge will close"),
    ],
)
def test_an_occasion_is_no_claim(annotated: Annotate, text: str, claim: str) -> None:
    assert told(annotated(text)) == [claim]


def test_a_topic_set_before_is_no_claim(by_rules: Annotate) -> None:
    text = "On the fishery and the harbour dues, he said the talks had failed."
    assert told(by_rules(text)) == ["the talks had failed"]


def test_how_long_before_stays_with_what_happened(annotated: Annotate) -> None:
    claims = told(annotated("The alarm rang 20 minutes before the gates were opened."))
    assert claims == ["The alarm rang 20 minutes before the gates were opened"]


def test_names_alone_are_no_claim(annotated: Annotate) -> None:
    found = annotated("PORT ALDER (Grey News) — Veld and Halden agreed on Monday to dredge the harbour.")
    texts = [" ".join(found.article.exact(span) for span in claim.spans) for claim in found.claims]
    assert "Veld and Halden" not in texts
    assert any("dredge the harbour" in text for text in texts)


@pytest.mark.parametrize(
    "text",
    [
        "Selmani told reporters that the talks had been “hard”, but she thanked Veld for coming.",
        'The talks had been "hard."',
    ],
)
def test_a_mark_that_was_opened_is_closed(annotated: Annotate, text: str) -> None:
    found = annotated(text)
    told = [found.article.exact(span) for claim in found.claims for span in claim.spans]
    assert any(words.endswith(("“hard”", '"hard."')) for words in told)


def test_a_bracket_that_was_opened_is_closed(annotated: Annotate) -> None:
    said = "The man also said that the well was about 40 metres deep (131 feet)"
    text = f"{said} and had been dry for five years."
    assert any(claim.endswith("40 metres deep (131 feet)") for claim in told(annotated(text)))


def test_what_an_outlet_says_of_its_coverage_claims_nothing(annotated: Annotate) -> None:
    found = annotated(
        "The ferry sank on Monday. Stay with Orla 19 News for updates. This is a developing story."
    )
    assert [found.article.exact(claim.spans[0]) for claim in found.claims] == ["The ferry sank on Monday"]


def test_a_source_stays_the_subject_of_what_it_did_before_it_spoke(annotated: Annotate) -> None:
    text = (
        "Ada Brandt struck a mild note in her yearly address to Norland on Monday, declaring her wish “for "
        "peaceful talks with our southern neighbour.”"
    )
    assert "Ada Brandt struck a mild note in her yearly address to Norland on Monday" in told(annotated(text))


def test_the_outlets_own_words_keep_a_report_inside_them(annotated: Annotate) -> None:
    text = (
        "Police buses closed the squares where large crowds have gathered almost daily since early May to "
        "demand that the government change the deal."
    )
    assert any("where large crowds have gathered almost daily" in claim for claim in told(annotated(text)))
