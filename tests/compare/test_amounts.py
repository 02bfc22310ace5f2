"""Amounts and times: hedges and rounding understood."""

import pytest

from rashomon.compare.slots.amounts import comparable, weigh
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
    ],
)
def test_how_two_amounts_relate(left: Quantity, right: Quantity, verdict: str) -> None:
    assert weigh(left, right) == verdict
    assert weigh(right, left) == verdict


def test_people_are_counted_under_many_names_but_not_as_things() -> None:
    assert comparable(count(5, 5), count(7, 7, unit="sailor"))
    assert not comparable(count(5, 5), count(7, 7, unit="boat"))
    assert not comparable(count(5, 5, unit="sailor"), count(7, 7, unit="nurse"))


def time(kind: str, value: str | None, precision: str = "day") -> Time:
    return Time(HERE, kind, value, precision, "explicit")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        (time("duration", "P3D"), time("duration", "P4D"), "conflict"),
        (time("date", "2031-05-06"), time("date", "2031-05"), "compatible"),
        (time("date", "2031-05-06"), time("date", "2031-05-06"), "same"),
        (time("date", "2031-05-06"), time("date", "2031-05-07"), "conflict"),
        (time("date", None), time("date", "2031-05-07"), "compatible"),
    ],
)
def test_how_two_times_relate(left: Time, right: Time, verdict: str) -> None:
    assert weigh_times(left, right) == verdict
    assert weigh_times(right, left) == verdict
