"""How claims of one point are told apart: who says it, when, in what figure, which thing."""

from collections.abc import Callable
from itertools import combinations

import pytest

from rashomon.compare import compare
from rashomon.compare.align.views import make_views
from rashomon.compare.slots.quantities import quantities
from rashomon.compare.slots.times import weigh
from rashomon.compare.slots.wording import wordings
from rashomon.model import Annotations, Point, Span, Time
from rashomon.resolve import resolve

Annotate = Callable[..., Annotations]


def points(annotated: Annotate, *texts: str) -> list[Point]:
    articles = [annotated(text, outlet=str(n), published="2031-05-06") for n, text in enumerate(texts)]
    return [point for point in compare(resolve(articles)).points if point.slot not in (None, "other")]


def test_figures_of_many_digits_that_differ_in_one_contradict(annotated: Annotate) -> None:
    found = points(
        annotated,
        "Councillor Ilse Brandt spent $5,431.25 of the harbour fund at the Grand Alder Hotel in April.",
        "The audit says Ilse Brandt spent $5,831.25 of the harbour fund at the Grand Alder Hotel in April.",
    )
    assert ("contradict", "quantity") in {(point.relation, point.slot) for point in found}


def test_a_day_and_a_month_are_told_more_and_less_exactly(annotated: Annotate) -> None:
    found = points(
        annotated,
        "Ilse Brandt sold the harbour ferry Marigold to the Alder Line company in April 2030.",
        "Ilse Brandt sold the harbour ferry Marigold to the Alder Line company on 12 April 2030.",
    )
    dated = [point for point in found if point.slot == "date"]
    assert [point.relation for point in dated] == ["differ"]
    assert dated[0].reasons[0].endswith("name one time more or less exactly")
    assert "contradict" not in {point.relation for point in found}


def test_what_one_gives_to_somebody_and_another_to_nobody_is_an_attribution(annotated: Annotate) -> None:
    found = points(
        annotated,
        "The owner of the ferry Marigold had been fined twice for carrying too many passengers.",
        "Prosecutors in Port Alder said the owner of the ferry Marigold had been fined twice for carrying "
        "too many passengers.",
    )
    told = [point for point in found if point.slot == "attribution"]
    assert [point.relation for point in told] == ["differ"]
    given = [v for v in told[0].values if v.value.startswith("Prosecutors in Port Alder said the owner")]
    assert len(given) == 1  # with what they said: a name alone tells a reader nothing


def test_what_is_only_mentioned_in_a_statement_is_given_to_nobody(annotated: Annotate) -> None:
    found = points(
        annotated,
        "The harbour ferry Marigold was moored at the north quay of Port Alder on Monday night.",
        "The robbers came as the harbour ferry Marigold was moored at the north quay of Port Alder on Monday "
        "night, prosecutors said.",
    )
    assert "attribution" not in {point.slot for point in found}


def test_the_second_half_of_a_statement_is_said_too(annotated: Annotate) -> None:
    half = "the owner of the ferry Marigold had been fined twice for carrying too many passengers"
    found = points(
        annotated,
        f"{half.capitalize()}.",
        f"Prosecutors in Port Alder said on Monday that the search had ended and {half}.",
    )
    assert "attribution" in {point.slot for point in found}


def test_who_said_it_matters_less_than_what_is_told_otherwise(annotated: Annotate) -> None:
    fined = "the owner of the ferry Marigold had been fined {} crowns for carrying too many passengers."
    [attributed, *_] = points(
        annotated,
        fined.format("3,000").capitalize(),
        "Prosecutors in Port Alder said " + fined.format("3,000"),
    )
    [otherwise, *_] = points(
        annotated, fined.format("3,000").capitalize(), fined.format("8,000").capitalize()
    )
    assert (attributed.slot, otherwise.slot) == ("attribution", "quantity")
    assert attributed.salience < 0.7 * otherwise.salience


