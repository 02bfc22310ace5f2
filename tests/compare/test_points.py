"""Points: what outlets tell alike, differently and alone."""

from collections.abc import Callable, Sequence

import pytest

from rashomon.compare import compare
from rashomon.model import Annotations, Comparison
from rashomon.resolve import resolve

Annotate = Callable[..., Annotations]

HERALD = (
    "Ferry sinks off Port Alder\n\n"
    "The ferry Marigold sank off Port Alder on Monday, killing 12 people, the coast guard said.\n\n"
    "Minister Ilse Brandt, who is on a three-day visit to Norland, sent her sympathy to the families.\n\n"
    "The owner of the ferry, Tamsin Roe, had been fined twice for carrying too many passengers.\n"
)
COURIER = (
    "Twelve die as ferry goes down\n\n"
    "The ferry Marigold sank off Port Alder on Monday and killed 15 people, the coast guard said.\n\n"
    "Minister Ilse Brandt, who is on a four-day visit to Norland, cancelled a dinner at the palace.\n"
)
GAZETTE = (
    "Ferry disaster\n\n"
    "At least 12 people were killed when the ferry Marigold sank off Port Alder on Monday.\n\n"
    "Fishermen in small boats pulled most of the survivors out of the cold water.\n"
)


Told = Callable[[Sequence[str]], Comparison]


@pytest.fixture(scope="module")
def told(annotated: Annotate) -> Told:
    def run(texts: Sequence[str]) -> Comparison:
        articles = [annotated(text, outlet=str(n), published="2031-05-06") for n, text in enumerate(texts)]
        return compare(resolve(articles))

    return run


def test_no_claim_is_lost_and_none_is_in_two_points_that_are_not_merely_near(
    told: Told,
) -> None:
    comparison = told([HERALD, COURIER, GAZETTE])
    members = [claim for point in comparison.points if point.slot != "other" for claim in point.claims]
    assert len(members) == len(set(members))
    assert {claim for point in comparison.points for claim in point.claims} == {
        claim.id for claim in comparison.claims
    }


def test_durations_of_one_visit_contradict(told: Told) -> None:
    comparison = told([HERALD, COURIER])
    found = [point for point in comparison.points if point.slot == "duration"]
    assert [point.relation for point in found] == ["contradict"]
    assert sorted(value.value for value in found[0].values) == ["four-day", "three-day"]


def test_one_length_in_two_units_is_no_difference(told: Told) -> None:
    comparison = told(
        [
            "Prices on the islands rose 5% in May from a year prior, the fastest jump since 2008.",
            "Prices on the islands rose 5% in the 12 months ending in May, the fastest jump since 2008.",
        ]
    )
    assert [point.relation for point in comparison.points if point.relation != "exclusive"] == ["agree"]


def test_what_one_outlet_tells_is_exclusive(told: Told) -> None:
    comparison = told([HERALD, COURIER, GAZETTE])
    claims = {claim.id: claim for claim in comparison.claims}
    alone = [point for point in comparison.points if point.relation == "exclusive"]
    lengths = {len({claims[id].article for id in point.claims}) for point in alone}
    assert alone
    assert lengths == {1}


def test_the_order_of_articles_changes_nothing(told: Told) -> None:
    texts = [HERALD, COURIER, GAZETTE]
    assert told(texts).points == told(texts[::-1]).points


def test_contested_points_come_first_and_what_is_only_near_last(told: Told) -> None:
    order = ["contradict", "differ", "update", "agree", "exclusive"]
    points = told([HERALD, COURIER, GAZETTE]).points
    ranks = [(point.near, order.index(point.relation)) for point in points]
    assert ranks == sorted(ranks)
    assert {rank for _, rank in ranks} >= {0, 3, 4}


def test_every_point_has_values_reasons_and_a_share_of_salience(
    told: Told,
) -> None:
    for point in told([HERALD, COURIER, GAZETTE]).points:
        assert point.values
        assert point.reasons
        assert 0 <= point.salience <= 1
        assert 1 <= point.independent <= len(point.articles)


def test_one_article_alone_has_no_agreement(told: Told) -> None:
    assert {point.relation for point in told([HERALD]).points} == {"exclusive"}


def test_a_story_without_words_has_no_points(told: Told) -> None:
    assert told([" "]).points == ()


def test_a_corrected_figure_of_a_later_day_is_an_update(annotated: Annotate) -> None:
    first = annotated(
        "The ferry Marigold sank off Port Alder on Monday. In all 12 people were injured.",
        outlet="1",
        published="2031-05-06",
    )
    second = annotated(
        "The number of people injured when the ferry Marigold sank off Port Alder has risen to 15, the coast "
        "guard said on Thursday, correcting an earlier figure of 12.",
        outlet="2",
        published="2031-05-09",
    )
    points = compare(resolve([first, second])).points
    assert [point.relation for point in points if point.slot == "quantity"] == ["update"]


