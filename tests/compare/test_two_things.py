"""Amounts, places and ranks of two things are no difference; of one thing they are."""

from collections.abc import Callable

import pytest

from rashomon.compare import compare
from rashomon.compare.align.views import make_views
from rashomon.compare.slots import compare_claims
from rashomon.compare.slots.finding import Finding
from rashomon.model import Annotations
from rashomon.resolve import resolve

Annotate = Callable[..., Annotations]


@pytest.fixture
def told(annotated: Annotate) -> Callable[..., list[Finding]]:
    def run(first: str, second: str, days: tuple[str, str] = ("2031-05-06", "2031-05-06")) -> list[Finding]:
        texts = zip((first, second), days, strict=True)
        articles = [annotated(text, outlet=str(n), published=day) for n, (text, day) in enumerate(texts)]
        views = make_views(resolve(articles))
        sides = [[view for view in views if view.article == place] for place in (0, 1)]
        found = [f for left in sides[0] for right in sides[1] for f in compare_claims(left, right, 0.99)]
        return [each for each in found if each.slot not in ("attribution", "wording")]

    return run


Told = Callable[..., list[Finding]]
DEAD = "The fire in the net store of Port Alder killed {}."


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (DEAD.format("three sailors"), DEAD.format("two men and a woman")),
        (
            DEAD.format("five people"),
            "Police in Port Alder named three victims of the fire in the net store.",
        ),
        (
            "Alder Bank shares fell 6.6 percent in Port Alder after the bid.",
            "Alder Bank shares fell 1.5 percent in Port Alder after the bid.",
        ),
        (
            "The ferry sank about 700 miles north of the capital Lund on Monday.",
            "The ferry sank on Monday 200 miles from the lighthouse of Port Alder.",
        ),
        (
            "The balloon of Port Alder reached an altitude of 800 kilometres on Monday.",
            "The balloon of Port Alder flew 2,300 kilometres on Monday.",
        ),
        (
            "Halden accounted for 5 percent of steel imports from Norland last year.",
            "Halden steel imports from Norland saw a 15 percent increase last year.",
        ),
        (
            "Harbour dues in Port Alder rose 5.4 percent in June, the ministry said.",
            "Harbour dues in Port Alder rose in June, faster than the 3.6 percent of May, the ministry said.",
        ),
        (
            "The committee of Port Alder cut the harbour budget by $100 million on Monday.",
            "The committee of Port Alder cut the harbour budget of $400 million on Monday.",
        ),
        (
            "The committee of Port Alder cut the harbour budget to $300 million on Monday.",
            "The committee of Port Alder cut the harbour budget by $100 million on Monday.",
        ),
        (
            "The fire in the net store of Port Alder injured four other people on Monday.",
            "The fire in the net store of Port Alder injured five people on Monday.",
        ),
        (
            "The robber of the net store in Port Alder fatally shot three men on Monday.",
            "The robber of the net store in Port Alder shot five men on Monday.",
        ),
        (
            "The rate fell to 5.8% in Port Alder, better than the estimate of 5.9%.",
            "The rate fell to 5.8% in Port Alder, less than half its 14.8% peak.",
        ),
        (
            "Paris-based Alder Line called the bid for the ferries its best offer.",
            "Alder Line's bid for the larger London-based company is the best offer yet.",
        ),
        (
            "Rescuers found the captain's younger daughters in the net store.",
            "Rescuers found the captain's 5-year-old daughters in the net store.",
        ),
    ],
    ids="sum named market distance altitude share than whole rest others fatally peak based old".split(),
)
def test_what_is_of_two_things_is_no_contradiction(told: Told, first: str, second: str) -> None:
    found = told(first, second)
    assert "contradict" not in {each.relation for each in found}
    if "shares" not in first:  # where a market stood at two hours may be told, as no contradiction
        assert found == []


