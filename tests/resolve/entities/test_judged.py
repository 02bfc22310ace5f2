"""A person's word on names: judgements and aliases outrank the scores, and leave a row behind."""

from collections.abc import Callable

from rashomon.link import gazetteer as tables
from rashomon.link.gazetteer import Known
from rashomon.model import Annotations, Entity, Judgement
from rashomon.resolve.entities import Found, find_entities

Named = Callable[..., Annotations]


def names(found: Found) -> set[frozenset[str]]:
    return {frozenset(entity.names) for entity in found.entities}


def holding(found: Found, name: str) -> Entity:
    (entity,) = (entity for entity in found.entities if name in entity.names)
    return entity


def same(left: str, right: str, **more: object) -> Judgement:
    return Judgement(left=left, right=right, verdict="same", **more)  # type: ignore[arg-type]


def apart(left: str, right: str) -> Judgement:
    return Judgement(left=left, right=right, verdict="apart")


def test_two_names_are_joined_and_the_row_says_who_did_it(named: Named) -> None:
    story = [
        named("The Grey Hand claimed it. Harbour Front denied it.", group="Grey Hand|Harbour Front"),
        named("Zarim fled.", group="Zarim"),
    ]
    found = find_entities(story, judgements=[same("Grey Hand", "Zarim")])
    assert {"Grey Hand", "Zarim"} <= set(holding(found, "Zarim").names)
    assert "Harbour Front" not in holding(found, "Zarim").names
    (merge,) = found.merges
    assert {merge.left, merge.right} == {"Grey Hand", "Zarim"}
    assert [evidence.feature for evidence in merge.evidence] == ["judgement"]
    assert [(j.left, j.right) for j in found.judgements] == [("Grey Hand", "Zarim")]


def test_spellings_that_were_joined_are_taken_apart(named: Named) -> None:
    story = [
        named("Andrei Holm rang. Holm said so.", person="Andrei Holm|Holm"),
        named("Andrey Holm came.", person="Andrey Holm"),
    ]
    assert names(find_entities(story)) == {frozenset({"Andrei Holm", "Andrey Holm", "Holm"})}
    found = find_entities(story, judgements=[apart("Andrey Holm", "Andrei Holm")])
    assert names(found) == {frozenset({"Andrei Holm", "Holm"}), frozenset({"Andrey Holm"})}


def test_a_surname_is_taken_from_its_bearer(named: Named) -> None:
    story = [named("Ada Holm rang. Holm said so.", person="Ada Holm|Holm")]
    found = find_entities(story, judgements=[apart("Holm", "Ada Holm")])
    assert names(found) == {frozenset({"Ada Holm"}), frozenset({"Holm"})}


def test_a_country_and_a_name_of_it_are_taken_apart(named: Named) -> None:
    story = [named("Britain left. The UK stayed.", place="Britain|UK")]
    assert len(find_entities(story).entities) == 1
    assert len(find_entities(story, judgements=[apart("UK", "Britain")]).entities) == 2


def test_only_the_shared_surname_moves_not_its_other_bearer(named: Named) -> None:
    story = [
        named("Ada Holm rang. Holm said so.", person="Ada Holm|Holm"),
        named("Ben Holm came. Holm left.", person="Ben Holm|Holm"),
    ]
    found = find_entities(story, judgements=[same("Holm", "Ada Holm")])
    assert len(holding(found, "Ada Holm").mentions) == 3
    assert len(holding(found, "Ben Holm").mentions) == 1


def test_apart_wins_over_what_same_implies(named: Named) -> None:
    story = [named("Brook, Cairn and Dell met.", organisation="Brook|Cairn|Dell")]
    said = [same("Brook", "Cairn"), same("Cairn", "Dell"), apart("Brook", "Dell")]
    found = find_entities(story, judgements=said)
    assert names(found) == {frozenset({"Brook", "Cairn"}), frozenset({"Dell"})}
    assert found == find_entities(story, judgements=said[::-1])


def test_a_judgement_for_other_articles_says_nothing_here(named: Named) -> None:
    story = [named("Brook and Cairn met.", organisation="Brook|Cairn")]
    other = same("Brook", "Cairn", articles=("a-elsewhere",))
    here = same("Brook", "Cairn", articles=(story[0].article.id,))
    assert len(find_entities(story, judgements=[other]).entities) == 2
    assert len(find_entities(story, judgements=[here]).entities) == 1


def test_names_that_no_article_holds_change_nothing(named: Named) -> None:
    story = [named("Brook met.", organisation="Brook")]
    said = [same("Brook", "Elsewhere"), apart("Brook", "Nowhere")]
    found = find_entities(story, judgements=said)
    assert (found.entities, found.merges) == (find_entities(story).entities, ())
    assert found.judgements == ()


def test_aliases_join_names_of_which_the_fullest_is_absent(named: Named) -> None:
    own = tables.load().with_aliases([Known("person", ("Ada Marie Holm", "The Ferrywoman", "A.M.H."))])
    story = [named("The Ferrywoman won. A.M.H. smiled.", person="Ferrywoman", group="A.M.H.")]
    found = find_entities(story, gazetteer=own)
    assert names(found) == {frozenset({"Ferrywoman", "A.M.H."})}
    assert found.entities[0].kind == "person"
    assert [e.feature for merge in found.merges for e in merge.evidence] == ["alias"]