def test_an_outlet_that_tells_two_lengths_of_one_thing_differs_from_itself(annotated: Annotate) -> None:
    text = (
        "The alarm at the harbour sounded 20 minutes before the gates were opened. Ilse Brandt was there.\n\n"
        "The alarm at the harbour sounded 45 minutes before the gates were opened."
    )
    points = compare(resolve([annotated(text, outlet="1", published="2031-05-06")])).points
    found = [point for point in points if point.slot == "duration"]
    assert [point.relation for point in found] == ["differ"]
    assert len(found[0].values) == 2


def test_sums_far_apart_are_no_versions_of_one_number(told: Told) -> None:
    comparison = told(
        [
            "Norland is asking for 30 million crowns in compensation for the village.",
            "Norland is asking for 40 million crowns in compensation for the village.",
            "The village had raised 70,000 crowns in compensation for the families.",
        ]
    )
    values = [
        value.value
        for point in comparison.points
        if point.slot not in (None, "other")
        for value in point.values
    ]
    assert sorted(values) == ["30 million crowns", "40 million crowns"]


def test_the_same_words_are_no_difference_whatever_day_they_were_counted_from(annotated: Annotate) -> None:
    text = "The ferry Marigold sank off Port Alder on Tuesday in heavy fog, the coast guard said.\n"
    first = annotated(f"Ferry sinks\n\n{text}", outlet="Herald", published="2031-05-07", precision="day")
    other = annotated(f"Fog and a ferry\n\n{text}", outlet="Courier", published="2031-05-16", precision="day")
    points = compare(resolve([first, other])).points
    # a title may be near to what is told below it
    assert {point.relation for point in points if point.slot != "other"} <= {"agree", "exclusive"}


def test_who_spoke_where_matters_less_than_what_happened(
    told: Told,
) -> None:
    comparison = told(
        [
            f"Mayor Ilse Brandvold told reporters {place} of Port Halden after a meeting with her deputy.\n\n"
            "The old harbour bridge of Port Halden collapsed into the river during the storm.\n"
            for place in ("in the town hall", "at the town hall")
        ]
    )
    agreed = [point.values[0].value for point in comparison.points if point.relation == "agree"]
    assert [words.split()[0] for words in agreed] == ["The", "Mayor"]


def test_a_headline_stands_for_a_point_only_where_nothing_else_does(annotated: Annotate) -> None:
    title = "Storm destroys the old harbour bridge of Port Halden"
    body = "The storm destroyed the old harbour bridge of Port Halden on Tuesday night"
    found = compare(resolve([annotated(f"{title}\n\n{body}.\n", title=title)]))
    assert [point.values[0].value for point in found.points if len(point.claims) == 2] == [body]


def test_a_headline_alone_is_nothing_that_one_outlet_tells(annotated: Annotate) -> None:
    title = "Grief and blame on the quay"
    alone = annotated(f"{title}\n\n{GAZETTE.partition(chr(10))[2].strip()}\n", title=title)
    other = annotated(COURIER, title="Twelve die as ferry goes down")
    found = compare(resolve([alone, other]))
    told = {value.value for point in found.points for value in point.values}
    assert title not in told
    assert any("Fishermen" in value for value in told)


def test_a_headline_without_a_body_is_told(annotated: Annotate) -> None:
    title = "Grief and blame on the quay"
    found = compare(resolve([annotated(title, title=title), annotated(COURIER)]))
    assert title in {value.value for point in found.points for value in point.values}


def test_what_stands_for_an_agreement_gives_no_figure_that_one_leaves_out(annotated: Annotate) -> None:
    texts = (
        "A blast tore through the cafe Argent on the main square of Alder on Thursday.",
        "A blast tore through the cafe Argent on the main square of Alder on Thursday, killing 16 people.",
        "A blast on Thursday killed 16 people in the cafe Argent on the main square of Alder.",
    )
    articles = [annotated(text, outlet=str(n), published="2031-05-09") for n, text in enumerate(texts)]
    told = [point for point in compare(resolve(articles)).points if len(point.articles) == len(texts)]
    assert told
    assert not any("16" in value.value for point in told for value in point.values)


