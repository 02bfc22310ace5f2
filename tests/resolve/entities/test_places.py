"""Places under their names; peoples and languages are not their countries."""

from collections.abc import Callable

from rashomon.model import Annotations
from rashomon.resolve.entities import find_entities

Named = Callable[..., Annotations]


def kinds(story: list[Annotations]) -> set[tuple[str, frozenset[str]]]:
    return {(entity.kind, frozenset(entity.names)) for entity in find_entities(story).entities}


def test_abbreviations_and_what_a_place_is_called_lead_to_it(named: Named) -> None:
    story = [
        named("He left Florida.", place="Florida"),
        named("Storms hit Fla. and St. Orlo on Monday.", place="Fla.|St. Orlo"),
        named("Saint Orlo is calm. The State of Florida pays.", place="Saint Orlo|State of Florida"),
    ]
    found = kinds(story)
    assert ("place", frozenset({"Florida", "Fla.", "State of Florida"})) in found
    assert ("place", frozenset({"Saint Orlo", "St. Orlo"})) in found


def test_danes_are_a_group_and_danish_is_a_language(named: Named) -> None:
    text = "Denmark voted. Danes were glad, he wrote in Danish. The Danish minister left Denmark."
    story = [named(text, place="Denmark|Danes|Danish")]
    (denmark,) = (e for e in find_entities(story).entities if e.name == "Denmark")
    said = {text[span.start : span.end] for span in denmark.mentions}
    assert said == {"Denmark", "Danish"}
    assert len(denmark.mentions) == 3


def test_an_entity_keeps_its_id_from_story_to_story(named: Named) -> None:
    one = find_entities([named("The U.K. and Fla. met the IMF.", place="U.K.|Fla.", organisation="IMF")])
    text = "Britain and Florida met the International Monetary Fund."
    two = find_entities([named(text, place="Britain|Florida", organisation="International Monetary Fund")])
    assert {entity.id for entity in one.entities} == {entity.id for entity in two.entities}
