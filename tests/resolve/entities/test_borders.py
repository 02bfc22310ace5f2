"""A name holds its own words, and none of a credit, a greeting or a verb."""

from collections.abc import Callable

import pytest

from rashomon.model import Annotations
from rashomon.resolve.entities import find_entities

Named = Callable[..., Annotations]


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        ("GETTY Ida Vannering won the race.", "GETTY Ida Vannering", "Ida Vannering"),
        ("Thanks Ida Vannering for that.", "Thanks Ida Vannering", "Ida Vannering"),
        ("KIM Vannering won the race.", "KIM Vannering", "KIM Vannering"),
        ("Ming Vannering won the race.", "Ming Vannering", "Ming Vannering"),
    ],
)
def test_a_name_begins_where_it_begins(named: Named, text: str, mention: str, name: str) -> None:
    (found,) = find_entities([named(text, person=mention)]).entities
    assert found.name == name
    assert found.mentions[0].end == text.index("Vannering") + len("Vannering")


def test_a_thing_of_a_people_is_nobody(named: Named) -> None:
    (found,) = find_entities([named("A Danish Skorpion was seen.", person="Danish Skorpion")]).entities
    assert found.kind == "other"


def test_a_dateline_is_no_government(named: Named) -> None:
    text = "LIMA (AP) says a plane fell in Peru on Monday. LIMA says more will follow."
    found = find_entities([named(text, place="LIMA|Peru")]).entities
    assert {e.name for e in found} == {"LIMA", "Peru"}


def test_a_son_keeps_his_junior_behind_the_comma(named: Named) -> None:
    text = "Ida Vannering met Tom Hale, Jr. in Lund. Tom Hale was away."
    found = {e.name: e for e in find_entities([named(text, person="Ida Vannering|Tom Hale")]).entities}
    assert [text[m.start : m.end] for m in found["Tom Hale"].mentions] == ["Tom Hale"]
    assert [text[m.start : m.end] for m in found["Tom Hale, Jr."].mentions] == ["Tom Hale, Jr."]


def test_a_campaign_is_not_its_candidate(named: Named) -> None:
    text = "Ida Vannering spoke. Ida Vannering for Mayor, Inc. paid the bill."
    found = {e.kind: e.name for e in find_entities([named(text, person="Ida Vannering")]).entities}
    assert found == {"person": "Ida Vannering", "organisation": "Ida Vannering for Mayor, Inc."}


def test_the_state_behind_a_towns_comma_is_no_given_name(named: Named) -> None:
    text = "Ida Vannering lives in Salem, Ore. Vannering's wife does not."
    (found,) = find_entities([named(text, person="Ida Vannering|Ore. Vannering")]).entities
    assert found.names == ("Ida Vannering", "Vannering")


def test_a_ministry_is_that_of_the_country_before_it(named: Named) -> None:
    text = (
        "The Kenyan Interior Ministry said so. Denmark’s Foreign Ministry said a Dane was hurt. "
        "South Africa's Health Ministry said nothing, nor did its ally's Finance Ministry."
    )
    mentions = "Kenyan Interior Ministry|Foreign Ministry|Health Ministry|Finance Ministry"
    found = find_entities([named(text, organisation=mentions, place="Denmark|South Africa")]).entities
    told = [m for each in found if each.kind == "organisation" for m in each.mentions]
    assert {text[mention.start : mention.end] for mention in told} == {
        "Kenyan Interior Ministry",
        "Denmark’s Foreign Ministry",
        "South Africa's Health Ministry",
        "Finance Ministry",
    }


def test_a_ministry_owned_and_bare_is_one(named: Named) -> None:
    text = "Denmark's Foreign Ministry said a Dane was hurt. The Foreign Ministry had no name."
    story = [named(text, organisation="Foreign Ministry", place="Denmark")]
    (found,) = (e for e in find_entities(story).entities if e.kind == "organisation")
    assert len(found.mentions) == 2
