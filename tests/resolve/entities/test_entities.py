from collections.abc import Callable

from rashomon.model import Annotations, Entity
from rashomon.resolve.entities import find_entities

Named = Callable[..., Annotations]


def entity(story: list[Annotations], name: str) -> Entity:
    found = [e for e in find_entities(story).entities if name in e.names]
    assert len(found) == 1, [e.names for e in found]
    return found[0]


def said(story: list[Annotations], found: Entity) -> set[str]:
    texts = {a.article.id: a.article for a in story}
    return {texts[span.article].exact(span) for span in found.mentions}


def test_spellings_titles_and_surnames_are_one_person(named: Named) -> None:
    story = [
        named(
            "Danish Trade Minister Andrei Holm met reporters in Lund on Monday. Holm said talks had failed.",
            person="Andrei Holm|Holm",
        ),
        named(
            "Andrey Holm spoke for an hour. The Danish trade minister said that talks would go on.",
            person="Andrey Holm",
        ),
    ]
    holm = entity(story, "Holm")
    assert {"Andrei Holm", "Andrey Holm", "Holm"} <= set(holm.names)
    assert "Danish Trade Minister" in holm.roles
    assert "Danish trade minister" in said(story, holm)


def test_two_ministers_stay_apart_by_country(named: Named) -> None:
    text = (
        "Norwegian Trade Minister Ola Vik met Danish Trade Minister Bo Holm in Lund. "
        "The Norwegian trade minister said a deal was near. The trade minister left early."
    )
    story = [named(text, person="Ola Vik|Bo Holm")]
    assert "Norwegian trade minister" in said(story, entity(story, "Ola Vik"))
    assert "Norwegian trade minister" not in said(story, entity(story, "Bo Holm"))
    either = said(story, entity(story, "Ola Vik")) | said(story, entity(story, "Bo Holm"))
    assert "trade minister" not in either


def test_a_surname_that_two_people_bear_goes_to_neither(named: Named) -> None:
    text = "Carl Brandt and Eva Brandt founded the firm. Brandt sold it in May."
    story = [named(text, person="Carl Brandt|Eva Brandt|Brandt")]
    assert said(story, entity(story, "Carl Brandt")) == {"Carl Brandt"}
    assert said(story, entity(story, "Eva Brandt")) == {"Eva Brandt"}


def test_a_given_name_that_is_elsewhere_a_particle_tells_two_people_apart(named: Named) -> None:
    story = [
        named(
            "Eva Holm, the mayor of Lund, spoke to the council. Al Vane listened. Vane took notes.",
            person="Eva Holm|Al Vane|Vane",
        ),
        named("Ben Holm left the boat in Lund last. Holm said he was cold.", person="Ben Holm|Holm"),
    ]
    assert said(story, entity(story, "Eva Holm")) == {"Eva Holm"}
    assert said(story, entity(story, "Ben Holm")) == {"Ben Holm", "Holm"}
    assert said(story, entity(story, "Al Vane")) == {"Al Vane", "Vane"}
    text = "Tamim al-Varri came to Lund on Monday. Al Varri left on Friday."
    story = [named(text, person="Tamim al-Varri|Al Varri")]
    assert said(story, entity(story, "Tamim al-Varri")) == {"Tamim al-Varri", "Al Varri"}


def test_initials_without_a_blank_are_those_of_a_given_name(named: Named) -> None:
    story = [
        named("“It is over,” said Captain Arlo Holm of the Lund police.", person="Arlo Holm"),
        named(
            "Captain A.D. Holm, of the Lund police, spoke first. Holm said nobody was hurt.",
            person="A.D. Holm|Holm",
        ),
    ]
    assert {"Arlo Holm", "A.D. Holm", "Holm"} <= set(entity(story, "Arlo Holm").names)


def test_a_surname_goes_to_the_one_whom_its_own_article_brings_in(named: Named) -> None:
    story = [
        named("“It is over,” said Captain Berta Holm of the Lund police.", person="Berta Holm"),
        named(
            "Captain A.D. Holm, of the Lund police, spoke first. Holm said nobody was hurt.",
            person="A.D. Holm|Holm",
        ),
    ]
    assert said(story, entity(story, "A.D. Holm")) == {"A.D. Holm", "Holm"}


