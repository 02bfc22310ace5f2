"""Who says it: two sources of one statement, or one and none, and what is neither."""

from collections.abc import Callable

import pytest

from rashomon.compare import compare
from rashomon.compare.align.views import make_views
from rashomon.compare.slots.attribution import attributions
from rashomon.compare.slots.finding import Finding
from rashomon.model import Annotations
from rashomon.resolve import resolve

Annotate = Callable[..., Annotations]
Told = Callable[[str, str], list[Finding]]
FINED = "the owner of the ferry Marigold had been fined twice for carrying too many passengers"


@pytest.fixture
def told(annotated: Annotate) -> Told:
    def run(first: str, second: str) -> list[Finding]:
        articles = [annotated(text, outlet=str(n)) for n, text in enumerate((first, second))]
        views = make_views(resolve(articles))
        sides = [[view for view in views if view.article == place] for place in (0, 1)]
        return [f for left in sides[0] for right in sides[1] for f in attributions(left, right, 0.99)]

    return run


def test_who_says_it_differs(told: Told) -> None:
    assert told(f"Ilse Brandt said {FINED}.", f"Tamsin Roe said {FINED}.")
    assert told(f"{FINED.capitalize()}.", f"Prosecutors in Port Alder said {FINED}.")


@pytest.mark.parametrize(
    ("source", "matters"),
    [
        ("Residents of Port Alder", True),
        ("The Alder Tribune", True),
        ("Security officials and witnesses", True),
        ("Police in Port Alder", False),
        ("The harbour master, Jonas Weil", False),
    ],
)
def test_the_word_of_whom_is_not_simply_told_as_known(told: Told, source: str, matters: bool) -> None:
    assert bool(told(f"{FINED.capitalize()}.", f"{source} said {FINED}.")) is matters


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (f"Mr Brandt said {FINED}.", f"Ilse Brandt said {FINED}."),
        (f"Ilse Brandt said {FINED}.", f"Tamsin Roe said {FINED.replace('had', 'had never')}."),
        (
            "The captain, Jonas Weil, was one of five sailors hurt in the fire on the ferry Marigold.",
            "Prosecutors in Port Alder said five sailors were hurt in the fire on the ferry Marigold.",
        ),
        (
            f"Reportedly {FINED}.",
            f"Prosecutors in Port Alder said {FINED}.",
        ),
        (
            f"{FINED.capitalize()}. Prosecutors said on Monday that the search goes on.",
            f"Prosecutors in Port Alder said {FINED}.",
        ),
        (
            f"{FINED.capitalize()}. Officers say the search goes on.",
            f"Police in Port Alder said {FINED}.",
        ),
        (
            "The captain of the ferry Marigold is in the old hospital of Port Alder.",
            "Prosecutors said the captain of the ferry Marigold died in the old hospital of Port Alder.",
        ),
    ],
    ids=["title", "denied", "one of them", "credited", "cited", "the law", "another deed"],
)
def test_what_is_not_one_statement_of_two_sources(told: Told, first: str, second: str) -> None:
    assert told(first, second) == []


def test_who_says_it_and_who_denies_it_say_no_one_thing(told: Told) -> None:
    rigged = "Tamsin Roe said the election of the harbour council of Port Alder was {}rigged."
    won = "Ilse Brandt said the election of the harbour council of Port Alder was {}rigged."
    assert told(rigged.format(""), won.format("fairly won and not ")) == []
    assert told(rigged.format(""), won.format(""))


@pytest.mark.parametrize(("outlets", "count"), [(("Herald", "Herald"), 0), (("Herald", "Courier"), 1)])
def test_one_newsroom_need_not_name_its_source_twice(
    annotated: Annotate, outlets: tuple[str, str], count: int
) -> None:
    texts = f"{FINED.capitalize()}.", f"Prosecutors in Port Alder said {FINED}."
    articles = [
        annotated(text, outlet=outlet, published=f"2031-05-0{day}")
        for day, (text, outlet) in enumerate(zip(texts, outlets, strict=True), start=5)
    ]
    found = [point for point in compare(resolve(articles)).points if point.slot == "attribution"]
    assert len(found) == count
