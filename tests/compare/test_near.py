"""Near: what is likely one thing beyond the groups."""

from itertools import combinations
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from rashomon.compare.align.near import PAIR, echoed, near_sets


def test_a_claim_of_two_facts_is_near_to_the_group_of_the_other_fact() -> None:
    groups, articles = [(0, 2), (1, 3)], [0, 1, 1, 2]
    assert near_sets(groups, articles, {(0, 2): 0.9, (1, 3): 0.9, (0, 1): 0.8, (0, 3): 0.7}) == [(0, 1, 3)]


def test_partners_that_are_unlike_each_other_make_two_sets() -> None:
    groups, articles = [(0,), (1,), (2,)], [0, 1, 2]
    assert near_sets(groups, articles, {(0, 1): 0.8, (0, 2): 0.7}) == [(0, 1), (0, 2)]


def test_those_who_say_it_alike_stand_together_where_one_says_it_otherwise() -> None:
    groups, articles = [(0, 1), (2,)], [0, 1, 2]
    assert near_sets(groups, articles, {(0, 1): 0.9, (0, 2): 0.6, (1, 2): 0.52}) == [(0, 1, 2)]


def test_of_who_says_surely_the_same_as_one_of_a_set_less_is_asked() -> None:
    groups, articles = [(0, 1), (2,)], [0, 1, 2]
    assert near_sets(groups, articles, {(0, 1): 0.995, (0, 2): 0.9, (1, 2): 0.06}) == [(0, 1, 2)]
    assert near_sets(groups, articles, {(0, 1): 0.98, (0, 2): 0.9, (1, 2): 0.06}) == [(0, 2)]


def test_one_article_and_one_group_are_near_to_nothing() -> None:
    assert near_sets([(0, 1), (2,)], [0, 1, 0], {(0, 1): 0.9, (0, 2): 0.9}) == []


@given(
    st.lists(st.integers(0, 3), min_size=2, max_size=9),
    st.randoms(use_true_random=False),
)
def test_each_likely_pair_of_two_groups_and_articles_stands_in_a_set(
    articles: list[int], random: Random
) -> None:
    indices = range(len(articles))
    likelihood = {pair: round(random.random(), 3) for pair in combinations(indices, 2)}
    groups = [(index,) for index in indices]
    held = [set(each) for each in near_sets(groups, articles, likelihood)]
    for (left, right), value in likelihood.items():
        if value >= PAIR and articles[left] != articles[right]:
            assert any({left, right} <= each for each in held)
    assert all(len({articles[index] for index in each}) > 1 for each in held)


def test_a_claim_that_another_article_as_good_as_tells_is_not_told_by_one_alone() -> None:
    groups, articles, likelihood = (
        [(0,), (1,), (2, 3)],
        [0, 1, 2, 2],
        {(0, 1): 0.95, (0, 2): 0.6, (1, 2): 0.6},
    )
    near = near_sets(groups, articles, likelihood)
    assert echoed(groups, near, articles, likelihood, alone=lambda index, near: False) == {0, 1}
    assert echoed(groups, near, articles, likelihood, alone=lambda index, near: index in groups[0]) == {1}
