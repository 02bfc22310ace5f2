"""Mentions: names cut to the name, acronyms, surnames, one kind for each name."""

from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.annotate.mentions import find_mentions
from rashomon.annotate.mentions.page import Page
from rashomon.annotate.mentions.stock import stock_names
from rashomon.link.gazetteer import load
from rashomon.model import Annotations

Annotate = Callable[..., Annotations]


def names(annotations: Annotations) -> list[tuple[str, str]]:
    return [(mention.text, mention.kind) for mention in annotations.mentions]


def test_an_acronym_in_brackets_is_known_from_then_on(annotated: Annotate) -> None:
    found = names(
        annotated("The Free Ports League (FPL) met in Oslo. The FPL will meet again, FPL officials said.")
    )
    assert [text for text, _ in found].count("FPL") == 3
    assert "Free Ports League" in [text for text, _ in found]


def test_an_acronym_that_spells_a_word_is_a_name_only_among_words_for_names(annotated: Annotate) -> None:
    text = "Fighters of the Iron Shore (IS) left Oslo. This is over, he said. The IS presence is small."
    spans = [mention.span.start for mention in annotated(text).mentions if mention.text == "IS"]
    assert spans == [text.index("(IS)") + 1, text.index("IS presence")]


def test_possessives_articles_and_stray_marks_are_cut_off(annotated: Annotate) -> None:
    found = names(
        annotated("The proliferation of Hamas’ in Norway, and Hamas’s camps, alarm the United Nations.")
    )
    assert {"Hamas", "Norway", "United Nations"} <= {text for text, _ in found}


def test_a_surname_in_a_headline_is_the_person_named_in_full_below(annotated: Annotate) -> None:
    text = "We will not pay for others' boats: Petersen\n\nMinister Anna Petersen said so. Petersen left."
    people = [mention for mention in annotated(text).mentions if mention.kind == "person"]
    assert [mention.text for mention in people] == ["Petersen", "Anna Petersen", "Petersen"]


def test_people_of_a_country_are_no_place(annotated: Annotate) -> None:
    found = dict(names(annotated("The Norwegian minister met his Kenyan counterpart in Norway.")))
    assert (found["Norwegian"], found["Kenyan"], found["Norway"]) == ("other", "other", "place")


def test_a_dateline_in_capitals_is_a_place(annotated: Annotate) -> None:
    assert ("OSLO", "place") in names(annotated("OSLO: The ferry sank on Tuesday."))


@settings(suppress_health_check=list(HealthCheck), max_examples=40)
@given(text=st.text(alphabet="AB IS(US)a.’'sthe\n", max_size=80) | st.text(max_size=60))
def test_mentions_stand_apart_and_point_at_their_text(annotated: Annotate, text: str) -> None:
    last = 0
    for mention in annotated(text).mentions:
        assert last <= mention.span.start
        assert " ".join(text[mention.span.start : mention.span.end].split()) == mention.text
        last = mention.span.end


def test_a_land_that_no_table_lists_is_a_place_by_the_words_around_it(annotated: Annotate) -> None:
    text = (
        "ORVAL: The river rose again in Orval on Monday. Doctors travelled to Orval and Tessia’s government "
        "sent boats. A Tessian minister spoke in the town of Orval. Tessia will pay for the boats."
    )
    found = dict(names(annotated(text)))
    assert (found["ORVAL"], found["Orval"], found["Tessia"], found["Tessian"]) == (
        "place",
        "place",
        "place",
        "other",
    )


def test_the_beginning_of_a_title_is_no_name(annotated: Annotate) -> None:
    text = "Tessian Water Minister Anna Petersen met Tessian Trade Minister Paul Hansen in Tessia on Friday."
    found = [name for name, _ in names(annotated(text))]
    assert not any("Water" in name or "Trade" in name for name in found), found
    assert {"Anna Petersen", "Paul Hansen"} <= set(found)


def test_names_joined_by_a_dash_are_two(annotated: Annotate) -> None:
    text = "Petersen ― Hansen\n\nAnna Petersen met Paul Hansen in Oslo. Hansen said that Petersen left."
    assert {"Petersen", "Hansen"} <= {name for name, _ in names(annotated(text))}
    assert all("―" not in name for name, _ in names(annotated(text)))


def test_a_web_service_is_no_person(annotated: Annotate) -> None:
    text = (
        "On Twitter Petersen said that he would go. Twitter said nothing. He wrote it on Twitter on Monday."
    )
    assert ("Twitter", "person") not in names(annotated(text))


def test_a_boat_is_no_place(annotated: Annotate) -> None:
    found = names(annotated("The ferry Santa Lucia sank in Norway. The ferry Santa Lucia was old."))
    assert ("Santa Lucia", "place") not in found


def test_a_surname_that_opens_a_sentence_is_found_whatever_its_tag(annotated: Annotate) -> None:
    text = (
        "Paul Marsh spoke in Oslo. He said Marsh would go, and that Marsh would pay. "
        "Marsh claims great wealth. Marsh refuses to pay."
    )
    assert [name for name, _ in names(annotated(text))].count("Marsh") == 4


def test_what_happened_to_somebody_is_no_part_of_the_name(annotated: Annotate) -> None:
    text = "Anna Petersen Killed in Oslo\n\nAnna Petersen was killed in Oslo on Friday. Petersen was 40."
    assert ("Anna Petersen", "person") in names(annotated(text))
    assert all("Killed" not in name for name, _ in names(annotated(text)))