def test_what_is_of_one_thing_differs(told: Told) -> None:
    [found] = told(DEAD.format("three sailors"), DEAD.format("four sailors"))
    assert found.relation == "contradict"
    miles = "The ferry sank about {} miles north of the capital Lund on Monday."
    assert [each.slot for each in told(miles.format(700), miles.format(200))] == ["quantity"]
    counted = DEAD.format("{} people since August 2029")  # that is no other year
    assert told(DEAD.format("15 people"), counted.format(18))


def test_a_birthday_between_two_reports_is_no_difference(told: Told) -> None:
    was, now = "Mara Quill, 29, was hurt in the fire.", "Mara Quill, 30, was hurt in the fire."
    assert told(was, now, ("2031-05-06", "2032-02-06")) == []
    assert told(now, was, ("2031-05-06", "2032-02-06"))  # nobody grows younger
    assert told(was, now)


def test_degrees_of_two_deeds_are_not_set_against_each_other(told: Told) -> None:
    charged = "The captain was charged with four counts of first-degree arson."
    convicted = "The captain was convicted of second-degree arson."
    assert told(charged, convicted) == []
    assert [each.slot for each in told(convicted, convicted.replace("second", "first"))] == ["other"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The sailors won a seven-year term of lease.", "The sailors look back on 44 years of rule."),
        ("Three men were taken to the hospital.", "One of the men was taken to the hospital."),
        ("The police spoke to two men at City View Homes.", "The police spoke to two men at Oak Street."),
        ("The bank confirmed the loss on Monday.", "The bank confirmed on Tuesday that it found the ship."),
        (
            "The other two sailors were taken to the hospital in Port Alder.",
            "Three sailors were taken to the hospital in Port Alder.",
        ),
        (
            "Five people were shot in the net store of Port Alder on Monday.",
            "The shooting in the net store of Port Alder killed two people on Monday.",
        ),
        (
            "The sailor was charged with one count of murder at sea, one count of murder on land and theft.",
            "The sailor was charged with two counts of murder at sea.",
        ),
        (
            "A fire in the net store of Port Alder killed 15 people.",
            "In 2011 a fire in the net store of Port Alder killed 45 people.",
        ),
        (
            DEAD.format("10 passengers and two pilots"),
            DEAD.format("12 people"),
        ),
        (
            DEAD.format("two officers and 10 sailors"),
            DEAD.format("12 people, 10 sailors among them"),
        ),
        (
            "The sailors waited for more than a century to win the cup.",
            "The sailors waited for 108 years to win the cup.",
        ),
    ],
    ids=["term", "partial", "building", "said", "other", "shot", "listed", "year", "crew", "known", "bound"],
)
def test_parts_and_terms_are_told_apart(told: Told, first: str, second: str) -> None:
    assert told(first, second) == []


def test_one_street_with_two_endings_differs(told: Told) -> None:
    text = "The sailor was found in the 400 block of {} on Monday night."
    [found] = told(text.format("Oak Court"), text.format("Oak Lane"))
    assert (found.slot, found.relation) == ("place", "differ")
    assert told(text.format("Oak Street"), text.format("Oak St.")) == []
    assert told(text.format("Oak Court"), text.format("Elm Lane")) == []
    both = text.format("Oak Lane") + " Oak Court was closed."
    assert "place" not in {each.slot for each in told(text.format("Oak Court"), both)}


def agreed(annotated: Annotate, *texts: str) -> int:
    articles = [annotated(text, outlet=str(n), published="2031-05-06") for n, text in enumerate(texts)]
    return sum(point.relation == "agree" for point in compare(resolve(articles)).points)


def test_what_is_of_two_people_or_far_days_is_not_agreed(annotated: Annotate) -> None:
    charged = "{} is charged with arson in connection with the fire in the net store of Port Alder."
    assert agreed(annotated, charged.format("Otto Lind"), charged.format("Otto Lind")) == 1
    assert agreed(annotated, charged.format("Otto Lind"), charged.format("Mara Quill")) == 0
    assert agreed(annotated, charged.format("Otto Lind"), charged.format("Mara Lind")) == 0
    assert agreed(annotated, charged.format("Otto Lind"), charged.format("Mr. Lind")) == 1
    due = "A {} in the case of the net store of Port Alder is scheduled for {}."
    assert agreed(annotated, due.format("hearing", "May 20"), due.format("hearing", "May 20")) == 1
    assert agreed(annotated, due.format("hearing", "May 20"), due.format("sentencing", "July 9")) == 0


