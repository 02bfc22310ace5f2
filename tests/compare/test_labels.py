"""Labels: things of one kind that bear different numbers are different things."""

from collections.abc import Callable

import pytest

from rashomon.compare import compare
from rashomon.compare.align.labels import unlike
from rashomon.compare.align.views import make_views
from rashomon.model import Annotations
from rashomon.resolve import resolve

Annotate = Callable[..., Annotations]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The council closed bridge 5 on Monday.", {("bridge", "5")}),
        ("Flight 370 left Port Halden before dawn.", {("flight", "370")}),
        ("The council closed 5 bridges on Monday.", set()),
        ("The council met on March 5 in Port Halden.", set()),
    ],
)
def test_a_bare_number_behind_a_noun_is_its_label(
    annotated: Annotate, text: str, expected: set[tuple[str, str]]
) -> None:
    views = make_views(resolve([annotated(text)]))
    assert {label for view in views for label in view.labels} == expected


def test_other_kinds_and_equal_numbers_are_not_unlike() -> None:
    five, six, flight = (frozenset({label}) for label in (("bridge", "5"), ("bridge", "6"), ("flight", "6")))
    assert unlike(five, six)
    assert not unlike(five, five)
    assert not unlike(five, flight)
    assert not unlike(five, five | six)


def test_two_numbered_things_never_make_one_point(annotated: Annotate) -> None:
    told = [
        annotated(f"The mayor of Port Halden said on Monday that bridge {n} was closed for {n} days.")
        for n in (5, 7)
    ]
    assert [len(point.articles) for point in compare(resolve(told)).points] == [1, 1]
