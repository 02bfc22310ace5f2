"""A story's day is that of its event, not of the background."""

from collections.abc import Callable

from rashomon.group import stories
from rashomon.group.about import day_of
from rashomon.model import Annotations

Annotate = Callable[..., Annotations]
TEXT = (
    "The ferry Aurelia ran aground off Skarholm in fog. Rescuers from Arvik took 200 passengers to Skarholm. "
    "Skarholm has seen such fog before. The ferry was built in 1998. {tail}"
)


def story(annotated: Annotate, tail: str = "", **given: str):
    ((found, _),) = stories([annotated(TEXT.format(tail=tail), **given)])
    return found


def test_a_day_of_the_background_is_not_the_event_s(annotated: Annotate) -> None:
    assert story(annotated, "Another ferry sank there on 26 April 2007.").date is None


def test_what_an_undated_article_opens_with_may_be_long_ago(annotated: Annotate) -> None:
    opening = "On 26 April 2007 the ferry Aurelia ran aground off Skarholm."
    assert stories([annotated(opening)])[0][0].date is None


def test_an_undated_article_speaks_of_days_near_those_that_are_dated(annotated: Annotate) -> None:
    told = "The ferry Aurelia ran aground off Skarholm on {day}, and 200 passengers went to Arvik."
    later = annotated(told.format(day="2 May 2031"), published="2031-05-03", precision="day")
    undated = [
        annotated(told.format(day=day) + end) for day, end in (("2 May 2031", ""), ("9 June 1931", " So."))
    ]
    again = annotated(told.format(day="9 June 1931") + " Again.")
    assert day_of([later, *undated]) == "2031-05-02"
    assert day_of([later, undated[1], again]) == "2031-05-03"
