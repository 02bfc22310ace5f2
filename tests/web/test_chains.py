"""Chains of places that go together, against trying all of them."""

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from rashomon.web.show.chains import chain

ANCHORS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9), st.integers(1, 9)), max_size=9)


def test_what_was_moved_elsewhere_is_left_out() -> None:
    assert chain([(0, 0, 5), (10, 80, 5), (20, 30, 9), (40, 50, 9)]) == [(0, 0), (20, 30), (40, 50)]


def test_nothing_gives_nothing() -> None:
    assert chain([]) == []


@given(ANCHORS)
def test_the_chain_is_the_heaviest_that_ascends(anchors) -> None:
    weights = {pair: max(w for a, b, w in anchors if (a, b) == pair) for pair in {a[:2] for a in anchors}}
    found = chain(anchors)
    assert _ascends(found)
    assert set(found) <= weights.keys()
    best = max(
        (
            sum(weights[p] for p in some)
            for n in range(len(weights) + 1)
            for some in combinations(sorted(weights), n)
            if _ascends(some)
        ),
        default=0,
    )
    assert sum(weights[pair] for pair in found) == best


def _ascends(pairs) -> bool:
    return all(a < c and b < d for (a, b), (c, d) in pairwise(pairs))
