"""Partners: near renderings of two articles meet, others don't, and thousands of like ones stay few."""

from hypothesis import given
from hypothesis import strategies as st

from rashomon.compare.partners import beside, partners

WORDS = st.dictionaries(st.sampled_from("harbour bridge ferry tariff strike".split()), st.just(1.0))
RENDERED = st.lists(st.tuples(WORDS, st.sampled_from("abc")), max_size=12)


def test_renderings_of_two_articles_that_share_a_word_are_partners() -> None:
    told = [{"harbour": 2.0}, {"harbour": 2.0, "ferry": 1.0}, {"tariff": 1.0}]
    assert partners(told, ["a", "b", "b"]) == [(0, 1)]


def test_renderings_of_one_article_are_no_partners() -> None:
    assert partners([{"harbour": 2.0}, {"harbour": 2.0}], ["a", "a"]) == []


def test_the_nearest_are_kept_where_many_share_a_word() -> None:
    told = [{"harbour": 1.0, "ferry": 3.0}, *[{"harbour": 1.0}] * 20, {"harbour": 1.0, "ferry": 3.0}]
    found = partners(told, ["a", *["b"] * 21])
    assert (0, 21) in found
    assert len(found) == 8


def test_two_of_one_article_with_a_common_partner_stand_beside_each_other() -> None:
    assert beside([(0, 1), (0, 2), (0, 3)], ["a", "b", "b", "c"]) == [(1, 2)]


@given(RENDERED)
def test_partners_are_ordered_pairs_of_two_articles_that_share_a_word(
    rendered: list[tuple[dict[str, float], str]],
) -> None:
    found = partners([rarity for rarity, _ in rendered], [article for _, article in rendered])
    assert found == sorted(set(found))
    for left, right in found:
        assert left < right
        assert rendered[left][1] != rendered[right][1]
        assert rendered[left][0].keys() & rendered[right][0].keys()


def test_thousands_of_like_renderings_give_few_pairs() -> None:
    told = [{f"bridge {number}": 5.0, f"days {number % 9}": 1.0} for number in range(4000)] * 2
    articles = ["a"] * 4000 + ["b"] * 4000
    assert partners(told, articles) == [(number, number + 4000) for number in range(4000)]
