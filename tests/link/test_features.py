"""Named features: totals, evidence, and what keeps a pair apart."""

from hypothesis import given
from hypothesis import strategies as st

from rashomon.link.features import APART, Feature, score_pair, total_of

Compared = tuple[float, str, str] | None


def letters(left: str, right: str) -> Compared:
    """They begin alike."""
    return (1.0, left[0], right[0]) if left[:1] == right[:1] != "" else None


def length(left: str, right: str) -> Compared:
    """They are of one length."""
    return (1.0 if len(left) == len(right) else -1.0, str(len(left)), str(len(right)))


MILD = (Feature("letters", 0.5, letters), Feature("length", 2.0, length))
STRICT = (Feature("letters", 0.5, letters), Feature("length", 2.0, length, forbids=True))


def test_what_has_nothing_to_say_is_no_evidence():
    score = score_pair("Orla", "Sant", MILD)
    assert [each.feature for each in score.evidence] == ["length"]
    assert score.total == 2.0


def test_a_feature_that_forbids_outweighs_all_others_and_is_told():
    assert score_pair("Orla", "Orlando", MILD).total == -1.5
    score = score_pair("Orla", "Orlando", STRICT)
    assert score.total == APART
    assert [(each.feature, each.score) for each in score.evidence] == [("letters", 1.0), ("length", -1.0)]


def test_a_feature_says_why():
    assert [feature.reason for feature in MILD] == ["They begin alike.", "They are of one length."]


@given(st.text(max_size=4), st.text(max_size=4), st.sampled_from([MILD, STRICT]))
def test_the_total_alone_is_that_of_the_evidence(left, right, features):
    assert total_of(left, right, features) == score_pair(left, right, features).total