def test_the_dead_of_one_are_not_the_wounded_of_another(annotated: Annotate) -> None:
    blast = "The blast at the ferry terminal of Port Alder killed {} people and wounded {} others on Monday."
    found = points(annotated, blast.format(4, 90), blast.format(6, 120))
    told = {frozenset(value.value.split()[0] for value in point.values) for point in found}
    assert told == {frozenset({"4", "6"}), frozenset({"90", "120"})}


def test_all_who_give_one_figure_stand_behind_it(annotated: Annotate) -> None:
    blast = "The blast at the ferry terminal of Port Alder killed {} people on Monday {}."
    told = ((4, "night"), (6, "night"), (6, "evening"))
    found = points(annotated, *(blast.format(*each) for each in told))
    assert [sorted(len(value.articles) for value in point.values) for point in found] == [[1, 2]]


def test_one_article_does_not_differ_from_itself(annotated: Annotate) -> None:
    found = points(
        annotated,
        "Shares of the Alder Line ferry company fell 4 percent on Monday.\n\n"
        "Shares of the Alder Line ferry company fell 9 percent on Monday morning.\n",
        "The weather in Port Alder was mild on Monday.",
    )
    assert found == []


def test_a_name_cut_short_or_misspelt_is_no_other_place(annotated: Annotate) -> None:
    opened = "The minister opened the new harbour bridge of {} on Monday with three fishermen."
    for one, other in (
        ("North Halden", "Halden"),
        ("Port Halden", "Port Hadlen"),
        ("South Alder", "S. Alder"),
        ("Alder Boulevard", "Alder Blvd."),
        ("Fisher's Yard", "Halden Fisher’s Yard"),
        ("Halden County", "Port Alder"),
    ):
        found = points(annotated, opened.format(one), opened.format(other))
        assert "place" not in {point.slot for point in found}


def test_a_changed_word_counts_where_it_is_given_as_said(annotated: Annotate) -> None:
    found = points(
        annotated,
        "“The bridge is old and will be closed to lorries in May,” Minister Ilse Brandt said.",
        "Minister Ilse Brandt said “the bridge is old and will be shut to lorries in May”.",
    )
    told = [sorted(value.value for value in point.values) for point in found if point.slot == "wording"]
    assert told == [["closed to lorries", "shut to lorries"]]


def test_what_the_other_quotes_too_is_no_change_of_words(annotated: Annotate) -> None:
    wanted = "“The members of the council wanted a {} across the old harbour,” Minister Ilse Brandt said."
    bridge, crane = wanted.format("bridge"), wanted.format("crane")
    for texts, changes in (((bridge, crane), 1), ((f"{bridge}\n\n{crane}", crane), 0)):
        views = make_views(resolve([annotated(text, outlet=str(n)) for n, text in enumerate(texts)]))
        found = [list(wordings(left, right, 1.0)) for left, right in combinations(views, 2)]
        assert len([each for each in found if each]) == changes


def test_one_thing_called_by_two_measures_contradicts(annotated: Annotate) -> None:
    drove = (
        "The man who drove the {}-tonne crane through the market of Port Alder was held by police on Monday."
    )
    used = (
        "The driver in Port Alder used a 19-tonne crane to enter the crowded market, where hundreds had come."
    )
    for size, expected in ((25, ["contradict"]), (19, [])):
        found = points(annotated, drove.format(size), used)
        assert [point.relation for point in found if point.slot == "quantity"] == expected


def test_an_article_that_gives_both_values_tells_of_two_things(annotated: Annotate) -> None:
    opened = "The harbour office of Port Alder was opened on {} by Minister Ilse Brandt."
    both = " and ".join(
        (opened.format("3 May 2031")[:-1], "was opened again on 4 May 2031 by Minister Ilse Brandt.")
    )
    found = points(annotated, both, opened.format("5 May 2031"))
    assert "contradict" not in {point.relation for point in found}


