"""Groups made piece by piece are those of the whole, once no pair of groups could have come together."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from rashomon.link.clear import standing_groups
from rashomon.link.group import Linkage, connected, joints
from rashomon.link.pieces import components, together

Scores = dict[tuple[int, int], float]
LINKAGE = Linkage(-6.0, 0.5, 0.75, 4)
LEAST, CLEAR = 1.0, 4.0
# a few values, so that chance brings groups to the edge of merging
SCORES = st.dictionaries(
    st.tuples(st.integers(0, 11), st.integers(0, 11)), st.sampled_from([-4.0, -1.0, 0.25, 0.75, 1.25, 3.0])
).map(lambda drawn: {(i, j): value for (i, j), value in drawn.items() if i < j})


def standing(members: list[int], scores: Scores) -> list[tuple[int, ...]]:
    place = {item: at for at, item in enumerate(members)}
    own = {(place[i], place[j]): value for (i, j), value in scores.items() if i in place and j in place}
    merges = joints(len(members), own, down_to=LEAST, linkage=LINKAGE)
    found = standing_groups(len(members), merges, least=LEAST, clear=CLEAR)
    return sorted(tuple(members[i] for i in each.members) for each in found)


@given(SCORES)
def test_pieces_give_the_groups_of_the_whole(scores: Scores) -> None:
    left, right = (np.array([pair[side] for pair in scores], np.int64) for side in (0, 1))
    values = np.array(list(scores.values()), np.float64)
    piece = components(12, left[values >= LEAST], right[values >= LEAST])
    while True:
        parts = [np.flatnonzero(piece == label).tolist() for label in np.unique(piece)]
        found = sorted(group for part in parts for group in standing(part, scores))
        group = np.zeros(12, np.int64)
        for members in found:
            group[list(members)] = members[0]
        one, other = together(group, left, right, values, linkage=LINKAGE, least=LEAST)
        apart = piece[one] != piece[other]
        if not apart.any():
            break
        piece = components(12, piece[one[apart]], piece[other[apart]])[piece]
    assert found == standing(list(range(12)), scores)


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=40))
def test_components_are_those_of_the_graph(pairs: list[tuple[int, int]]) -> None:
    left, right = (np.array([pair[side] for pair in pairs], np.int64) for side in (0, 1))
    label = components(31, left, right)
    for members in connected(range(31), pairs):
        assert {int(label[item]) for item in members} == {min(members)}


def test_a_group_is_held_against_what_is_around_it_later() -> None:
    (alone,) = standing_groups(2, [(2.0, 0, 1)], least=LEAST, clear=CLEAR)
    assert alone.members == (0, 1)
    assert alone.limit == -1.0
    assert alone.parts == ((0,), (1,))
