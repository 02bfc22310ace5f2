from dataclasses import replace
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


def test_files_are_counted_as_people_do_and_rows_may_come_in_any_order() -> None:
    unknown = [replace(article(f"i{n}"), file=f"a{n}.txt") for n in (10, 2)]
    assert sigla(unknown) == {"i10": "2", "i2": "1"}
    rows = [
        replace(article(id, "Dawn", "2031-03-12"), file=f"t.csv#{row}") for id, row in (("b", 1), ("a", 2))
    ]
    turned = [replace(row, file=f"t.csv#{3 - int(row.file[-1])}") for row in rows]
    assert sigla(rows) == sigla(turned)


@given(st.lists(st.one_of(st.none(), st.text(max_size=12)), max_size=12), st.randoms())
def test_signs_are_unique_and_the_same_in_any_order(outlets: list[str | None], random: Any) -> None:
    articles = [article(f"a{index}", outlet) for index, outlet in enumerate(outlets)]
    found = sigla(articles)
    assert len(set(found.values())) == len(articles)
    random.shuffle(articles)
    assert sigla(articles) == found
