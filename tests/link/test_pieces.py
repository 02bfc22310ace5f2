"""Graphs as arrays: their parts, what lies between groups, and how alike groups are."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from rashomon.link.clear import standing_groups
from rashomon.link.group import Linkage, connected
from rashomon.link.pieces import Between, components, gathered, scores

PAIRS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=40)
ODDS = st.dictionaries(
    st.tuples(st.integers(0, 9), st.integers(0, 9)), st.integers(-24, 48).map(lambda n: n / 8)
).map(lambda drawn: {(i, j): value for (i, j), value in drawn.items() if i < j})


def between(odds: dict[tuple[int, int], float]) -> Between:
    one, other = (np.array([pair[side] for pair in odds], np.int64) for side in (0, 1))
    return Between(one, other, np.array(list(odds.values()), np.float64), np.ones(len(odds), np.int64))


@given(PAIRS)
def test_components_are_those_of_the_graph(pairs: list[tuple[int, int]]) -> None:
    left, right = (np.array([pair[side] for pair in pairs], np.int64) for side in (0, 1))
    label = components(31, left, right)
    for members in connected(range(31), pairs):
        assert {int(label[item]) for item in members} == {min(members)}


@given(ODDS, st.lists(st.integers(0, 9), min_size=10, max_size=10), st.sampled_from([None, 4, 24]))
def test_groups_are_as_alike_as_each_pair_of_them_alone(
    odds: dict[tuple[int, int], float], drawn: list[int], enough: int | None
) -> None:
    group = np.array([min(i for i in range(10) if drawn[i] == label) for label in drawn])
    linkage = Linkage(-6.0, 0.5, 0.6, enough)
    found = gathered(group, between(odds))
    sizes = np.bincount(group, minlength=10)
    alike = scores(found, sizes, linkage)
    assert len(found.one) == len(
        {tuple(sorted((group[i], group[j]))) for i, j in odds if group[i] != group[j]}
    )
    for at, (one, other) in enumerate(zip(found.one.tolist(), found.other.tolist(), strict=True)):
        known = [v for (i, j), v in odds.items() if {group[i], group[j]} == {one, other}]
        assert one < other
        assert found.known[at] == len(known)
        assert alike[at] == linkage.score(sum(known), len(known), int(sizes[one]), int(sizes[other]))


def test_a_group_is_held_against_what_is_around_it_later() -> None:
    (alone,) = standing_groups(2, [(2.0, 0, 1)], least=1.0, clear=4.0)
    assert alone.members == (0, 1)
    assert alone.limit == -1.0
    assert alone.parts == ((0,), (1,))