def test_one_as_old_as_the_junior_is_the_junior(named: Named) -> None:
    story = [
        named("Tom Hale, 24, was found in Lund on Monday.", person="Tom Hale"),
        named("They named 25-year-old Tom Hale Jr. in Lund on Monday.", person="Tom Hale Jr."),
        named("Tom Hale Sr., 51, spoke in Lund on Monday.", person="Tom Hale Sr."),
    ]
    assert said(story, entity(story, "Tom Hale Jr.")) == {"Tom Hale", "Tom Hale Jr."}
    assert said(story, entity(story, "Tom Hale Sr.")) == {"Tom Hale Sr."}


def test_the_name_shown_is_the_one_written_out(named: Named) -> None:
    text = "Captain A.D. Holm spoke in Lund on Monday. “It is over,” Arlo Holm said."
    story = [named(text, person="A.D. Holm|Arlo Holm")]
    assert entity(story, "A.D. Holm").name == "Arlo Holm"


def test_father_and_son_and_man_and_woman_stay_apart(named: Named) -> None:
    text = (
        "Omar bin Salim thanked Salim bin Omar. Angelo Rossi met Angela Rossi. Tom Hale Jr. rang Tom Hale Sr."
    )
    people = "Omar bin Salim|Salim bin Omar|Angelo Rossi|Angela Rossi|Tom Hale Jr|Tom Hale Sr"
    found = find_entities([named(text, person=people)])
    assert len(found.entities) == 6
    assert found.merges == ()


def test_an_acronym_follows_its_introduction(named: Named) -> None:
    story = [
        named("The League of Free Harbours (LFH) met in Lund.", organisation="League of Free Harbours|LFH"),
        named("The LFH will meet again in May.", organisation="LFH"),
    ]
    assert len(entity(story, "LFH").mentions) == 3


def test_aliases_that_the_text_states(named: Named) -> None:
    story = [
        named(
            "Harbour Front, also known as the Grey Hand, claimed the fire.", group="Harbour Front|Grey Hand"
        ),
        named("The Grey Hand denied it.", group="Grey Hand"),
        named("Members of Zarim [Arabic acronym for HF] fled.", group="Zarim|HF"),
    ]
    assert {"Harbour Front", "Grey Hand"} <= set(entity(story, "Grey Hand").names)
    assert {"Zarim", "HF"} <= set(entity(story, "HF").names)


def test_one_foreign_ministry_under_two_names(named: Named) -> None:
    story = [
        named("The Foreign Office said so.", organisation="Foreign Office"),
        named("The Kenyan Foreign Ministry said so.", organisation="Kenyan Foreign Ministry"),
    ]
    assert {"Foreign Office", "Kenyan Foreign Ministry"} <= set(entity(story, "Foreign Office").names)


def test_two_foreign_ministries_stay_apart(named: Named) -> None:
    story = [
        named(
            "The Foreign Office, the Kenyan Foreign Ministry and the Danish Foreign Ministry met.",
            organisation="Foreign Office|Kenyan Foreign Ministry|Danish Foreign Ministry",
        )
    ]
    assert len(find_entities(story).entities) == 3


def test_a_capital_is_a_government_or_a_town(named: Named) -> None:
    story = [
        named(
            "Peru sent an envoy. Lima has criticised the plan. Lima's policy is clear. "
            "He arrived in Lima on Monday.",
            place="Peru|Lima",
        )
    ]
    entities = find_entities(story).entities
    peru = next(e for e in entities if e.name == "Peru")
    lima = next(e for e in entities if e.name == "Lima")
    assert "Lima" in peru.names
    assert len(peru.mentions) == 3
    assert len(lima.mentions) == 1


def test_the_order_of_articles_changes_nothing(named: Named) -> None:
    story = [
        named("Trade Minister Bo Holm met Ola Vik in Lund.", person="Bo Holm|Ola Vik", place="Lund"),
        named("Holm and Vik spoke in Lund, Sweden.", person="Holm|Vik", place="Lund|Sweden"),
        named("Bo Holm left Sweden.", person="Bo Holm", place="Sweden"),
    ]
    assert find_entities(story) == find_entities(story[::-1])


