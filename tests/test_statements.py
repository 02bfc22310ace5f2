import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.model.errors import UsageError
from rashomon.statements import judge, judge_all

DAY = "2026-03-05"  # a Thursday

CONTRADICT = [
    (
        "The court sentenced 12 people on Tuesday.",
        "On Tuesday the court sentenced fifteen people.",
        "quantity",
    ),
    ("The court sentenced 12 people on Tuesday.", "The court sentenced 12 people on Wednesday.", "date"),
    ("The talks in Sant Ilvo lasted three days.", "The talks in Sant Ilvo lasted four days.", "duration"),
    ("Mara Dalen accused Ivo Trent of theft.", "Ivo Trent accused Mara Dalen of theft.", "person"),
    ("Mara Dalen accused Ivo Trent.", "Mara Dalen was accused by Ivo Trent.", "person"),
    ("The minister will resign.", "The minister will not resign.", "polarity"),
    ("There is no pilot on the ferry.", "There is a pilot on the ferry.", "polarity"),
    ("Police arrested Mr Dalen in Lima on Monday.", "Police arrested Mr Dalen in Quito on Monday.", "place"),
    ("The talks began before the strike.", "The talks began after the strike.", "other"),
    ("The council approved the plan.", "The council rejected the plan.", "other"),
    ("The fire destroyed the third warehouse.", "The fire destroyed the second warehouse.", "other"),
]
NO_CONTRADICTION = [
    ("The court sentenced 12 people on Tuesday.", "Twelve people were sentenced by the court on 3 March."),
    ("At least 12 people died in the fire.", "15 people died in the fire."),
    ("About 200 people marched to the port.", "Some 210 people marched to the port."),
    ("Police arrested Mr Dalen in Lima on Monday.", "Police arrested Mr Dalen in Peru on Monday."),
    ("The minister may resign.", "The minister will not resign."),
    ("Mara Dalen met Ivo Trent in Quito.", "Ivo Trent met Mara Dalen in Quito."),
    ("The ferry did not sail on Monday.", "The ferry sailed on Tuesday."),
    ("The ferry did not sail only on Monday.", "The ferry sailed on Monday."),
    ("Did the ferry sail on Monday?", "The ferry did not sail on Monday."),
    ("The harbour office is closed.", "Three fishermen were found near the coast."),
    ("Mara Dalen said the bridge was safe.", "Ivo Trent said the bridge was safe."),
    ("The pilots did not act to warn the ferry.", "The pilots failed to warn the ferry."),
    ("The strike in Alder lasted two years.", "The strike in Alder lasted 24 months."),
    ("The strike in Alder lasted a year.", "The strike in Alder lasted 14 months."),
]


@pytest.mark.parametrize(("left", "right", "slot"), CONTRADICT)
def test_values_that_exclude_each_other_contradict(left: str, right: str, slot: str) -> None:
    verdict = judge(left, right, published=DAY)
    assert verdict.relation == "contradict"
    assert slot in {finding.slot for finding in verdict.findings if finding.relation == "contradict"}


@pytest.mark.parametrize(("left", "right"), NO_CONTRADICTION)
def test_what_can_be_true_of_both_does_not_contradict(left: str, right: str) -> None:
    assert judge(left, right, published=DAY).relation != "contradict"


def test_findings_point_to_the_words() -> None:
    left, right = "The court sentenced 12 people.", "The court sentenced fifteen people."
    (finding,) = judge(left, right).findings
    assert left[finding.left.span.start : finding.left.span.end] == "12"
    assert right[finding.right.span.start : finding.right.span.end] == "fifteen"
    assert "12" in finding.reason
    assert "fifteen" in finding.reason


def test_a_speaker_is_an_attribution() -> None:
    verdict = judge("Mara Dalen said the bridge was safe.", "Ivo Trent said the bridge was safe.")
    assert [finding.slot for finding in verdict.findings] == ["attribution"]


def test_a_verdict_does_not_depend_on_the_order() -> None:
    pairs = [(left, right) for left, right, _ in CONTRADICT] + NO_CONTRADICTION
    there = [verdict.relation for verdict in judge_all(pairs, published=DAY)]
    back = [verdict.relation for verdict in judge_all([(b, a) for a, b in pairs], published=DAY)]
    assert there == back


@settings(max_examples=25)
@given(st.text(max_size=60))
def test_no_text_contradicts_itself(text: str) -> None:
    assert judge(text or "-", text or "-").relation in ("agree", "unknown")


def test_print_and_typewriter_deny_alike() -> None:
    assert (
        judge("The minister did not pay the fine.", "The minister didn’t pay the fine.").relation == "agree"
    )
    assert judge("The minister paid the fine.", "The minister didn’t pay the fine.").relation == "contradict"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "The ferry Marigold lay near the old quay of Orlo.",
            "The ferry Marigold lay far from the old quay of Orlo.",
        ),
        ("The crew drank tea in the cabin on Monday.", "The crew drank rum in the cabin on Monday."),
    ],
)
def test_statements_with_another_word_in_one_place_do_not_agree(left: str, right: str) -> None:
    shorter = left.replace(" on Monday", "").replace(" old", "")
    assert judge(left, shorter).relation == "agree"
    assert judge(left, right).relation != "agree"


@pytest.mark.parametrize(
    ("one", "other"), [("Niger", "Nigeria"), ("Mali", "Malawi"), ("an Indian", "an Indonesian")]
)
def test_countries_whose_names_are_alike_are_two(one: str, other: str) -> None:
    told = "The ferry Marigold was sold to {} shipping line on Monday."
    left, right = (told.format(name if name.startswith("an") else f"a {name}") for name in (one, other))
    assert judge(left, right).relation in ("contradict", "differ")


@pytest.mark.parametrize("published", ["foo", "", "2026-13-40", "03/02/2026", 2026])
def test_a_date_that_is_none_is_refused_before_anything_is_judged(published: str) -> None:
    with pytest.raises(UsageError, match="2031-05-28"):
        judge("The court sat on Tuesday.", "The court sat on Friday.", published=published)
    with pytest.raises(UsageError, match="published="):
        judge_all([], published=published)


@pytest.mark.parametrize("published", [DAY, f"{DAY}T10:00:00Z", "5 March 2026", "20260305"])
def test_the_day_may_be_written_in_every_way_that_an_article_may(published: str) -> None:
    verdict = judge("The court sat on Tuesday.", "The court sat on 3 March 2026.", published=published)
    assert verdict.relation == "agree"
