"""Numbers in words and digits, hedges, ranges and magnitudes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.text.numbers import find_fractions, find_numbers, parse_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("seventy thousand", 70_000),
        ("70,000", 70_000),
        ("1.2 million", 1_200_000),
        ("$1.2 million", 1_200_000),
        ("a thousand", 1000),
        ("two dozen", 24),
        ("half a million", 500_000),
        ("a quarter of a million", 250_000),
        ("three-quarters of a million", 750_000),
        ("two tenths of one million", 200_000),
        ("a quarter million", 250_000),
        ("half-million", 500_000),
        ("two and a half", 2.5),
        ("two and a half million", 2_500_000),
        ("$3 1/2 million", 3_500_000),
        ("2½", 2.5),
        ("one and three-quarters", 1.75),
        ("one hundred and fifty thousand", 150_000),
        ("twenty-five", 25),
        ("four million three hundred thousand", 4_300_000),
        ("5bn", 5e9),
        ("ferry", None),
        ("", None),
    ],
)
def test_parse_number(text: str, value: float | None) -> None:
    assert parse_number(text) == value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("more than 70,000 people", ("more than 70,000", 70_000, None, "more_than")),
        ("a thousand people", ("a thousand", 1000, 1000, "exact")),
        ("thousands of gunmen", ("thousands", 2000, 9999, "magnitude")),
        ("tens of thousands fled", ("tens of thousands", 20_000, 99_999, "magnitude")),
        ("several hundred boats", ("several hundred", 300, 900, "magnitude")),
        ("a few boats", ("a few", 2, 9, "magnitude")),
        ("at least 12 died", ("at least 12", 12, None, "at_least")),
        ("up to 1.5 billion", ("up to 1.5 billion", None, 1.5e9, "at_most")),
        ("nearly two dozen", ("nearly two dozen", 24, 24, "about")),
        ("12 to 15 men", ("12 to 15", 12, 15, "exact")),
        ("between 12 and 15 men", ("between 12 and 15", 12, 15, "exact")),
        ("2 to 3 million", ("2 to 3 million", 2e6, 3e6, "exact")),
        ("a 2-and-a-half hour walk", ("2-and-a-half", 2.5, 2.5, "exact")),
        ("between 2 and 2 1/2 tons", ("between 2 and 2 1/2", 2, 2.5, "exact")),
        (
            "some three quarters of a million fled",
            ("some three quarters of a million", 7.5e5, 7.5e5, "about"),
        ),
        ("a half-million crowns", ("half-million", 5e5, 5e5, "exact")),
        ("100 or more boats", ("100 or more", 100, None, "at_least")),
    ],
)
def test_find_numbers(text: str, expected: tuple[str, float | None, float | None, str]) -> None:
    (found,) = find_numbers(text)
    assert (text[found.start : found.end], found.low, found.high, found.hedge) == expected


@pytest.mark.parametrize("text", ["2018-02-20", "5:30 pm", "F-16", "12th", "1/2", "the 20's", "3-2"])
def test_what_only_looks_like_a_number(text: str) -> None:
    assert list(find_numbers(text)) == []


def test_a_part_of_a_scale_is_no_share() -> None:
    assert not list(find_fractions("a quarter of a million people, half of a million crowns"))


def test_a_share_keeps_its_hedge() -> None:
    text = "almost half of the boats, more than a third of the crews, two-thirds of the nets"
    assert [(text[n.start : n.end], n.hedge, n.high) for n in find_fractions(text)] == [
        ("almost half", "about", 50),
        ("more than a third", "more_than", None),
        ("two-thirds", "exact", 66.67),
    ]


def test_shares_are_percent() -> None:
    text = "half of the boats, two-thirds of the crews"
    assert [(text[n.start : n.end], n.low) for n in find_fractions(text)] == [
        ("half", 50),
        ("two-thirds", 66.67),
    ]


@given(st.text(alphabet="0123456789,.- $%a tohundredmillio", max_size=60) | st.text(max_size=60))
def test_numbers_lie_in_the_text_in_order(text: str) -> None:
    last = 0
    for found in find_numbers(text):
        assert last <= found.start <= found.number < found.end <= len(text)
        assert found.low is None or found.high is None or found.low <= found.high
        last = found.end


@given(st.integers(min_value=0, max_value=10**12))
def test_digits_with_commas_read_back(value: int) -> None:
    assert parse_number(f"{value:,}") == value
