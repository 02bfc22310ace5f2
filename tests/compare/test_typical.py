"""The claim that stands for all: what every outlet tells, as surely as can be."""

from collections.abc import Callable

from rashomon.compare.align.views import View, make_views
from rashomon.compare.typical import supports, typical
from rashomon.model import Annotations
from rashomon.resolve import resolve

Annotate = Callable[..., Annotations]


def views_of(annotated: Annotate, *texts: str) -> list[View]:
    """The only claim of each text, in the order of the texts."""
    story = resolve([annotated(text, outlet=str(n)) for n, text in enumerate(texts)])
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
