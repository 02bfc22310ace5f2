"""Named ages: one person is as old in all reports, unless time has passed or a report says why."""

from collections.abc import Callable

import pytest

from rashomon.compare import compare
from rashomon.model import Annotations, Point
from rashomon.resolve import resolve

Annotate = Callable[..., Annotations]
FOUND = "Divers found {} dead below the quay of Port Halden on Monday."
MET = "The coast guard met on Tuesday to name {}, who was pulled out of the water below the quay."


@pytest.fixture
def ages(annotated: Annotate) -> Callable[..., list[Point]]:
    def run(
        *texts: str, days: tuple[str, ...] = (), outlets: tuple[str, ...] = ("Herald", "Courier")
    ) -> list[Point]:
        days = days or ("2031-05-06",) * len(texts)
        told = zip(texts, outlets, days, strict=True)
        articles = [annotated(text, outlet=outlet, published=day) for text, outlet, day in told]
        return [point for point in compare(resolve(articles)).points if point.slot == "quantity"]

    return run


Ages = Callable[..., list[Point]]


def test_two_ages_of_one_person_contradict_however_far_the_sentences_are_apart(ages: Ages) -> None:
    (point,) = ages(FOUND.format("34-year-old Mara Quill"), MET.format("Mara Quill, 35"))
    assert point.relation == "contradict"
    assert [value.value for value in point.values] == ["35", "34-year-old"]


def test_a_name_spelt_in_two_ways_is_one(ages: Ages) -> None:
    (point,) = ages(FOUND.format("34-year-old Sergei Quill"), MET.format("Sergey Quill, 35"))
    assert point.relation == "contradict"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("34-year-old Mara Quill", "Mara Quill, 34"),
        ("34-year-old Mara Quill", "Otto Quill, 35"),
        ("61-year-old Mara Quill", "Mara Quill, 35"),  # a mother and a daughter
        ("Mara Quill, then 28", "Mara Quill, 34"),
    ],
)
def test_one_age_and_two_people_are_no_quarrel(ages: Ages, one: str, other: str) -> None:
    assert "contradict" not in {point.relation for point in ages(FOUND.format(one), MET.format(other))}


def test_a_birthday_may_lie_between_two_reports(ages: Ages) -> None:
    told = FOUND.format("34-year-old Mara Quill"), MET.format("Mara Quill, 35")
    assert ages(*told, days=("2031-05-06", "2032-01-10")) == []
    (point,) = ages(*told[::-1], days=("2031-05-06", "2032-01-10"))
    assert point.relation == "contradict"


def test_an_age_that_is_taken_back_or_told_by_one_outlet_only_differs(ages: Ages) -> None:
    one, other = FOUND.format("34-year-old Mara Quill"), MET.format("Mara Quill, 35")
    back = MET.format("Mara Quill, 35") + " Police had initially given the age of Mara Quill, 35, wrongly."
    for told in (ages(one, back), ages(one, other, outlets=("Herald", "Herald"))):
        assert {point.relation for point in told} <= {"differ"}


def test_an_article_that_gives_two_ages_has_its_reasons(ages: Ages) -> None:
    both = FOUND.format("34-year-old Mara Quill") + " Otto Lind knew Mara Quill, 36, from school."
    assert "contradict" not in {point.relation for point in ages(both, MET.format("Mara Quill, 35"))}


def test_two_ages_stand_in_one_point(ages: Ages) -> None:
    assert len(ages(FOUND.format("Mara Quill, 34,"), FOUND.format("Mara Quill, 35,"))) == 1