def test_a_changed_word_inside_a_quote_is_told_without_a_loose_end(
    told: Told,
) -> None:
    comparison = told(
        [
            f"“There is an effort to {verb} Norland and other countries for these failures,” Minister Ilse "
            "Brandt said.\n"
            for verb in ("scapegoat", "blame")
        ]
    )
    (point,) = [point for point in comparison.points if point.slot == "wording"]
    assert sorted(value.value for value in point.values) == [
        "effort to blame Norland",
        "effort to scapegoat Norland",
    ]


def test_what_an_outlet_takes_as_known_makes_a_weaker_agreement(told: Told) -> None:
    opened = "engineers opened the first gate of the Mirzak dam"
    known = "one of them takes it as known"
    full = f"{opened.capitalize()} at 5.20 on Friday morning."
    log = f"The log records a telephone call to Port Alder, 31 minutes before {opened} on Friday morning."
    [weak], [firm] = (
        [point for point in told([full, other]).points if point.relation == "agree"]
        for other in (log, f"{opened.capitalize()} on Friday morning.")
    )
    assert known in weak.reasons
    assert known not in firm.reasons
    assert weak.salience < firm.salience
    assert weak.values[0].value == full.removesuffix(".")


def test_a_figure_that_is_not_everybodys_makes_a_weaker_agreement(told: Told) -> None:
    hit = "The gunfire at the street party in Orlo injured {} on Sunday night, police said."
    [point] = [
        point
        for point in told([hit.format("11 people"), hit.format("four members of the Brunn family")]).points
        if point.relation == "agree"
    ]
    assert "a figure in it is not given by all of them" in point.reasons


def test_two_sentences_of_each_outlet_tell_one_difference_once(told: Told) -> None:
    story = (
        "A 12-tonne ferry hit the old bridge in Halden, hurting {0} sailors.\n\n"
        "The {0} sailors hurt in the ferry were taken to the hospital in Port Alder.\n"
    )
    found = told([story.format(27), story.format(25)]).points
    [point] = [point for point in found if point.slot == "quantity"]
    assert len(point.claims) == 4


def test_who_tells_both_sides_of_a_doubt_denies_nothing(told: Told) -> None:
    sold = "The harbour master of Orlo {} selling the old ferry Marigold to the fishermen, he said on Monday."
    yes, no = sold.format("is"), sold.format("is not")
    again = "The harbour master of Orlo is perhaps selling the old ferry Marigold to the fishermen, he said."

    def denied(*stories: str) -> bool:
        return "polarity" in {point.slot for point in told(stories).points}

    assert denied(yes, no)
    assert not denied(f"{yes}\n\n{no}", f"{no}\n\n{yes}")
    assert not denied(yes, f"{no}\n\n{again}")


def test_several_are_no_other_number(told: Told) -> None:
    hurt = "The fire on the ferry Marigold at Orlo hurt {} passengers on Sunday."

    def counted(*numbers: str) -> bool:
        stories = [hurt.format(number) for number in numbers]
        return "quantity" in {point.slot for point in told(stories).points}

    assert not counted("several", "four")
    assert not counted("several", "16")
    assert counted("several", "60")
    assert counted("nine", "16")


def test_one_number_told_loosely_matters_less_than_two(told: Told) -> None:
    saved = "The harbour office of Orlo wants to save {} of its budget by 2035, it said on Sunday."
    [loose], [apart] = (
        [point for point in told([saved.format("$500 million"), saved.format(other)]).points if point.slot]
        for other in ("more than $500 million", "about $800 million")
    )
    assert (loose.relation, apart.relation) == ("differ", "differ")
    assert loose.salience < 0.6 * apart.salience


def test_what_nobody_tells_in_a_sentence_of_its_own_matters_less(told: Told) -> None:
    text = "The ferry{} sank off Port Alder on Monday. Divers from Norland looked at the hull."
    plain, meant = (
        {" ".join(point.values[0].value.split()): point.salience for point in told([story]).points}
        for story in (text.format(", which had 90 seats,"), text.format(" that had 90 seats"))
    )
    [before] = [value for words, value in plain.items() if "had 90 seats" in words]
    [after] = [value for words, value in meant.items() if "had 90 seats" in words]
    assert after < before


def test_who_gives_both_lengths_of_time_shows_that_they_are_of_two_things(told: Told) -> None:
    term = "Otto Lind has been sentenced to {} in prison for sinking the ferry Marigold off Port Alder."
    headline = "Man sentenced to at least seven years for sinking ferry"
    seven = term.replace("sentenced to", "sentenced to serve at least").format("seven years")
    for first, points in ((f"{headline}\n\n{term.format('20 years')}", 0), (term.format("20 years"), 1)):
        found = [point for point in told([first, seven]).points if point.slot == "duration"]
        assert len(found) == points
