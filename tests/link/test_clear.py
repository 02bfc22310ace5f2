"""A group that stands alone may be less sure of itself than one among its like."""

from hypothesis import given
from hypothesis import strategies as st

from rashomon.link.clear import clear_groups
from rashomon.link.group import Joint, Linkage, joints


def clear(count: int, merges: list[Joint]) -> list[tuple[int, ...]]:
    return clear_groups(count, merges, least=1.0, clear=4.0, floor=-3.0)


def test_a_pair_alone_stands_and_one_among_its_like_does_not() -> None:
    assert clear(2, [(1.0, 0, 1)]) == [(0, 1)]
    assert clear(3, [(1.0, 0, 1), (0.5, 0, 2)]) == [(0,), (1,), (2,)]


def test_a_pair_that_is_sure_of_itself_stands_among_its_like() -> None:
    assert clear(3, [(5.0, 0, 1), (0.9, 0, 2)]) == [(0, 1), (2,)]


def test_the_larger_group_goes_before_its_parts() -> None:
    assert clear(4, [(6.0, 0, 1), (5.0, 2, 3), (1.5, 0, 2)]) == [(0, 1, 2, 3)]


def test_a_merge_that_became_likely_only_by_an_unlikely_one_does_not_count() -> None:
    assert clear(3, [(-2.0, 0, 1), (6.0, 0, 2)]) == [(0,), (1,), (2,)]


@given(
    st.integers(1, 8),
    st.dictionaries(
        st.tuples(st.integers(0, 7), st.integers(0, 7)), st.integers(-24, 48).map(lambda n: n / 8)
    ),
)
def test_each_item_is_in_one_group(count: int, drawn: dict[tuple[int, int], float]) -> None:
    scores = {(i, j): value for (i, j), value in drawn.items() if i < j < count}
    found = clear(count, list(joints(count, scores, down_to=-3.0, linkage=Linkage(-6.0))))
    assert sorted(item for group in found for item in group) == list(range(count))