def test_those_on_top_are_not_all(annotated: Annotate) -> None:
    found = points(
        annotated,
        "Police in Port Alder arrested two other men after the fire in the harbour office on Monday.",
        "Police in Port Alder arrested four men after the fire in the harbour office on Monday.",
    )
    assert "contradict" not in {point.relation for point in found}


def test_an_age_is_somebodys(annotated: Annotate) -> None:
    held = "Police in Port Alder arrested a {}-year-old man after the fire in the harbour office on Monday."
    found = points(annotated, held.format(18), held.format(20))
    assert [point.relation for point in found if point.slot == "quantity"] == ["differ"]


def test_ages_of_several_who_are_listed_in_both_do_not_contradict(annotated: Annotate) -> None:
    listed = "The victims were {} as 18-year-old Ivo Trent of Port Alder and 21-year-old Mara Dalen."
    found = points(annotated, listed.format("identified"), listed.format("named on Monday"))
    assert "contradict" not in {point.relation for point in found}


def test_the_hour_of_an_update_is_no_time_of_the_event(annotated: Annotate) -> None:
    told = "The harbour master of Port Alder said the ferry Marigold was found by divers."
    found = points(annotated, f"UPDATE @ 4:04 p.m.: {told}", f"8:45 p.m. update: {told}")
    assert [point.slot for point in found] == []


def test_a_figure_that_one_outlet_gives_exactly_and_loosely_is_no_quarrel(annotated: Annotate) -> None:
    exactly = "The sinking of the ferry Marigold off Port Alder on Monday killed 12 people."
    loosely = exactly.replace("12", "at least 12")
    told = [point for point in points(annotated, exactly, loosely) if point.slot == "quantity"]
    assert [point.relation for point in told] == ["differ"]
    both = f"{exactly}\n\nThe harbour was closed at noon by order of the mayor.\n\n{loosely}"
    assert "quantity" not in {point.slot for point in points(annotated, exactly, both)}


def test_two_who_say_about_one_number_agree(annotated: Annotate) -> None:
    text = "The crew dug a crater of {} in diameter around the old well of Port Alder on Monday."
    found = points(annotated, text.format("around 330 feet"), text.format("around 100 metres (328 feet)"))
    assert "quantity" not in {point.slot for point in found}


def test_what_goes_on_is_longer_in_a_later_report(annotated: Annotate) -> None:
    text = "The boy has been trapped in the old well of Port Alder for {} hours, the fire chief said."
    first, later = (
        annotated(text.format(hours), outlet=str(hours), published=day)
        for hours, day in ((50, "2031-05-06"), (85, "2031-05-08"))
    )
    for articles in ([first, later], [later, first]):
        found = compare(resolve(articles)).points
        assert [point.relation for point in found if point.slot == "duration"] == ["update"]


def test_who_says_it_is_shown_where_the_name_comes_last(annotated: Annotate) -> None:
    fined = "The owner of the ferry Marigold had been fined twice for carrying too many passengers"
    found = points(annotated, f"{fined}.", f"{fined}, prosecutors in Port Alder said.")
    [told] = [point for point in found if point.slot == "attribution"]
    assert f"{fined}, prosecutors in Port Alder said" in {value.value for value in told.values}


def test_what_only_says_which_thing_is_meant_is_told_by_nobody(annotated: Annotate) -> None:
    sank = "the ferry {} sank off the north quay of Port Alder on Monday night"
    said = f"{sank.format('Marigold').capitalize()}, prosecutors said."
    meant = points(annotated, said, f"Divers went down to {sank.format('that')}.")
    assert "attribution" not in {point.slot for point in meant}
    told = points(annotated, said, f"Divers went down to {sank.format('Marigold, which')}.")
    assert "attribution" in {point.slot for point in told}


