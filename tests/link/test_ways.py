"""The leaf that a row reaches is the one at the end of its way down the tree."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.link.ways import ways

VALUES = st.sampled_from([-1.0, 0.0, 0.25, 0.5, 3.0, float("nan")])


def walked(
    features: np.ndarray, cuts: np.ndarray, missing: np.ndarray, depth: int, row: list[float]
) -> list[int]:
    """Go down each tree: a value up to the cut, or a missing one that is said to, takes the first child."""
    leaves = []
    for tree in range(len(features)):
        node = 0
        for _ in range(depth):
            value = row[features[tree, node]]
            first = missing[tree, node] if np.isnan(value) else value <= cuts[tree, node]
            node = 2 * node + (1 if first else 2)
        leaves.append(node)
    return leaves


@pytest.mark.parametrize("depth", [1, 2, 4, 5, 6])
@given(
    rows=st.lists(st.lists(VALUES, min_size=3, max_size=3), min_size=1, max_size=5), seed=st.integers(0, 99)
)
def test_rows_reach_the_leaves_that_walking_does(depth: int, rows: list[list[float]], seed: int) -> None:
    random, inner = np.random.default_rng(seed), 2**depth - 1
    features = random.integers(0, 2, (4, inner))  # no tree asks for the third
    cuts = random.choice([-1.0, 0.25, 0.5], (4, inner))
    missing = random.random((4, inner)) < 0.5
    found = ways(features, cuts, missing, depth=depth, count=3).leaves(np.array(rows))
    assert found.tolist() == [walked(features, cuts, missing, depth, row) for row in rows]
