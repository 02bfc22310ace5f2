from math import log2

from hypothesis import given
from hypothesis import strategies as st

from rashomon.link.group import Linkage, average_link, connected, joints

Scores = dict[tuple[int, int], float]
APART = float("-inf")


def naive(
    count: int,
    scores: Scores,
    threshold: float,
    default: float,
    reserve: float,
    bonus: float,
    enough: int | None,
) -> list[tuple[int, ...]]:
    """The definition, written down: look at every pair of groups, merge the best, begin again."""
    groups = [[index] for index in range(count)]
    while True:
        ranked = []
        for a, left in enumerate(groups):
            for b in range(a + 1, len(groups)):
                keys = [(min(i, j), max(i, j)) for i in left for j in groups[b]]
                if any(key in scores for key in keys):
                    known = [scores[key] for key in keys if key in scores]
                    wanted = len(keys) if enough is None else min(len(keys), enough)
                    known += [default] * (wanted - len(known))
                    mean = sum(known) / len(known)
                    less, more = sorted((len(left), len(groups[b])))
                    most = more if enough is None else min(more, enough)
                    mean += bonus * log2(most) - reserve * log2(less)
                    ranked.append((-mean, min(left), min(groups[b]), a, b))
        if not ranked or -min(ranked)[0] < threshold:
            return [tuple(sorted(group)) for group in sorted(groups, key=min)]
        *_, a, b = min(ranked)
        groups[a] += groups.pop(b)
        groups.sort(key=min)


@st.composite
def scored(draw: st.DrawFn) -> tuple[int, Scores]:
    count = draw(st.integers(1, 7))
    pairs = [(i, j) for i in range(count) for j in range(i + 1, count)]
    # Sums of eighths are exact, so that the oracle and the heap see the same means.
    values = st.one_of(st.integers(-8, 8).map(lambda n: n / 8), st.just(APART))
    return count, {pair: draw(values) for pair in pairs if draw(st.booleans())}


@given(
    scored(),
    st.sampled_from([0.25, 0.5]),
    st.sampled_from([0.0, -0.25]),
    st.sampled_from([0.0, 0.125]),
    st.sampled_from([0.0, 0.0625]),
    st.sampled_from([None, 2, 4]),
)
def test_joints_agree_with_the_definition(
    case: tuple[int, Scores],
    least: float,
    default: float,
    reserve: float,
    bonus: float,
    enough: int | None,
) -> None:
    count, scores = case
    merges = joints(count, scores, down_to=least, linkage=Linkage(default, reserve, bonus, enough))
    members = {index: (index,) for index in range(count)}
    for _, keep, gone in merges:
        members[keep] += members.pop(gone)
    found = sorted(tuple(sorted(group)) for group in members.values())
    assert found == naive(count, scores, least, default, reserve, bonus, enough)
    if not (reserve or bonus or enough):
        assert found == average_link(count, scores, threshold=least, default=default)


def test_a_forbidden_pair_stays_apart_even_through_a_friend_of_both() -> None:
    scores = {(0, 1): 1.0, (1, 2): 1.0, (0, 2): APART}
    assert average_link(3, scores, threshold=0.5) == [(0, 1), (2,)]


def test_a_chain_is_not_one_group() -> None:
    chain = {(i, i + 1): 0.6 for i in range(5)}
    assert all(len(group) <= 2 for group in average_link(6, chain, threshold=0.5))


def test_connected_keeps_the_order_of_its_items() -> None:
    assert connected("cabd", [("a", "d"), ("c", "b")]) == [("c", "b"), ("a", "d")]


def test_a_large_group_does_not_swallow_what_hardly_resembles_it() -> None:
    # sixty of one event, and sixty others of which each is a little like one of them
    one = {(i, j): 6.0 for i in range(60) for j in range(i + 1, 60)}
    others = {(i, 60 + i): -4.5 for i in range(60)}
    merges = joints(120, one | others, down_to=-3.0, linkage=Linkage(-6.0, 0.5, 0.6, 24))
    assert len(list(merges)) == 59