def test_who_did_it_and_some_of_a_family_are_not_how_many_suffered_it(annotated: Annotate) -> None:
    hit = "The gunfire at the street party in Orlo injured {} on Sunday night, police said."
    others = {
        "Two suspects opened gunfire at the street party in Orlo on Sunday night, police said.": False,
        hit.format("four members of the Brunn family"): False,
        hit.format("eight people"): True,
    }
    for other, told in others.items():
        slots = {point.slot for point in points(annotated, hit.format("11 people"), other)}
        assert ("quantity" in slots) is told


def test_what_an_editor_puts_in_openly_is_no_change_of_words(annotated: Annotate) -> None:
    said = "“The ferry{} was sunk by soldiers of the island guard on Monday night,” Ilse Brandt said."
    for put, told in ((" [the yellow Marigold]", False), (" of the guilty owners", True)):
        slots = {point.slot for point in points(annotated, said.format(""), said.format(put))}
        assert ("wording" in slots) is told


def test_a_number_that_is_only_written_otherwise_is_no_change_of_words(annotated: Annotate) -> None:
    said = "“We had a {} that took the wheel of a harbour ferry and steered it out to sea,” Ilse Brandt said."
    half = said.format("2-and-a-half-year-old child")
    for other, told in (("2 1/2 year old child", False), ("2 1/2 year old seal", True)):
        slots = {point.slot for point in points(annotated, half, said.format(other))}
        assert ("wording" in slots) is told


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [("P2W", "P13D", "compatible"), ("P13D", "P2W", "compatible"), ("P3W", "P13D", "conflict")],
)
def test_weeks_and_days_are_lengths_of_time(one: str, other: str, told: str) -> None:
    left, right = (
        Time(Span("a", 0, 1), "duration", value, "week" if value.endswith("W") else "day", "explicit")
        for value in (one, other)
    )
    assert weigh(left, right) == told


def test_a_rough_time_of_day_may_be_the_exact_one(annotated: Annotate) -> None:
    shot = "Tomas Brenn was shot in the chest {} Friday in Orlo, police said."
    exact = shot.format("at 11:37 a.m.")
    told = {
        time: "date" in {point.slot for point in points(annotated, shot.format(time), exact)}
        for time in ("about 11:35 a.m.", "at 11:35 a.m.", "about 10:05 a.m.")
    }
    assert told == {"about 11:35 a.m.": False, "at 11:35 a.m.": True, "about 10:05 a.m.": True}


def test_where_somebody_lives_is_not_where_something_happened(annotated: Annotate) -> None:
    shot = "was shot in the chest on Friday morning"
    home = f"Tomas Brenn of the 900 block of Lorne Avenue {shot}, police said."
    scene = f"Tomas Brenn {shot} in the {{}}, police said."
    brook = scene.format("3500 block of Brook Avenue")
    assert "place" not in {point.slot for point in points(annotated, home, brook)}
    assert "place" in {
        point.slot for point in points(annotated, scene.format("900 block of Lorne Avenue"), brook)
    }


def test_one_thing_in_two_weeks_contradicts(annotated: Annotate) -> None:
    closed = "Engineers closed the harbour bridge of Port Alder to lorries {} week after a crack was found."
    found = points(annotated, closed.format("this"), closed.format("last"))
    assert ("contradict", "date") in {(point.relation, point.slot) for point in found}


def test_a_body_and_its_spokesman_may_contradict_each_other(annotated: Annotate) -> None:
    carried = "the ferry Marigold carried {} passengers from Port Alder to Brin on Sunday"
    found = points(
        annotated,
        f"The Alder Line said {carried.format(120)}.",
        f"A spokesman for the Alder Line, Jon Dahl, said {carried.format(180)}.",
    )
    assert ("contradict", "quantity") in {(point.relation, point.slot) for point in found}
    found = points(
        annotated,
        f"Mayor Ilse Brandt said {carried.format(120)}.",
        f"A spokesman for the Alder Line, Jon Dahl, said {carried.format(180)}.",
    )
    assert "contradict" not in {point.relation for point in found}


