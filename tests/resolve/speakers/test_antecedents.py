"""Whom pronouns, offices and documents mean in invented news, and where that stays open."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from rashomon.model import Annotations, Entity
from rashomon.resolve import resolve
from rashomon.resolve.speakers.antecedents import FEATURES, WEIGHTS, Candidate, Pronoun, rank
from rashomon.resolve.speakers.references import Reference

Annotate = Callable[..., Annotations]


def last(annotated: Annotate, text: str) -> str | None:
    """The name of the last quote's speaker."""
    resolution = resolve([annotated(text)])
    names = {entity.id: entity.name for entity in resolution.entities}
    return names.get(resolution.annotations[0].quotes[-1].speaker or "")


def reference(entity: Entity | None, *, token: int, step: int, leads: bool = True) -> Reference:
    """A speaker of one sentence."""
    return Reference(
        token=token, step=step, paragraph=0, entity=entity, leads=leads, speaks=leads, main=leads
    )


def person(name: str) -> Entity:
    """A person of that name."""
    return Entity(id=name, kind="person", name=name, names=(name,), roles=(), mentions=())


def test_a_pronoun_means_the_speaker_across_paragraphs(annotated: Annotate) -> None:
    text = (
        "Maria Keller opened the bridge on Friday.\n\nKeller said the work had cost little.\n\n"
        "“We are proud of it,” she said."
    )
    assert last(annotated, text) == "Maria Keller"


def test_a_person_only_told_of_is_not_the_speaker(annotated: Annotate) -> None:
    text = (
        "Maria Keller said that Anna Marsh would lose the vote in Orlo. "
        "“The town is tired of promises,” she said."
    )
    assert last(annotated, text) == "Maria Keller"


def test_who_stands_for_the_noun_before_it(annotated: Annotate) -> None:
    text = "The town praised Maria Keller, who said the bridge was safe."
    assert last(annotated, text) == "Maria Keller"


def test_it_is_the_body_that_spoke_last(annotated: Annotate) -> None:
    text = "The Transport Ministry said the bridge was safe. It added that the road was closed."
    assert last(annotated, text) is not None
    text = (
        "The Transport Ministry said the bridge was safe. The storm grew. It warned that roads would flood."
    )
    assert last(annotated, text) is None


def test_the_statement_speaks_for_who_gave_it(annotated: Annotate) -> None:
    text = (
        "The Transport Ministry released a statement on Monday. Boats were sent out. "
        "“The bridge is safe,” the statement said."
    )
    assert "Transport Ministry" in (last(annotated, text) or "")


def test_a_statement_nobody_gave_is_open(annotated: Annotate) -> None:
    text = "Maria Keller met the crews. “The bridge is safe,” the statement said."
    assert last(annotated, text) is None


def test_the_senator_is_not_one_named_later(annotated: Annotate) -> None:
    text = (
        "David Holm spoke in Orlo. “That was me,” the senator said.\n\n"
        "Later Sen. Maria Keller said the bridge was safe."
    )
    resolution = resolve([annotated(text)])
    assert resolution.annotations[0].quotes[0].speaker is None


def test_her_counterpart_holds_her_office_elsewhere(annotated: Annotate) -> None:
    text = (
        "Norwegian Foreign Minister Anna Brandt met Spanish Foreign Minister Pedro Luna in Oslo on Monday. "
        "Brandt praised the harbour. Her Spanish counterpart said the ports would open."
    )
    assert last(annotated, text) == "Pedro Luna"


def test_a_longer_name_is_not_the_place_in_it(annotated: Annotate) -> None:
    text = "Norway Fish Traders said the nets were empty."
    assert last(annotated, text) != "Norway"


def test_two_titles_before_a_name_are_one_speaker(annotated: Annotate) -> None:
    text = "“The bridge is safe,” said former mayor and party chairman David Holm."
    assert last(annotated, text) == "David Holm"


