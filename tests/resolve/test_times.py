"""Anchoring of undated articles by the story's other articles."""

from collections.abc import Callable

from rashomon.model import Annotations
from rashomon.resolve.times import anchor_times, story_anchor

Annotate = Callable[..., Annotations]
UNDATED = "The ferry sank on Tuesday at 5 p.m. and another a week later, in 2014."


def test_an_undated_article_takes_the_storys_day(annotated: Annotate) -> None:
    dated = [
        annotated(f"Ferry {n} sank.", published=day) for n, day in enumerate(("2031-05-14", "2031-05-15"))
    ]
    anchored = anchor_times([*dated, annotated(UNDATED)])[-1]
    assert [(time.value, time.basis) for time in anchored.times] == [
        ("2031-05-13", "story"),
        ("2031-05-13T17:00", "story"),
        ("2031-05-20", "story"),
        ("2014", "explicit"),
    ]
    dates = {date for claim in anchored.claims for date in claim.dates}
    assert dates <= set(anchored.times)


def test_without_dates_nothing_changes(annotated: Annotate) -> None:
    story = (annotated(UNDATED), annotated("Another."))
    assert anchor_times(story) == story


def test_dates_far_apart_give_no_anchor(annotated: Annotate) -> None:
    days = ("2031-05-14", "2024-05-14", "2011-01-01")
    assert story_anchor([annotated(f"Ferry {n}.", published=day) for n, day in enumerate(days)]) is None