def test_a_street_is_a_place(annotated: Annotate) -> None:
    found = names(annotated("Police came to Petersen Drive on Friday. A car stood in Petersen Drive."))
    assert {kind for name, kind in found if name == "Petersen Drive"} == {"place"}


def test_a_headline_that_runs_on_is_cut_to_the_name_that_the_body_knows(annotated: Annotate) -> None:
    text = "Anna Petersen Signals New Ferry\n\nThe owner Anna Petersen spoke on Monday. Petersen smiled."
    people = {mention.text for mention in annotated(text).mentions if mention.kind == "person"}
    assert people == {"Anna Petersen", "Petersen"}


def test_a_country_inside_a_longer_name_is_not_that_country(annotated: Annotate) -> None:
    found = [text for text, _ in names(annotated("Ships from South America and North America met there."))]
    assert "America" not in found


def test_a_name_made_as_peoples_are_is_a_person(annotated: Annotate) -> None:
    found = names(annotated("Daniel Brookvale joined the Lund Herons. Daniel Brookvale scored twice."))
    assert {kind for text, kind in found if text == "Daniel Brookvale"} == {"person"}


def test_a_name_is_not_torn_at_the_small_word_between_its_hyphens(annotated: Annotate) -> None:
    text = "Rebels struck in Mazar-i-Sharif on Monday. Mazar-e Sharif is calm. A Mazar-led group left Oslo."
    found = [name for name, _ in names(annotated(text))]
    assert found[:2] == ["Mazar-i-Sharif", "Mazar-e Sharif"]
    assert "Mazar-led" not in found


def test_a_given_name_is_whole_behind_its_hyphen(annotated: Annotate) -> None:
    text = "Park Soo-hyun, a clerk, met Ri Son-gwon. The Ada Vane-backed plan and a Lee Soo-era rule fell."
    found = [name for name, kind in names(annotated(text)) if kind == "person"]
    assert found[:2] == ["Park Soo-hyun", "Ri Son-gwon"]
    assert not any("backed" in name or "era" in name for name in found)


def test_what_a_person_is_stands_before_the_name_not_in_it(annotated: Annotate) -> None:
    text = "Harbour Resident James Quillon of South Orlo said: “I am not fine with that.” Quillon left."
    people = [text for text, kind in names(annotated(text)) if kind == "person"]
    assert people == ["James Quillon", "Quillon"]


def test_who_has_an_age_or_a_surname_of_the_article_is_a_person(annotated: Annotate) -> None:
    text = (
        "Her father, 25-year-old Elroy Caleb Marrowby, admitted that he left. Fred Randover saw it. "
        "Traci Randover said the dam held."
    )
    kinds = dict(names(annotated(text)))
    assert kinds["Elroy Caleb Marrowby"] == kinds["Traci Randover"] == "person"


def test_a_rank_in_a_body_leads_to_the_one_who_holds_it(annotated: Annotate) -> None:
    found = annotated("The man was named by New Orlo Police Detective Marcin Podrask on Friday.")
    page = Page(found.article, found.tokens, found.sentences)
    text, name = found.article.text, "New Orlo Police Detective Marcin Podrask"
    read = (text.index(name), text.index(name) + len(name), "ORG")
    (person,) = stock_names(page, [read], load())
    assert (page.name(person.first, person.last), person.kind) == ("Marcin Podrask", "person")


def test_who_is_called_by_the_given_name_is_no_body(annotated: Annotate) -> None:
    text = "Prosecutors met Tyler Buchan at the mill. According to the clerk, Tyler wanted to stay."
    found = annotated(text)
    model = [(text.index("Tyler Buchan"), text.index(" at the"), "PERSON")]
    model += [(text.index("Tyler wanted"), text.index(" wanted"), "ORG")]
    mentions = find_mentions(found.article, found.tokens, found.sentences, model, load())
    assert {(each.text, each.kind) for each in mentions} == {("Tyler Buchan", "person"), ("Tyler", "person")}


def test_a_whip_is_no_part_of_the_name(annotated: Annotate) -> None:
    text = "House Majority Whip Jem Clyborn said the bill would pass. “We will win,” Whip Jem Clyborn said."
    assert "Whip Jem Clyborn" not in [name for name, _ in names(annotated(text))]


def test_a_name_ends_at_the_comma_before_who_says_so(annotated: Annotate) -> None:
    text = "Ada Vane met Bo Holm. The boy is the grandson of Holm, Vane said."
    found = annotated(text)
    model = [(text.index("Ada Vane"), text.index(" met"), "PERSON")]
    model += [(text.index("Bo Holm"), text.index(". The"), "PERSON")]
    model += [(text.index("Holm, Vane"), text.index(" said"), "ORG")]
    mentions = find_mentions(found.article, found.tokens, found.sentences, model, load())
    assert [(each.text, each.kind) for each in mentions][-2:] == [("Holm", "person"), ("Vane", "person")]


def test_a_short_title_is_cut_off_whatever_the_model_takes_it_for(annotated: Annotate) -> None:
    text = "Orlo Police Cmdr. Ada Vane spoke. Ask Comdr. Bo Holm of the Orlo Police."
    found = annotated(text)
    model = [(0, text.index("."), "PERSON"), (text.index("Ada"), text.index(" spoke"), "PERSON")]
    model += [(text.index("Comdr"), text.index(". Bo"), "ORG")]
    mentions = find_mentions(found.article, found.tokens, found.sentences, model, load())
    assert ("Ada Vane", "person") in {(each.text, each.kind) for each in mentions}
    assert not any("mdr" in each.text for each in mentions)