def test_what_a_speaker_said_before_is_hers_too(annotated: Annotate) -> None:
    text = "Maria Keller said that she had told the minister that the bridge was unsafe."
    quotes = resolve([annotated(text)]).annotations[0].quotes
    outer, inner = (
        next(quote for quote in quotes if bool(quote.within) is within) for within in (False, True)
    )
    assert inner.speaker == outer.speaker is not None


def test_what_a_speaker_says_that_she_said_stays_one_statement(annotated: Annotate) -> None:
    quotes = (
        resolve([annotated("“I said the bridge was safe,” Maria Keller told reporters.")])
        .annotations[0]
        .quotes
    )
    assert [quote.speaker is not None for quote in quotes] == [True]


def test_speech_without_a_source_goes_on_only_where_nobody_else_spoke(annotated: Annotate) -> None:
    text = (
        "Maria Keller said the bridge was safe. She smiled at the crews. Then she left the hall.\n\n"
        "“We will build another one next year.”\n\nThe crews went home."
    )
    assert last(annotated, text) in ("Maria Keller", None)
    text = (
        "Maria Keller said the bridge was safe. David Holm said it was not.\n\n"
        "“We will build another one next year.” The crews went home."
    )
    resolution = resolve([annotated(text)])
    assert resolution.annotations[0].quotes[-1].speaker != "Maria Keller"


@pytest.mark.parametrize("count", [1, 2, 5])
def test_probabilities_share_one_whole(count: int) -> None:
    people = [person(f"P{number}") for number in range(count)]
    candidates = [
        Candidate(each, (reference(each, token=number, step=1),), gendered=True)
        for number, each in enumerate(people)
    ]
    pronoun = Pronoun(
        token=90,
        step=2,
        paragraph=0,
        speaks=True,
        main=True,
        last_lead=candidates[-1].nearest,
        last_speaker=candidates[-1].nearest,
        last_main=candidates[-1].nearest,
        counts={},
    )
    ranked = rank(candidates, pronoun)
    assert 0 < sum(share for share, _ in ranked) < 1
    assert ranked[0][1].entity == people[-1]
    if count > 1:
        alone = rank(candidates[-1:], pronoun)
        assert alone[0][0] > ranked[0][0]


def test_every_feature_has_a_weight_and_a_reason() -> None:
    assert set(FEATURES) == set(WEIGHTS)
    assert all(compare.__doc__ for compare in FEATURES.values())


def test_a_nameless_person_takes_from_the_named() -> None:
    keller = person("Maria Keller")
    named = Candidate(keller, (reference(keller, token=1, step=1),), gendered=True)
    officer = Candidate(None, (reference(None, token=5, step=2),), gendered=False)
    pronoun = Pronoun(
        token=9,
        step=2,
        paragraph=0,
        speaks=True,
        main=True,
        last_lead=officer.nearest,
        last_speaker=officer.nearest,
        last_main=officer.nearest,
        counts={keller.id: 1},
    )
    without = rank([named], replace(pronoun, last_lead=named.nearest, last_main=named.nearest))
    with_officer = rank([named, officer], pronoun)
    share = {c.entity: p for p, c in with_officer}
    assert share[keller] < without[0][0]


def test_a_spokesman_is_not_the_person_he_speaks_for(annotated: Annotate) -> None:
    text = "“The bridge is safe,” said an aide and spokesman for David Holm."
    assert last(annotated, text) is None


def test_the_governor_of_a_region_is_the_one_who_led_before(annotated: Annotate) -> None:
    text = (
        "Maria Keller opened the bridge on Friday. Keller said the work had cost little. "
        "Keller praised the crews. The Orlovia governor said another bridge would follow."
    )
    assert last(annotated, text) in ("Maria Keller", None)


def test_the_president_of_another_country_is_not_the_president_here(annotated: Annotate) -> None:
    text = (
        "President Maria Keller opened the bridge on Friday. Keller praised the crews. "
        "The president of that country said the bridge was safe."
    )
    assert last(annotated, text) is None
