"""Quantities: what is counted, in which bounds."""

from collections.abc import Callable

import pytest

from rashomon.model import Annotations

Annotate = Callable[..., Annotations]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They lost more than 70,000 people.", ("more than 70,000 people", "count", 70_000, None, "people")),
        ("There are thousands of gunmen.", ("thousands of gunmen", "count", 2000, 9999, "gunman")),
        ("It amounts to a thousand people.", ("a thousand people", "count", 1000, 1000, "people")),
        ("He is on a three-day visit.", ("three-day", "duration", 3, 3, "day")),
        ("It cost $1.2 million.", ("$1.2 million", "money", 1_200_000, 1_200_000, "USD")),
        ("Support fell to 45 percent.", ("45 percent", "percent", 45, 45, "percent")),
        ("A 17-year-old boy ran.", ("17-year-old", "age", 17, 17, "year")),
        ("Anna Petersen, 42, drove.", ("42", "age", 42, 42, "year")),
        ("The blast left at least 12 dead.", ("at least 12", "count", 12, None, "people")),
        ("The death toll rose to 31.", ("31", "count", 31, 31, "people")),
        (
            "They hired nearly two dozen police officers.",
            ("nearly two dozen police officers", "count", 24, 24, "officer"),
        ),
        ("The ship sank 12 km off Oslo.", ("12 km", "measure", 12, 12, "kilometre")),
        ("The ship sank about 12km off Oslo.", ("about 12km", "measure", 12, 12, "kilometre")),
        ("The boy fell into an 80m-deep well.", ("80m", "measure", 80, 80, "metre")),
        ("The well is 80 m deep.", ("80 m", "measure", 80, 80, "metre")),
        ("The well is 80 feet deep.", ("80 feet", "measure", 80, 80, "foot")),
        ("The captain is 6-foot-3.", ("6-foot-3", "measure", 6.25, 6.25, "foot")),
        ("He is about 5 feet, 9 inches tall.", ("about 5 feet, 9 inches", "measure", 5.75, 5.75, "foot")),
        ("The plan would help 80m people.", ("80m people", "count", 8e7, 8e7, "people")),
        ("It took two and a half hours.", ("two and a half hours", "duration", 2.5, 2.5, "hour")),
        ("A 2 1/2 year old boy ran.", ("2 1/2 year old", "age", 2.5, 2.5, "year")),
        ("They lost half of the boats.", ("half", "percent", 50, 50, "percent")),
    ],
)
def test_quantity(annotated: Annotate, text: str, expected: tuple[object, ...]) -> None:
    found = annotated(text)
    (quantity,) = found.quantities
    exact = found.article.exact(quantity.span)
    assert (exact, quantity.kind, quantity.low, quantity.high, quantity.unit) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It happened in 2018 on May 5, 2019.",
        "Call (216) 623-5464 now.",
        "Take Route 66 to 395 East 48th Street.",
        "He called 911 operators.",
        "The only one left.",
    ],
)
def test_labels_are_no_quantities(annotated: Annotate, text: str) -> None:
    assert [quantity.span for quantity in annotated(text).quantities] == []


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("The crater is around 100 metres (328 feet) wide.", (328, 328, "about")),
        ("The well is about 40 metres deep (131 feet).", (131, 131, "about")),
        ("They were less than 10 metres (33 feet) away.", (None, 33, "less_than")),
        ("It is more than 10 metres, or 33 feet, deep.", (33, None, "more_than")),
        ("They were less than 10 metres away and 33 feet up.", (33, 33, "exact")),
    ],
)
def test_a_figure_told_again_in_another_unit_keeps_its_hedge(
    annotated: Annotate, text: str, bounds: tuple[float | None, float | None, str]
) -> None:
    again = annotated(text).quantities[-1]
    assert (again.low, again.high, again.hedge) == bounds
