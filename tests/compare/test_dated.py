"""What a date is the date of: dates of two things are no difference."""

from collections.abc import Callable

import pytest

from rashomon.compare.align.views import View, make_views
from rashomon.compare.slots.times import times, weigh
from rashomon.model import Annotations, Span, Time
from rashomon.resolve import resolve

Annotate = Callable[..., Annotations]


def dates(annotated: Annotate, *told: tuple[str, str]) -> list[str]:
    """The relations of the dates of two reports, each a text and its day, were their claims surely one."""
    articles = [annotated(text, outlet=str(n), published=day) for n, (text, day) in enumerate(told)]
    views = make_views(resolve(articles))

    def dated(place: int) -> View:
        return next(v for v in views if v.article == place and any(t.kind == "date" for t in v.times))

    return [found.relation for found in times(dated(0), dated(1), 0.99) if found.slot == "date"]


def both(annotated: Annotate, first: str, second: str) -> list[str]:
    return dates(annotated, (first, "2031-05-09"), (second, "2031-05-09"))


def test_two_days_of_one_deed_differ(annotated: Annotate) -> None:
    told = "The customs officers arrested the ferry captain on {} in the harbour of Port Alder."
    assert both(annotated, told.format("Tuesday"), told.format("Wednesday")) == ["differ"]
    hurt = "Four sailors were hurt {} in the harbour of Port Alder."
    crash = "Four sailors were hurt in {} in the harbour of Port Alder."
    assert both(annotated, hurt.format("on Monday in a crash"), crash.format("Tuesday's crash")) == ["differ"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "Customs officers arrested the ferry captain on Tuesday over the killing in Port Alder.",
            "The ferry captain of Port Alder is held by customs officers over the May 5 killing.",
        ),
        (
            "A first hearing of the ferry captain in Port Alder is scheduled for Monday.",
            "The sentencing of the ferry captain in Port Alder is scheduled for Tuesday.",
        ),
        (
            "Mara Lind was arrested in the harbour of Port Alder on Monday.",
            "Otto Quill was arrested in the harbour of Port Alder on Tuesday.",
        ),
        (
            "The ferry captain was arrested in the harbour of Port Alder on Tuesday morning.",
            "The ferry captain was arrested in the harbour of Port Alder early on Tuesday, May 8.",
        ),
        (
            "The ferry captain was arrested in the harbour of Port Alder on May 5, 2031.",
            "The ferry captain was arrested in the harbour of Port Alder last week.",
        ),
        (
            "The ferry captain was arrested in the harbour of Port Alder late Wednesday night.",
            "The ferry captain was arrested in the harbour of Port Alder early Thursday.",
        ),
        (
            "The ferry captain was arrested in the harbour of Port Alder on Tuesday.",
            "The ferry captain was arrested in the harbour of Port Alder on April 29, 2031.",
        ),
    ],
    ids=["deed", "occasion", "people", "weekday", "looser", "night", "date"],
)
def test_days_of_two_things_are_no_difference(annotated: Annotate, first: str, second: str) -> None:
    assert both(annotated, first, second) == []


@pytest.mark.parametrize(
    ("week", "month", "told"),
    [
        ("2031-W19", "2031-05", "compatible"),
        ("2031-W18", "2031-05", "compatible"),
        ("2031-W18", "2031-04", "compatible"),
        ("2031-W19", "2031-04", "differ"),
    ],
)
def test_a_week_may_lie_in_a_month(week: str, month: str, told: str) -> None:
    one, other = (
        Time(Span("a", 0, 1), "date", value, precision, "published")
        for value, precision in ((week, "week"), (month, "month"))
    )
    assert weigh(one, other) == weigh(other, one) == told


def test_weekdays_of_reports_a_week_apart_are_two_days(annotated: Annotate) -> None:
    told = "The ferry captain was back in the court of Port Alder on {}."
    monday, thursday = told.format("Monday"), told.format("Thursday")
    assert dates(annotated, (monday, "2031-05-06"), (thursday, "2031-05-16")) == []
    assert dates(annotated, (monday, "2031-05-09"), (thursday, "2031-05-09")) == ["differ"]


def test_what_is_still_to_come_is_no_past_occasion(annotated: Annotate) -> None:
    was = "The ferry captain was arraigned in Port Alder on Monday."
    comes = "The ferry captain is to be arraigned in Port Alder on June 25."
    assert dates(annotated, (was, "2031-05-06"), (comes, "2031-06-02")) == []
    assert dates(annotated, (was, "2031-05-06"), (comes, "2031-05-06")) == ["differ"]


def test_a_year_alone_is_no_other_date(annotated: Annotate) -> None:
    sold = "Ilse Brandt sold the harbour ferry Marigold to the Alder Line company {}."
    april, day = sold.format("in April 2030"), sold.format("on 12 April 2030")
    assert both(annotated, april, sold.format("in 2030")) == []
    assert both(annotated, april, day) == ["differ"]


def test_what_was_since_a_day_was_not_on_it(annotated: Annotate) -> None:
    lost = "The Marigold is the second ferry lost {} Saturday off Port Alder."
    assert both(annotated, lost.format("since"), lost.format("on").replace("Saturday", "Tuesday")) == []
    assert both(annotated, lost.format("on"), lost.format("on").replace("Saturday", "Tuesday"))
