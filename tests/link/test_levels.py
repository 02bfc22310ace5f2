import io

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from rashomon import weights
from rashomon.link.levels import unpack
from rashomon.link.wordpieces import LEVELS


def packed(matrix: np.ndarray) -> bytes:
    """The matrix in 6 bits a number, bit by bit."""
    rows = len(matrix) // 4
    planes = np.zeros((3, rows, matrix.shape[1]), np.uint8)
    for row, column in np.ndindex(*matrix.shape):
        level, quarter, at = int(matrix[row, column]) + 32, row // rows, row % rows
        if quarter < 3:
            planes[quarter, at, column] += level
        else:
            for plane in range(3):
                planes[plane, at, column] += (level >> (2 * plane)) % 4 * 64
    file = io.BytesIO()
    np.save(file, planes)
    return file.getvalue()


shapes = st.tuples(st.integers(1, 3).map(lambda n: 4 * n), st.integers(1, 5))


@given(st.lists(shapes.flatmap(lambda shape: arrays(np.int8, shape, elements=st.integers(-32, 31)))))
def test_what_was_packed_comes_back_in_its_order(matrices: list[np.ndarray]) -> None:
    found = unpack(b"".join(packed(matrix) for matrix in matrices))
    assert len(found) == len(matrices)
    for given_matrix, back in zip(matrices, found, strict=True):
        assert back.dtype == np.int8
        assert (back == given_matrix).all()


def test_the_readers_matrices_use_all_their_levels_and_no_more() -> None:
    found = unpack(weights.read(LEVELS))
    assert len(found) == 12 * 4
    for matrix in found:
        # each column's largest value is what its scale was taken from
        assert set(np.abs(matrix.astype(int)).max(axis=0).tolist()) == {31}