def test_far_days_of_one_deed_differ(told: Told) -> None:
    heard = "The case of the net store of Port Alder is scheduled to be heard in court on {}."
    assert [each.slot for each in told(heard.format("May 20"), heard.format("July 9"))] == ["date"]


def test_a_place_that_may_lie_in_the_other_is_no_other_place(told: Told) -> None:
    came = (
        "The bridge builder Edvard Roe came to {} with his brother in 2011 to repair the old harbour bridge."
    )
    assert not [
        each for each in told(came.format("America"), came.format("Virginia")) if each.slot == "place"
    ]
    assert not [each for each in told(came.format("Norway"), came.format("Halden")) if each.slot == "place"]
    elsewhere = told(came.format("Kenya"), came.format("Peru"))
    assert [each.relation for each in elsewhere if each.slot == "place"] == ["contradict"]


def test_a_count_that_the_other_prints_as_a_bare_number_is_no_other_count(told: Told) -> None:
    found = told(
        "Crews have so far found 24 people in the fallen tower of Port Halden, with 121 still missing.",
        "Crews have so far found 121 people missing from the fallen tower of Port Halden.",
    )
    assert not found


def test_a_boy_and_a_man_were_not_hit_in_one_leg(told: Told) -> None:
    hit = "The {} fisherman was hit in the {} leg on the quay of Port Halden on Monday, officers said."
    ages = ("15-year-old", "34-year-old")
    assert not [
        each
        for each in told(hit.format(ages[0], "right"), hit.format(ages[1], "left"))
        if each.slot == "other"
    ]
    alike = told(hit.format(ages[1], "right"), hit.format(ages[1], "left"))
    assert [each.relation for each in alike] == ["contradict"]


def test_an_agent_in_charge_is_no_place(told: Told) -> None:
    arrested = "The gang was arrested by officers in Charge {} on Monday in the harbour of Port Halden."
    found = told(arrested.format("Mara T. Quill"), arrested.format("Otto R. Lind"))
    assert "place" not in {each.slot for each in found}


def test_one_more_among_the_dead_may_be_the_attacker(told: Told) -> None:
    killed = "The gunman killed {} people in the town hall of Port Halden on Monday."
    one_more = [each for each in told(killed.format(26), killed.format(27)) if each.slot == "quantity"]
    assert [each.relation for each in one_more] == ["differ"]
    several = [each for each in told(killed.format(26), killed.format(31)) if each.slot == "quantity"]
    assert [each.relation for each in several] == ["contradict"]


def test_what_is_to_come_contradicts_nothing_that_was_done(told: Told) -> None:
    found = told(
        "The harbour ministry of Alder will announce a ban on seal trophies next week, it said.",
        "The harbour ministry of Alder announced a ban on seal trophies this week, it said.",
    )
    assert "contradict" not in {each.relation for each in found}
    weeks = told(
        "The harbour ministry of Alder announced a ban on seal trophies last week, it said.",
        "The harbour ministry of Alder announced a ban on seal trophies this week, it said.",
    )
    assert [each.relation for each in weeks] == ["contradict"]


def test_what_was_earned_is_not_what_was_paid(told: Told) -> None:
    found = told(
        "The harbour master and Edvard Roe earned $139 million in income from 2020 to 2027.",
        "The harbour master and Edvard Roe have paid $43 million in federal taxes on income since 2020.",
    )
    assert found == []


