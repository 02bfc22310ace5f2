"""How many were killed or hurt, told by claims that are worded too far apart to be one."""

from collections.abc import Callable

from rashomon.compare import compare
from rashomon.model import Annotations, Point
from rashomon.resolve import resolve

Annotate = Callable[..., Annotations]
BERTH = "The harbour office has closed the berth and asked a pilot to explain."
FERRY = "The ferry Marigold struck the north quay of Port Alder in fog. Divers searched the hull until dusk."


def quantities(annotated: Annotate, *texts: str, days: tuple[str, ...] = ()) -> list[Point]:
    dates = days or ("2031-05-06",) * len(texts)
    articles = [
        annotated(text, outlet=str(n), published=day)
        for n, (text, day) in enumerate(zip(texts, dates, strict=True))
    ]
    found = compare(resolve(articles)).points
    return [point for point in found if point.slot == "quantity" and not point.near]


def versions(point: Point) -> set[str]:
    return {value.value for value in point.values}


def test_tolls_in_unlike_words_are_held_against_each_other(annotated: Annotate) -> None:
    found = quantities(
        annotated,
        f"13 wounded as ferry strikes quay\n\n{BERTH}",
        "A collision at Port Alder injured eleven people on Tuesday, the mayor told the council at noon.",
        f"{FERRY} In the end 13 people were hurt.",
    )
    assert [(point.relation, len(point.articles), versions(point)) for point in found] == [
        ("differ", 3, {"13 people", "eleven people"})
    ]


def test_a_toll_that_grew_by_the_next_day_is_an_update(annotated: Annotate) -> None:
    found = quantities(
        annotated,
        f"4 dead as ferry strikes quay\n\n{BERTH}",
        "More were lost at Port Alder than was known: seven people have died, the mayor told the council.",
        days=("2031-05-06", "2031-05-08"),
    )
    assert [point.relation for point in found] == ["update"]


def test_who_did_it_is_counted_by_one_and_not_by_the_other(annotated: Annotate) -> None:
    assert not quantities(
        annotated,
        f"4 dead in shooting at quay\n\n{BERTH}",
        "A gunman killed three people and then himself in Port Alder, the mayor told the council at noon.",
    )


def test_some_of_them_are_no_toll(annotated: Annotate) -> None:
    whole = f"9 hurt as ferry strikes quay\n\n{BERTH}"
    for part in (
        "A collision at Port Alder injured four other people, the mayor told the council at noon.",
        "A collision at Port Alder injured four deckhands, the mayor told the council at noon.",
        "A collision at Port Alder seriously injured four people, the mayor told the council at noon.",
        "A collision at Port Alder injured four people. Two more people were injured, the mayor said.",
        "A collision at Port Alder injured four people from Mirelle, the mayor told the council at noon.",
        "Collisions at Port Alder injure four people a year, the mayor told the council at noon.",
    ):
        assert not quantities(annotated, whole, part), part


def test_an_article_that_gives_two_numbers_gives_no_toll(annotated: Annotate) -> None:
    assert not quantities(
        annotated,
        f"9 hurt as ferry strikes quay\n\n{BERTH}",
        "A collision at Port Alder injured four people. In the school seven people were hurt by slates.",
    )


def test_who_gives_both_numbers_gives_no_older_toll(annotated: Annotate) -> None:
    early = f"4 hurt as ferry strikes quay\n\n{BERTH}"
    later = "A collision at Port Alder injured nine people on Tuesday, the mayor told the council at noon."
    days = ("2031-05-06", "2031-05-08")
    assert quantities(annotated, early, later, days=days)
    assert quantities(annotated, f"{early} Nine people were shot with flares.", later, days=days) == []
