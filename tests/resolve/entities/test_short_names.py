"""A body without its place: linked where one article holds both and only one body can be meant."""

from collections.abc import Callable

from rashomon.model import Annotations
from rashomon.resolve.entities import find_entities

Named = Callable[..., Annotations]


def names(story: list[Annotations]) -> set[frozenset[str]]:
    return {frozenset(entity.names) for entity in find_entities(story).entities}


def test_a_team_without_its_town(named: Named) -> None:
    story = [named("The Oslo Herons won. Herons players sang.", organisation="Oslo Herons|Herons")]
    assert frozenset({"Oslo Herons", "Herons"}) in names(story)
    (merge,) = find_entities(story).merges
    assert [evidence.feature for evidence in merge.evidence] == ["short"]


def test_two_bodies_of_one_short_name_keep_it_from_both(named: Named) -> None:
    text = "The Danish Harbour Office wrote to the Norwegian Harbour Office. The Harbour Office is closed."
    offices = "Danish Harbour Office|Norwegian Harbour Office|Harbour Office"
    assert len(names([named(text, organisation=offices)])) == 3


def test_another_articles_short_name_is_left_alone(named: Named) -> None:
    story = [
        named("The Oslo Herons won.", organisation="Oslo Herons"),
        named("Herons nest here.", organisation="Herons"),
    ]
    assert len(names(story)) == 2


def test_what_is_left_out_must_be_a_place(named: Named) -> None:
    story = [named("The Grand Herons won. Herons sang.", organisation="Grand Herons|Herons")]
    assert len(names(story)) == 2


def test_a_firm_by_its_first_word(named: Named) -> None:
    text = "Vannering said profits fell. Shares of Vannering Holm Group Inc. fell. Vannering Holm is sorry."
    story = [named(text, organisation="Vannering Holm Group Inc.|Vannering Holm|Vannering")]
    assert names(story) == {frozenset({"Vannering", "Vannering Holm", "Vannering Holm Group Inc."})}


def test_two_firms_that_begin_alike_keep_it_from_both(named: Named) -> None:
    text = "Vannering said profits fell. Vannering Holm Inc. and Vannering Foods Ltd. fell."
    story = [named(text, organisation="Vannering Holm Inc.|Vannering Foods Ltd.|Vannering")]
    assert len(names(story)) == 3