def test_every_merge_says_why(named: Named) -> None:
    story = [named("Yusuf Kaya rang. Yousef Kaya hung up. Kaya wept.", person="Yusuf Kaya|Yousef Kaya|Kaya")]
    found = find_entities(story)
    entities, merges = found.entities, found.merges
    assert len(entities) == 1
    assert {merge.right for merge in merges} | {entities[0].name} == set(entities[0].names)
    assert all(merge.evidence and merge.entity == entities[0].id for merge in merges)


def test_a_word_for_a_people_that_no_table_lists_belongs_to_its_land(
    annotated: Callable[..., Annotations],
) -> None:
    story = [
        annotated("The Tessian minister spoke in Tessia on Monday. Talks in Tessia went on."),
        annotated("A boat left from Tessia, and the Tessians waved. Nothing was heard in Tessia."),
    ]
    land = entity(story, "Tessia")
    assert land.kind == "place"
    assert not any(name.startswith("Tessian") for name in land.names)


def test_a_lone_surname_means_the_one_namesake_named_so_far(named: Named) -> None:
    text = "Anna Holm left Oslo on Monday. Holm said little. Paul Holm stayed. Holm was silent."
    story = [named(text, person="Anna Holm|Paul Holm|Holm")]
    anna = next(e for e in find_entities(story).entities if e.name == "Anna Holm")
    paul = next(e for e in find_entities(story).entities if e.name == "Paul Holm")
    assert [text.index("Anna Holm"), text.index("Holm said")] == [s.start for s in anna.mentions]
    assert [text.index("Paul Holm")] == [s.start for s in paul.mentions]


def test_a_relative_is_not_called_by_the_bare_surname(named: Named) -> None:
    text = "Anna Holm and her husband, Paul Holm, left Oslo on Monday. Holm said that the talks had failed."
    story = [named(text, person="Anna Holm|Paul Holm|Holm")]
    anna = next(e for e in find_entities(story).entities if e.name == "Anna Holm")
    assert text.index("Holm said") in [s.start for s in anna.mentions]


def test_a_bare_kind_of_body_means_another_one_in_another_article(named: Named) -> None:
    story = [
        named("The Council met in Oslo. The Council voted.", organisation="Council"),
        named("A Council in Nairobi voted on Monday.", organisation="Council"),
    ]
    found = [e for e in find_entities(story).entities if e.name == "Council"]
    assert sorted(len(e.mentions) for e in found) == [1, 2]


def test_a_namesake_in_passing_gets_no_surname_of_others(named: Named) -> None:
    later = (
        " The harbour was calm for the rest of that long grey week, as the town had hoped it would be." * 4
    )
    text = (
        "Anna Holm leads the port. Anna Holm was born to Carl Holm and Eva Holm, who kept boats."
        f"{later} Holm said so."
    )
    story = [named(text, person="Anna Holm|Carl Holm|Eva Holm|Holm")]
    assert "Holm" in said(story, entity(story, "Anna Holm"))


def test_a_given_name_means_nobody_before_its_bearer_is_named(named: Named) -> None:
    text = "Kim spoke for an hour on Monday. Editing by Kim Varga."
    story = [named(text, person="Kim Varga|Kim")]
    assert "Kim" not in said(story, entity(story, "Kim Varga"))


def test_each_name_of_an_entity_has_a_row(named: Named) -> None:
    story = [
        named("Andrei Holm met the U.N. in LUND. Holm left.", person="Andrei Holm|Holm", place="LUND"),
        named("Andrey Holm stayed in Lund.", person="Andrey Holm", place="Lund"),
    ]
    found = find_entities(story)
    for each in found.entities:
        told = {
            name for merge in found.merges if merge.entity == each.id for name in (merge.left, merge.right)
        }
        assert set(each.names[1:]) <= told


