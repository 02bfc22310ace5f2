import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.compare.fidelity import fidelity

FULL = "We will build every single house on this island again before the winter, and we will not wait."
TEXTS = st.lists(st.sampled_from("the old new bridge fell … [stone] , stood .".split()), max_size=12).map(
    " ".join
)


@pytest.mark.parametrize(
    ("said", "quoted", "expected"),
    [
        (FULL, True, "verbatim"),
        (
            "we will build every single house on this island again before the winter and we will not wait",
            True,
            "verbatim",
        ),
        (FULL, False, "verbatim"),
        ("We will build every single house", True, "trimmed"),
        ("we will not wait", True, "trimmed"),
        ("We will build … again before the winter", True, "trimmed"),
        ("We will build every [damaged] house on this island", True, "trimmed"),
        ("We will (rebuild) every single house on this island", True, "trimmed"),
        ("We will build every house on this island again", True, "altered"),
        ("We shall build every single house on this island again", True, "altered"),
        ("they would build every house before winter came", False, "paraphrased"),
        ("…", True, "paraphrased"),
    ],
)
def test_renderings(said: str, quoted: bool, expected: str) -> None:
    assert fidelity(said, FULL, quoted=quoted) == expected


def test_spelling_and_marks_are_no_alteration() -> None:
    assert fidelity("Our neighbours’ harbour", 'our neighbors\' "harbor"', quoted=True) == "verbatim"


def test_what_the_fuller_text_left_out_in_the_open_is_no_alteration() -> None:
    assert fidelity("the old bridge fell at noon", "the old bridge … at noon", quoted=True) == "trimmed"


@given(TEXTS, TEXTS, st.booleans())
def test_any_two_texts_have_a_fidelity(said: str, full: str, quoted: bool) -> None:
    assert fidelity(said, full, quoted=quoted) in {"verbatim", "trimmed", "altered", "paraphrased"}
