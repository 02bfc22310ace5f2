"""Products: right, and each row the same to the bit whatever stands beside it."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.annotate.products import ops, product

SHAPES = ((576, 288), (288, 288), (96, 50), (96, 1024), (64, 74))  # those of the parser's networks


def some(rows: int, columns: int, seed: int) -> np.ndarray:
    return np.random.default_rng(seed).normal(size=(rows, columns)).astype(np.float32)


@pytest.mark.parametrize(("deep", "wide"), SHAPES)
def test_a_product_is_that_of_numpy(deep: int, wide: int) -> None:
    x, y = some(40, deep, 1), some(wide, deep, 2)
    assert np.allclose(product(x, y), x @ y.T, atol=1e-3)
    assert product(x[:0], y).shape == (0, wide)


@settings(max_examples=60)
@given(st.sampled_from(SHAPES), st.lists(st.integers(0, 199), min_size=1, max_size=300))
def test_a_row_does_not_depend_on_its_neighbours(shape: tuple[int, int], rows: list[int]) -> None:
    x, y = some(200, shape[0], 3), some(shape[1], shape[0], 4)
    assert product(x[rows], y).tobytes() == product(x, y)[rows].tobytes()


def test_models_get_the_product_into_an_array_of_theirs() -> None:
    x, y, held = some(5, 8, 5), some(3, 8, 6), np.zeros((6, 3), np.float32)
    assert ops().gemm(x, y, trans2=True, out=held[1:]) is not None
    assert held[1:].tobytes() == product(x, y).tobytes()
    assert np.allclose(ops().gemm(x, y.T.copy()), product(x, y), atol=1e-5)
