from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model import Article, OffsetMap
from rashomon.tell.sigla import sigla


def article(id: str, outlet: str | None = None, published: str | None = None) -> Article:
    return Article(
        id=id, file=f"{id}.txt", text="x", raw="x", offsets=OffsetMap(), outlet=outlet, published=published
    )


@pytest.mark.parametrize(
    ("outlets", "signs"),
    [
        (["The Halden Courier"], ["HC"]),
        (["Dawn", "Dusk"], ["Da", "Du"]),
        (["Coastal Times", "City Tribune"], ["CoT", "CiT"]),
        ([None, None], ["1", "2"]),
        (["Veld Today", None], ["VT", "1"]),
        (["Same", "Same"], ["S1", "S2"]),
        (["123"], ["X"]),
    ],
)
def test_signs(outlets: list[str | None], signs: list[str]) -> None:
    articles = [article(f"a{index}", outlet) for index, outlet in enumerate(outlets)]
    assert list(sigla(articles).values()) == signs


def test_an_outlets_articles_are_numbered_by_date() -> None:
    later, earlier = article("a", "Dawn", "2031-03-12"), article("b", "Dawn", "2031-03-11")
    assert sigla([later, earlier]) == {"a": "D2", "b": "D1"}


@given(st.lists(st.one_of(st.none(), st.text(max_size=12)), max_size=12), st.randoms())
def test_signs_are_unique_and_the_same_in_any_order(outlets: list[str | None], random: Any) -> None:
    articles = [article(f"a{index}", outlet) for index, outlet in enumerate(outlets)]
    found = sigla(articles)
    assert len(set(found.values())) == len(articles)
    random.shuffle(articles)
    assert sigla(articles) == found
