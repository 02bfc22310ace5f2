"""Voices: sources without a name meet whom they speak for, and each other under one description."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from rashomon.compare.voices import voices
from rashomon.model import Annotations, Entity, Quote

Annotate = Callable[..., Annotations]
Told = Callable[..., Annotations]
OFFICE = "e-office"


@pytest.fixture
def told(annotated: Annotate) -> Told:
    """An article in which a source says something; the speaker may be known."""

    def run(source: str, *, speaker: str | None = None, outlet: str = "") -> Annotations:
        found = annotated(f"{source} said {outlet}that the quay would close.")
        span = found.article.span(0, len(source))
        end = len(found.article.text)
        quote = Quote(
            id=f"q-{found.article.id}",
            article=found.article.id,
            kind="indirect",
            source=(span,),
            cue=(),
            content=(found.article.span(end - 26, end - 1),),
            speaker=speaker,
        )
        return replace(found, quotes=(quote,))

    return run


def entity(name: str, id: str, kind: str, *articles: Annotations) -> Entity:
    places = [(a.article, a.article.text.find(name)) for a in articles]
    mentions = tuple(article.span(at, at + len(name)) for article, at in places if at >= 0)
    return Entity(id=id, kind=kind, name=name, names=(name,), roles=(), mentions=mentions)  # type: ignore[arg-type]


def meet(left: Annotations, right: Annotations, *entities: Entity) -> bool:
    found = voices([left, right], entities)
    return not found[left.quotes[0].id].isdisjoint(found[right.quotes[0].id])


def test_a_spokesman_and_the_body_he_speaks_for(told: Told) -> None:
    left = told("A spokesman for the Harbour Office")
    right = told("The Harbour Office", speaker=OFFICE)
    office = entity("Harbour Office", OFFICE, "organisation", left, right)
    assert meet(left, right, office)


def test_a_critic_of_the_body_is_not_its_voice(told: Told) -> None:
    left = told("A rival of the Harbour Office")
    right = told("The Harbour Office", speaker=OFFICE)
    office = entity("Harbour Office", OFFICE, "organisation", left, right)
    assert not meet(left, right, office)


def test_two_who_speak_together_and_one_of_them(told: Told) -> None:
    left, right = told("Both Ada Vane and Bo Holm"), told("Vane", speaker="e-vane")
    people = entity("Ada Vane", "e-vane", "person", left), entity("Bo Holm", "e-holm", "person", left)
    assert meet(left, right, *people)


def test_one_description_in_two_articles(told: Told) -> None:
    assert meet(told("A harbour official"), told("The harbour official", outlet="later "))
    assert not meet(told("A harbour official"), told("A bank official"))


def test_two_known_people_are_two(told: Told) -> None:
    assert not meet(told("Ada Vane", speaker="e-vane"), told("Bo Holm", speaker="e-holm"))
