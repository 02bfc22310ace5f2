"""Ages: whose they are, and what is no other version of them."""

from collections.abc import Callable

import pytest

from rashomon.compare import compare
from rashomon.compare.align.views import make_views
from rashomon.compare.slots import compare_claims
from rashomon.compare.slots.ages import of_one, owner
from rashomon.compare.slots.quantities import quantities
from rashomon.model import Annotations
from rashomon.resolve import resolve

Annotate = Callable[..., Annotations]


@pytest.mark.parametrize(
    "text",
    [
        "The sailor Mara Quill, 42, was rescued in Port Alder.",
        "The sailor Mara Quill, age 42, was rescued in Port Alder.",
        "Rescuers found 42-year-old Mara Quill in Port Alder.",
        "Rescuers found the 42-year-old sailor Mara Quill in Port Alder.",
    ],
)
def test_an_age_is_of_who_is_named_at_it(annotated: Annotate, text: str) -> None:
    view = next(each for each in make_views(resolve([annotated(text)])) if each.quantities)
    found = owner(view, view.quantities[0])
    assert found is not None
    assert "Mara Quill" in view.exact(found.span)


def test_an_age_is_of_nobody_where_the_name_is_of_another(annotated: Annotate) -> None:
    [view] = make_views(resolve([annotated("Mara Quill was rescued by a 42-year-old man from Port Alder.")]))
    assert owner(view, view.quantities[0]) is None


def ages(annotated: Annotate, first: str, second: str) -> list[tuple[str, str]]:
    views = make_views(resolve([annotated(first, outlet="a"), annotated(second, outlet="b")]))
    left, right = (next(v for v in views if v.article == place) for place in (0, 1))
    return [(left.exact(f.left.span), right.exact(f.right.span)) for f in quantities(left, right, 0.9)]


def test_ages_of_one_named_person_differ_however_far_apart(annotated: Annotate) -> None:
    rescued = "Mara Quill, 41, Ilse Brandt, {}, and Otto Lind, 35, were rescued from the ferry in Port Alder."
    assert ages(annotated, rescued.format(26), rescued.format(36)) == [("26", "36")]
    assert ages(annotated, rescued.format(26), rescued.format(62)) == []  # one name, two generations


def test_ages_of_two_named_people_are_no_difference(annotated: Annotate) -> None:
    first = "Mara Quill, 41, was rescued from the ferry in Port Alder."
    second = "Otto Lind, 42, was rescued from the ferry in Port Alder."
    assert ages(annotated, first, second) == []


def test_names_cut_short_are_of_one(annotated: Annotate) -> None:
    first = "Joshua Quill, 19, died in the harbour."
    texts = (first, "Josh Quill, 20, died in the harbour.", "Mara Quill, 20, died in the harbour.")
    views = make_views(resolve([annotated(text, outlet=str(n)) for n, text in enumerate(texts)]))
    left, right, other = sorted(views, key=lambda view: view.article)
    assert of_one(left, left.quantities[0], right, right.quantities[0])
    assert of_one(left, left.quantities[0], other, other.quantities[0]) is False


def test_what_one_article_gives_both_of_is_no_difference(annotated: Annotate) -> None:
    first = "A 19-year-old man was held by the police of Port Alder after the fire in the net store."
    second = "A 20-year-old man was held by the police of Port Alder after the fire in the net store."
    more = " The watchman of the net store, a 19-year-old student, was not hurt."
    for text, expected in ((second, 1), (second + more, 0)):
        articles = [annotated(text, outlet=str(n)) for n, text in enumerate((first, text))]
        told = [p for p in compare(resolve(articles)).points if p.slot == "quantity"]
        assert len(told) == expected


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "A 4-year-old girl was rescued from the harbour of Port Alder with a 6-year-old sister.",
            "A 4-year-old girl was rescued from the harbour of Port Alder with a 7-year-old boy.",
        ),
        (
            "The sailors rescued in Port Alder are between 11 to 30 years old.",
            "The sailor rescued in Port Alder is a 14-year-old boy.",
        ),
        (
            "Mara Quill, 15, and a 16-year-old boy were rescued from the ferry in Port Alder.",
            "Otto Lind, 19, is charged with pushing 15-year-old Mara Quill off the ferry in Port Alder.",
        ),
    ],
    ids=["a relative", "all of them", "somebody beside one"],
)
def test_ages_of_two_are_no_difference(annotated: Annotate, first: str, second: str) -> None:
    views = make_views(resolve([annotated(text, outlet=str(n)) for n, text in enumerate((first, second))]))
    pairs = [(left, right) for left in views for right in views if (left.article, right.article) == (0, 1)]
    found = [f for left, right in pairs for f in compare_claims(left, right, 0.99)]
    assert [each for each in found if each.slot == "quantity"] == []


def test_who_tells_a_relatives_age_does_not_tell_that_of_another(annotated: Annotate) -> None:
    texts = (
        "A 2-year-old girl was rescued from the harbour of Port Alder on Monday.",
        "A 1-year-old girl was rescued from the harbour of Port Alder on Monday.",
        "A girl was rescued from the harbour of Port Alder on Monday with a 2-year-old sibling.",
    )
    articles = [annotated(text, outlet=str(n), published="2031-05-06") for n, text in enumerate(texts)]
    found = [point for point in compare(resolve(articles)).points if point.slot == "quantity"]
    told = {value.value: len(value.articles) for point in found for value in point.values}
    assert told == {"2-year-old": 1, "1-year-old": 1}


def test_an_age_between_two_names_is_of_the_next(annotated: Annotate) -> None:
    text = (
        "The crew is 44-year-old Pilot Otto Lind, 32-year-old Pilot Mara Quill and 39-year-old Ilse Brandt."
    )
    found = [
        (view, age, owner(view, age))
        for view in make_views(resolve([annotated(text)]))
        for age in view.quantities
    ]
    named = {
        view.exact(age.span): view.exact(unit.span).split()[-1]
        for view, age, unit in found
        if unit is not None
    }
    assert named == {"44-year-old": "Lind", "32-year-old": "Quill", "39-year-old": "Brandt"}