def test_what_is_set_aside_may_not_be_what_it_costs(told: Told) -> None:
    found = told(
        "The harbour master has reserved $500,000 for the ferry show in Port Alder on Monday.",
        "The ferry show in Port Alder on Monday is costing the harbour master $1 million.",
    )
    assert {each.relation for each in found} <= {"differ"}


def test_an_amount_in_two_units_differs_once(told: Told) -> None:
    dived = "The divers of Port Alder were {} from the bottom of the old well on Monday."
    found = told(dived.format("four metres (13 feet)"), dived.format("ten metres (33 feet)"))
    assert len(found) == 1
    assert told(dived.format("13 feet"), dived.format("33 feet"))


def test_two_counts_are_of_the_first_and_of_the_second(told: Told) -> None:
    blank = "{} voters of Port Halden left the {} question on the ballot blank on Monday."
    found = told(blank.format("Nearly 65,000", "first"), blank.format("About 500,000", "second"))
    assert "other" not in {each.slot for each in found}
    row = told(blank.format("Nearly 65,000", "first"), blank.format("Nearly 65,000", "second"))
    assert [each.relation for each in row] == ["contradict"]


def test_who_did_it_is_no_other_count_of_those_it_befell(told: Told) -> None:
    shot = "Six people were shot at the boat club of Port Alder early on Monday."
    began = "The boat club of Port Alder was closed after {} began shooting early on Monday."
    fired = "{} shot three sailors at the boat club of Port Alder early on Monday."
    for other in (began.format("two people"), fired.format("Two people")):
        assert told(shot, other) == []
    assert told(shot, shot.replace("Six", "Four"))


def test_counts_of_two_charges_are_no_difference(told: Told) -> None:
    charged = "Otto Lind was booked into Port Alder jail on Monday on {} of {}."
    murder, attempted = "murder", "attempted murder"
    assert told(charged.format("three counts", murder), charged.format("two counts", attempted)) == []
    assert told(charged.format("three counts", murder), charged.format("two counts", murder))


def test_the_older_and_the_younger_are_two(told: Told) -> None:
    found = told(
        "The boatman saw the younger daughter of Otto Lind on Monday.",
        "The older daughter of Otto Lind saw the boatman on Monday.",
    )
    assert [each for each in found if each.slot == "other"] == []
    hurt = "The {} daughter of Otto Lind was hurt in the boat house of Port Alder on Monday."
    assert [each.slot for each in told(hurt.format("younger"), hurt.format("older"))] == ["other"]


def test_a_nautical_mile_is_no_mile(told: Told) -> None:
    sank = "The ferry Santa Livia sank {} north of Port Alder on Monday."
    assert told(sank.format("11 nautical miles"), sank.format("12 miles")) == []
    assert told(sank.format("11 miles"), sank.format("14 miles"))


def test_one_called_by_an_age_alone_is_counted(told: Told) -> None:
    hurt = "{} were hurt by a falling mast in Port Alder on Monday."
    assert told(hurt.format("Four adults and a 3-year-old"), hurt.format("Five people")) == []
    assert told(hurt.format("Four adults"), hurt.format("Five people"))


def test_a_rifle_is_a_gun(told: Told) -> None:
    aimed = "Otto Lind pointed a {} at the two guards in Port Alder on Monday."
    assert told(aimed.format("rifle"), aimed.format("gun")) == []
    assert [each.slot for each in told(aimed.format("rifle"), aimed.format("knife"))] == ["other"]


def test_two_words_for_no_number_are_one(told: Told) -> None:
    killed = "{} of people were killed in the ferry fire in Port Alder on Monday."
    assert told(killed.format("Scores"), killed.format("Dozens")) == []
    assert told(killed.format("Hundreds"), killed.format("Dozens"))


def test_those_from_a_town_are_some_of_all(told: Told) -> None:
    fire = "Sixteen people were hurt in the ferry fire in Port Alder on Monday."
    assert told(fire, "Two people hurt in the ferry fire in Port Alder on Monday are from Lund.") == []
    assert told(fire, fire.replace("Sixteen", "Two"))
