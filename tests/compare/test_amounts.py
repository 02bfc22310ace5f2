"""Amounts and times: hedges and rounding understood."""

import pytest

from rashomon.compare.slots.amounts import comparable, misprinted, same_amount, weigh
from rashomon.compare.slots.times import weigh as weigh_times
from rashomon.model import Quantity, Span, Time

HERE = Span("a", 0, 1)


def count(
    low: float | None, high: float | None, hedge: str = "exact", unit: str | None = "people"
) -> Quantity:
    return Quantity(HERE, "count", low, high, unit, hedge)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        (count(12, 12), count(15, 15), "conflict"),
        (count(12, 12), count(12, 12), "same"),
        (count(12, None, "at_least"), count(15, 15), "differ"),
        (count(12, None, "at_least"), count(12, 12), "compatible"),
        (count(1000, 1000), count(2000, 9999, "magnitude"), "differ"),
        (count(1000, 1000, "about"), count(980, 980), "compatible"),
        (count(100, None, "more_than"), count(104, 104), "compatible"),
        (count(43_885_310, 43_885_310), count(43_000_000, 43_000_000), "differ"),  # cut, not rounded
        (count(42_600_000, 42_600_000), count(43_000_000, 43_000_000), "differ"),
        (count(42_400_000, 42_400_000), count(43_000_000, 43_000_000), "conflict"),
    ],
)
def test_how_two_amounts_relate(left: Quantity, right: Quantity, verdict: str) -> None:
    assert weigh(left, right) == verdict
    assert weigh(right, left) == verdict


def lasting(number: float, unit: str, high: float | None = None) -> Quantity:
    return Quantity(HERE, "duration", number, high or number, unit, "exact")


def test_a_length_of_time_is_the_same_amount_in_another_unit() -> None:
    assert same_amount(lasting(24, "month"), lasting(2, "year"))
    assert same_amount(lasting(90, "minute"), lasting(1.5, "hour"))
    assert not same_amount(lasting(24, "month"), lasting(24, "year"))
    assert not same_amount(lasting(30, "month"), lasting(2, "year"))
    assert not same_amount(lasting(1, "year", high=2), lasting(12, "month"))


def test_people_are_counted_under_many_names_but_not_as_things() -> None:
    assert comparable(count(5, 5), count(7, 7, unit="sailor"))
    assert not comparable(count(5, 5), count(7, 7, unit="boat"))
    assert not comparable(count(5, 5, unit="sailor"), count(7, 7, unit="nurse"))


def test_so_many_people_are_not_so_many_children() -> None:
    assert not comparable(count(30, None, "more_than"), count(10, 10, unit="child"))
    assert comparable(count(9, 9, unit="child"), count(10, 10, unit="child"))


def time(kind: str, value: str | None, precision: str = "day") -> Time:
    return Time(HERE, kind, value, precision, "explicit")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        (time("duration", "P3D"), time("duration", "P4D"), "conflict"),
        (time("duration", "P1Y"), time("duration", "P12M"), "same"),
        (time("duration", "P1Y"), time("duration", "P14M"), "compatible"),
        (time("duration", "P2Y"), time("duration", "P30M"), "conflict"),
        (time("date", "2031-05-06"), time("date", "2031-05"), "compatible"),
        (time("date", "2031-05-06"), time("date", "2031-05-06"), "same"),
        (time("date", "2031-05-06"), time("date", "2031-05-07"), "conflict"),
        (time("date", None), time("date", "2031-05-07"), "compatible"),
        (time("date", "2031-W19", "week"), time("date", "2031-05-07"), "compatible"),
        (time("date", "2031-W18", "week"), time("date", "2031-05-07"), "differ"),
    ],
)
def test_how_two_times_relate(left: Time, right: Time, verdict: str) -> None:
    assert weigh_times(left, right) == verdict
    assert weigh_times(right, left) == verdict


def test_a_figure_of_many_digits_is_no_rounding_of_another() -> None:
    assert weigh(count(5687, 5687), count(5587, 5587)) == "conflict"
    assert weigh(count(70_000, 70_000), count(71_300, 71_300)) == "differ"


def test_bounds_that_cannot_meet_conflict() -> None:
    assert weigh(count(100_000, None, "at_least"), count(None, 80_000, "at_most")) == "conflict"
    assert weigh(count(12, 12, "about"), count(1200, 1200, "about")) == "conflict"
    assert weigh(count(12, 12, "about"), count(14, 14, "about")) == "differ"


@pytest.mark.parametrize(
    ("left", "right", "odd"),
    [(54_321, 54_821, True), (54_321, 54_321, False), (54_321, 58_829, False), (54_000, 55_000, False)],
)
def test_one_odd_digit_of_many_is_a_misprint(left: float, right: float, odd: bool) -> None:
    assert misprinted(count(left, left), count(right, right)) is odd
