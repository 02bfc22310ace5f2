"""Lengths of time: what is one length in two units, and what only rounds to another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.text.lengths import rounds_to, same_length, seconds

LENGTHS = st.builds(
    lambda number, unit: f"P{unit[0]}{number}{unit[1]}",
    st.integers(1, 400),
    st.sampled_from([("", "Y"), ("", "M"), ("", "W"), ("", "D"), ("T", "H"), ("T", "M"), ("T", "S")]),
)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("P1Y", "P12M"),
        ("P2W", "P14D"),
        ("P1D", "PT24H"),
        ("PT1.5H", "PT90M"),
        ("P3M", "P90D"),
        ("P1.5Y", "P18M"),
    ],
)
def test_one_length_in_two_units(left: str, right: str) -> None:
    assert same_length(left, right)
    assert same_length(right, left)


@pytest.mark.parametrize(
    ("left", "right"), [("P100D", "P101D"), ("P2W", "P13D"), ("P1Y", "P14M"), ("PT2M", "P2M"), ("P1D", None)]
)
def test_two_lengths(left: str, right: str | None) -> None:
    assert not same_length(left, right)


@pytest.mark.parametrize(("left", "right"), [("P1Y", "P14M"), ("PT100M", "PT2H"), ("P1M", "P5W")])
def test_a_coarser_unit_rounds(left: str, right: str) -> None:
    assert rounds_to(left, right)
    assert rounds_to(right, left)


@pytest.mark.parametrize(
    ("left", "right"),
    [("P2W", "P10D"), ("P3D", "P4D"), ("P1.5Y", "P16M"), ("P1Y", "P20M"), ("P1Y", "decade")],
)
def test_no_rounding(left: str, right: str) -> None:
    assert not rounds_to(left, right)


@given(LENGTHS, LENGTHS)
def test_length_is_symmetric_and_follows_seconds(left: str, right: str) -> None:
    assert same_length(left, right) == same_length(right, left)
    assert rounds_to(left, right) == rounds_to(right, left)
    assert same_length(left, left)
    if same_length(left, right):
        assert seconds(left) == pytest.approx(seconds(right), rel=0.021)


def test_seconds_of_what_is_no_length() -> None:
    assert seconds(None) == 0
    assert seconds("2031-05-06") == 0
    assert seconds("PT2M") == 120