def test_who_worked_on_the_text_bears_no_surname_in_it(named: Named) -> None:
    text = (
        "Holm spoke in Lund. Holm then left.\n(Additional reporting by Eva Holm in Oslo. Editing by Bo Vik)"
    )
    story = [named(text, person="Holm|Eva Holm|Bo Vik")]
    assert said(story, entity(story, "Eva Holm")) == {"Eva Holm"}


def test_a_surname_that_comes_first_is_one_in_other_articles_too(named: Named) -> None:
    story = [
        named(
            "Vik Jae Min met Ada Vane and Bo Holm in Lund. Vik spoke. Vik left.",
            person="Vik Jae Min|Vik|Ada Vane|Bo Holm",
            place="Lund",
        ),
        named(
            "Ada Vane and Bo Holm came back from Lund. Vik stayed there.",
            person="Vik|Ada Vane|Bo Holm",
            place="Lund",
        ),
    ]
    assert len(entity(story, "Vik Jae Min").mentions) == 4


def test_mrs_is_not_mr(named: Named) -> None:
    text = "Carl Brandt spoke. Mr. Brandt left. Mr. Brandt wrote later. Mrs. Brandt stayed."
    story = [named(text, person="Carl Brandt|Brandt")]
    assert len([e for e in find_entities(story).entities if e.kind == "person"]) == 2


def test_a_son_who_comes_first_bears_the_surname_beside_his_father(named: Named) -> None:
    text = "Tom Hale Jr. was fined. Hale said he was sorry. His father, Tom Hale, was with him."
    story = [named(text, person="Tom Hale Jr|Tom Hale|Hale")]
    assert said(story, entity(story, "Tom Hale Jr")) >= {"Hale"}
    text = "Tom Hale spoke. Hale left with his son, Tom Hale Jr."
    story = [named(text, person="Tom Hale Jr|Tom Hale|Hale")]
    assert said(story, entity(story, "Tom Hale")) >= {"Hale"}


def test_a_relative_brought_in_behind_a_namesake_is_somebody_else(named: Named) -> None:
    text = (
        "Clarence Holm called it the worst day of his life. That night his 32-year-old son "
        "Clarence Wade Holm was shot. Holm said he was grateful."
    )
    story = [named(text, person="Clarence Holm|Clarence Wade Holm|Holm")]
    father = entity(story, "Clarence Holm")
    assert "Clarence Wade Holm" not in father.names
    assert "Holm" in father.names


def test_a_surname_is_not_that_of_the_only_relative_named_in_full(named: Named) -> None:
    story = [
        named(
            "Jonas Holm was in court in Lund on Monday. Holm said nothing.",
            person="Jonas Holm|Holm",
            place="Lund",
        ),
        named(
            "The man left Lund with their 2-year-old son, Jory Holm. Holm was in a court programme.",
            person="Jory Holm|Holm",
            place="Lund",
        ),
    ]
    assert "Holm" not in entity(story, "Jory Holm").names


def test_a_surname_taken_for_a_body_in_one_article_is_the_person_of_another(named: Named) -> None:
    story = [
        named("Jana Salvant left Lund. Salvant was tired.", person="Jana Salvant|Salvant", place="Lund"),
        named("Salvant said she was leaving Lund.", organisation="Salvant", place="Lund"),
    ]
    assert entity(story, "Salvant").name == "Jana Salvant"


def test_a_team_taken_for_a_person_in_one_article_stays_a_team(named: Named) -> None:
    story = [
        named("The Lund Herons won. The Herons sang.", organisation="Lund Herons|Herons"),
        named("The Herons lost in Lund. The Herons wept.", organisation="Herons"),
        named("Lund Herons won. Herons sang.", person="Lund Herons|Herons"),
    ]
    other = story[1].article.id
    found = [e for e in find_entities(story).entities if other in {span.article for span in e.mentions}]
    assert {e.kind for e in found if "Herons" in e.names} == {"organisation"}


def test_a_word_of_the_page_before_a_name_is_not_shown(named: Named) -> None:
    text = "Images Bo Holm waved. Bo Holm wept in Lund. Bo Holm left."
    assert entity([named(text, person="Images Bo Holm|Bo Holm")], "Bo Holm").name == "Bo Holm"