def test_sums_of_other_lengths_of_time_do_not_contradict(annotated: Annotate) -> None:
    spend = "Mayor Ilse Brandt will propose to spend ${} million on the harbour of Port Alder{}."
    found = points(annotated, spend.format(60, ""), spend.format(50, " over the next decade"))
    assert "contradict" not in {point.relation for point in found}
    found = points(annotated, spend.format(60, ""), spend.format(50, ""))
    assert ("contradict", "quantity") in {(point.relation, point.slot) for point in found}


def test_figures_of_another_year_do_not_contradict(annotated: Annotate) -> None:
    sank = "A storm sank {} ferries in the harbour of Port Alder{}."
    found = points(annotated, sank.format("five", " in 2024"), sank.format("eight", ""))
    assert "contradict" not in {point.relation for point in found}
    found = points(annotated, sank.format("five", ""), sank.format("eight", ""))
    assert "contradict" in {point.relation for point in found}


def test_what_one_has_is_not_held_against_what_another_has(annotated: Annotate) -> None:
    told = "{} has {} delegates of the harbour party before the vote."
    texts = [told.format(*each) for each in (("Ada Brandt", "1,884"), ("Jonas Weil", "1,718"))]
    texts.append(told.format("Ada Brandt", "1,887"))
    views = make_views(resolve([annotated(text) for text in texts]))
    found = [len(list(quantities(one, other, 1.0))) for one, other in combinations(views, 2)]
    assert sorted(found) == [0, 0, 1]


def test_who_gives_both_dates_gives_them_of_two_things(annotated: Annotate) -> None:
    found = points(
        annotated,
        "A judge on Monday sentenced Jonas Weil of Port Alder to eight months for the attack of 6 January.",
        "Jonas Weil of Port Alder was sentenced on Monday to eight months in jail.",
        "Jonas Weil of Port Alder was sentenced to eight months in jail for the attack of 6 January.",
    )
    assert "date" not in {point.slot for point in found}


def test_a_name_is_given_to_nobody(annotated: Annotate) -> None:
    found = points(
        annotated,
        "Police in Port Alder say the search goes on for a girl who knows 21-year-old Jonas Weil of Verash.",
        "In custody: 21-year-old Jonas Weil of Verash",
    )
    assert "attribution" not in {point.slot for point in found}


def test_parts_that_add_up_to_the_whole_are_no_other_number(annotated: Annotate) -> None:
    told = "The gunman shot {} inside the Alder school on Friday."
    texts = [told.format(each) for each in ("six adults and twenty children", "26 people", "27 people")]
    views = {view.text[16:18]: view for view in make_views(resolve([annotated(text) for text in texts]))}
    assert not list(quantities(views["si"], views["26"], 1.0))
    assert not list(quantities(views["26"], views["si"], 1.0))
    assert len(list(quantities(views["26"], views["27"], 1.0))) == 1


def test_who_says_it_is_asked_of_one_deed_only(annotated: Annotate) -> None:
    found = points(
        annotated,
        "They came after a harbour shooting that killed five-year-old Marek Olsen of Port Alder.",
        "After the harbour shooting of five-year-old Marek Olsen of Port Alder, police seized pills.",
    )
    assert "attribution" not in {point.slot for point in found}


def test_a_place_in_a_row_is_one_however_written(annotated: Annotate) -> None:
    told = "Minister Ilse Brandt said: “My {} comment on the old bridge was that it has to be shut in {}”."
    found = points(annotated, told.format("first", "May"), told.format("1st", "May"))
    assert "wording" not in {point.slot for point in found}


def test_what_is_taken_as_known_is_given_to_nobody(annotated: Annotate) -> None:
    found = points(
        annotated,
        "The harbour master will be asked to step down when the ferry Marigold returns to Port Alder.",
        "Prosecutors said on Monday that the ferry Marigold returns to Port Alder.",
    )
    assert "attribution" not in {point.slot for point in found}
