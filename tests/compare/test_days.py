"""Days: two reports' own news, days apart, are two things."""

from collections.abc import Callable, Sequence

import pytest

from rashomon.compare.align.days import of_two_days
from rashomon.compare.align.views import View, make_views
from rashomon.model import Annotations
from rashomon.resolve import resolve

Annotate = Callable[..., Annotations]


@pytest.fixture
def views(annotated: Annotate) -> Callable[..., Sequence[View]]:
    """One claim of each of two reports, told on these days."""

    def make(first: str, second: str, *, days: tuple[str | None, str | None]) -> Sequence[View]:
        told = zip((first, second), days, strict=True)
        found = make_views(resolve([annotated(text, published=day) for text, day in told]))
        return [next(view for view in found if view.text in text) for text in (first, second)]

    return make


@pytest.mark.parametrize(
    ("first", "second", "days", "two"),
    [
        ("Shells hit the port of Verash on Monday.", "Shells hit Verash on Tuesday.", ("07", "15"), True),
        ("Shells hit the port of Verash on Monday.", "Shells hit Verash on Monday.", ("07", "14"), True),
        ("Shells hit the port of Verash on Monday.", "Shells hit Verash on Tuesday.", ("07", "08"), False),
        ("Shells hit the port of Verash on Monday.", "Shells hit Verash on 6 May 2031.", ("07", "15"), False),
        ("Shells hit the port of Verash on Monday.", "Shells hit Verash.", ("07", "15"), False),
        ("Shells hit the port of Verash on Monday.", "Shells hit Verash on Tuesday.", ("07", None), False),
    ],
)
def test_own_news_of_reports_days_apart_is_of_two_days(
    views: Callable[..., Sequence[View]], first: str, second: str, days: tuple[str, str | None], two: bool
) -> None:
    left, right = views(first, second, days=tuple(day and f"2031-05-{day}" for day in days))
    assert of_two_days(left, right) is two
    assert of_two_days(right, left) is two


def test_a_claim_without_a_time_has_that_of_its_sentence(annotated: Annotate) -> None:
    text = "Three shells struck the harbour of Verash on Monday, killing two people and wounding dozens."
    other = "Mortar shells struck the harbour of Verash on Tuesday, killing 14 people and wounding 86 men."
    reports = [annotated(text, published="2031-05-07"), annotated(other, published="2031-05-15")]
    found = make_views(resolve(reports))
    killed = [view for view in found if "killing" in view.text]
    assert len(killed) == 2
    assert of_two_days(*killed)
