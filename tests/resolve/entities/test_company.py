"""A bare name passes from one article to another only where both speak of the same world."""

from collections.abc import Callable

from rashomon.model import Annotations
from rashomon.resolve.entities import find_entities

Named = Callable[..., Annotations]


def people(story: list[Annotations]) -> list[tuple[str, ...]]:
    return sorted(e.names for e in find_entities(story).entities if e.kind == "person")


def long(named: Named, text: str, **kinds: str) -> Annotations:
    """An article with many more names, all its own."""
    others = [f"Brand{letter}" for letter in "abcdefghi"]
    return named(f"{text} It sells {' and '.join(others)}.", **kinds, organisation="|".join(others))


def test_a_surname_alone_is_no_stranger_of_that_name(named: Named) -> None:
    story = [
        long(named, "Ida Vannering opened the shop.", person="Ida Vannering"),
        named("The poet Vannering lived at Orlo. Bo Quist wrote of Vannering.", person="Vannering|Bo Quist"),
    ]
    assert people(story) == [("Bo Quist",), ("Ida Vannering",), ("Vannering",)]


def test_a_surname_alone_passes_between_reports_of_one_matter(named: Named) -> None:
    story = [
        named("Ida Vannering and Bo Quist met at Orlo.", person="Ida Vannering|Bo Quist", place="Orlo"),
        named("Quist said that Vannering had come to Orlo.", person="Vannering|Quist", place="Orlo"),
    ]
    assert people(story) == [("Bo Quist", "Quist"), ("Ida Vannering", "Vannering")]


def test_a_bare_name_in_two_articles_that_share_nothing_is_two_people(named: Named) -> None:
    story = [
        named("Vannering met Quist.", person="Vannering|Quist"),
        named("Vannering sang with Holm.", person="Vannering|Holm"),
    ]
    assert people(story).count(("Vannering",)) == 2


def test_of_two_namesakes_the_doctor_is_the_doctor(named: Named) -> None:
    text = "Bo Quist spoke first. The office's head, Dr. Ida Quist, came next. Bo, thank you. Dr. Quist, too."
    (ida,) = (e for e in find_entities([named(text, person="Bo Quist|Ida Quist|Bo|Quist")]).entities
              if "Ida Quist" in e.names)  # fmt: skip
    assert len(ida.mentions) == 2


def test_an_estate_behind_a_name_is_no_surname(named: Named) -> None:
    text = "Per Ola Quist of Vannering was born at Vannering."
    story = [named(text, person="Per Ola Quist of Vannering", place="Vannering")]
    found = find_entities(story).entities
    assert [e.names for e in found if e.kind == "person"] == [("Per Ola Quist of Vannering",)]


def test_a_country_behind_a_style_is_no_country(named: Named) -> None:
    story = [named("Captain Norway saves the day. Norway was glad.", place="Norway")]
    found = {e.kind: e.names for e in find_entities(story).entities}
    assert found == {"other": ("Captain Norway",), "place": ("Norway",)}


def test_an_old_language_and_a_gloss_are_no_country(named: Named) -> None:
    text = "Orlo (Danish: Orlov) reads ancient Greek. Denmark and Greece agree."
    story = [named(text, place="Danish|Greek|Denmark|Greece")]
    found = [e for e in find_entities(story).entities if e.kind == "place"]
    assert {len(e.mentions) for e in found} == {1}
