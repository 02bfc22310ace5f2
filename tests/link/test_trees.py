import json
from math import isclose, nan

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.link.trees import Trees

# two trees of depth 2 over (alike, gap): a value up to the cut goes to the first child
TEXT = json.dumps(
    {
        "names": ["alike", "gap"],
        "depth": 2,
        "bias": -1.0,
        "trees": [
            [[0, 1, 1], [0.5, 3.0, 7.0], [0, 1, 0], [0.5, -0.5, 1.5, 0.0, -1.0, 2.0, 1.0]],
            [[1, 0, 0], [1.0, 0.2, 0.2], [1, 0, 0], [0.0, 0.1, -0.1, -0.2, 0.4, -0.3, 0.1]],
        ],
    }
)


@pytest.mark.parametrize(
    ("row", "odds"),
    [
        ((0.9, 0.0), -1.0 + 2.0 + 0.4),
        ((0.9, 9.0), -1.0 + 1.0 + 0.1),
        ((0.1, 9.0), -1.0 - 1.0 - 0.3),
        ((0.1, nan), -1.0 + 0.0 - 0.2),
        ((nan, 0.5), -1.0 + 2.0 + 0.4),
    ],
)
def test_a_row_takes_its_way_down_each_tree(row: tuple[float, float], odds: float) -> None:
    assert isclose(Trees.read(TEXT).odds(np.array([row]))[0], odds)


VALUES = st.one_of(st.floats(0, 1), st.just(nan))


@given(st.lists(st.tuples(VALUES, VALUES), min_size=1, max_size=20))
def test_what_the_features_add_makes_up_the_odds(rows: list[tuple[float, float]]) -> None:
    trees = Trees.read(TEXT)
    middle = trees.bias + float(trees.values[:, 0].sum())
    for row, odds in zip(rows, trees.odds(np.array(rows)), strict=True):
        assert isclose(middle + sum(trees.shares(row)), odds, abs_tol=1e-3)


def test_trees_of_other_features_are_refused() -> None:
    with pytest.raises(ValueError, match="other features: run training"):
        Trees.shipped("rashomon.group", "pairs.json", names=["gap"], recipe="training/grouping.py")
