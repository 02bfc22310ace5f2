"""The claim that stands for all: what every outlet tells, as surely as can be."""

from collections.abc import Callable

from rashomon.compare.align.views import View, make_views
from rashomon.compare.typical import Figures, supports, typical
from rashomon.model import Annotations
from rashomon.resolve import resolve

Annotate = Callable[..., Annotations]


def views_of(annotated: Annotate, *texts: str) -> list[View]:
    """The only claim of each text, in the order of the texts."""
    dated = {"published": "2031-03-11", "precision": "day"}
    story = resolve([annotated(text, outlet=str(n), **dated) for n, text in enumerate(texts)])
    views = {view.source.text: view for view in make_views(story)}
    return [views[text] for text in texts]


SANK = "The ferry Marigold sank off Port Alder on Monday."
LOST = "The ferry Marigold was lost off Port Alder on Monday in a storm."
KILLED = "The ferry Marigold sank off Port Alder on Monday with 16 people on board."


def test_support_is_that_of_the_outlet_least_likely_to_tell_it(annotated: Annotate) -> None:
    views = views_of(annotated, SANK, LOST, KILLED)
    likelihood = {(0, 1): 0.7, (0, 2): 0.99}
    assert supports((0, 1, 2), views, likelihood)[0] == 0.7
    assert supports((0, 1, 2), views, likelihood)[1] == 0.0
    assert supports((0,), views, likelihood)[0] == 1.0


def test_a_figure_that_others_leave_out_does_not_stand_for_all(annotated: Annotate) -> None:
    views = views_of(annotated, SANK, KILLED)
    assert typical((0, 1), views, {(0, 1): 0.99}) == 0
    assert typical((1,), views, {}) == 1


def test_what_each_outlet_surely_tells_stands_for_all(annotated: Annotate) -> None:
    views = views_of(annotated, SANK, LOST, "Marigold, the ferry, went down off Port Alder on Monday.")
    sure = {(0, 2): 0.99, (1, 2): 0.99, (0, 1): 0.6}
    assert typical((0, 1, 2), views, sure) == 2


def test_a_number_to_call_that_others_leave_out_does_not_stand_for_all(annotated: Annotate) -> None:
    asked = "Police are asking anyone with information on the lost ferry Marigold to call{}."
    views = views_of(annotated, asked.format(" 202-555-0173"), asked.format(" the harbour office"))
    assert typical((0, 1), views, {(0, 1): 0.99}) == 1


def test_two_known_things_are_no_figure(annotated: Annotate) -> None:
    views = views_of(
        annotated,
        "The neighbours will open a direct line between the two control rooms of the ferry.",
        "A line, which ferries will use, is to be opened between control rooms.",
    )
    assert typical((0, 1), views, {(0, 1): 0.99}) == 0


def test_who_tells_more_tells_what_it_holds(annotated: Annotate) -> None:
    views = views_of(annotated, SANK, LOST, KILLED)
    likelihood = {(0, 1): 0.8, (1, 2): 0.97, (0, 2): 0.99}
    assert supports((0, 1, 2), views, likelihood)[0] == 0.97
    assert supports((0, 1, 2), views, likelihood)[1] == 0.8


def test_a_date_to_come_that_others_leave_out_does_not_stand_for_all(annotated: Annotate) -> None:
    views = views_of(
        annotated,
        "The inquiry will report on the ferry accident in April.",
        "That inquiry will report on the ferry accident to a committee of parliament.",
        "Its inquiry will report on the ferry accident to the families of the drowned.",
    )
    sure = {(0, 1): 0.99, (0, 2): 0.99, (1, 2): 0.99}
    assert typical((0, 1, 2), views, sure) != 0
    # where nobody else surely tells it, it stands for all the same
    assert typical((0, 1, 2), views, {(0, 1): 0.99, (0, 2): 0.99}) == 0


def test_a_month_of_which_another_names_the_day_is_no_date_of_its_own(annotated: Annotate) -> None:
    views = views_of(
        annotated,
        "In May 2031 the ferry Marigold sank off Port Alder.",
        "The ferry Marigold, an old boat with a history of faults, sank off Port Alder on 6 May 2031.",
    )
    assert not Figures(views).announced(views[0])
    assert Figures(views).announced(views[1])
