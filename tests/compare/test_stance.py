import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.compare.stance import likelihoods
from rashomon.statements import stance

CLAIM = "Harbour master of Mirelle sold the lighthouse to a circus"
DENIED = (
    "The harbour master of Mirelle has not sold the lighthouse to a circus. The story that went round this "
    "week is a hoax, the town hall said. It is false and was made up by a satirical page, officials said. "
    "There is no evidence of any sale, and the report has been debunked."
)
TOLD = (
    "The harbour master of Mirelle has sold the lighthouse to a circus. The sale was confirmed on Monday. "
    "The circus will move into the lighthouse in May, the harbour master announced."
)


def test_a_report_that_denies_a_claim_disagrees_more_than_one_that_tells_it() -> None:
    denied, told = (dict(stance(CLAIM, text).likelihood) for text in (DENIED, TOLD))
    assert denied["disagree"] > told["disagree"]


def test_the_span_is_the_sentence_most_like_the_claim() -> None:
    found = stance(CLAIM, TOLD)
    assert found.span is not None
    assert TOLD[found.span.start : found.span.end].startswith("The harbour master of Mirelle has sold")


@settings(max_examples=15)
@given(st.text(max_size=80), st.text(max_size=80))
def test_likelihoods_add_up_for_any_text(claim: str, report: str) -> None:
    found = stance(claim, report)
    likely = sum(value for _, value in found.likelihood)
    assert likely == 0 if found.side == "unknown" else abs(likely - 1) < 0.001


@pytest.mark.parametrize(
    ("claim", "report"), [("", TOLD), (" ", TOLD), ("...", TOLD), (CLAIM, ""), (CLAIM, "\n"), ("", "")]
)
def test_where_nothing_is_said_the_stance_is_unknown(claim: str, report: str) -> None:
    found = stance(claim, report)
    assert (found.side, found.likelihood, found.span) == ("unknown", (), None)


def test_rows_do_not_depend_on_each_other() -> None:
    rows = [[0.5] * 90, [2.0] * 90]
    assert likelihoods(rows) == [likelihoods(rows[:1])[0], likelihoods(rows[1:])[0]]
