"""Levels: matrices of whole numbers, kept in 6 bits a number."""

from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

ZERO = 32  # what is added to a number, so that none is below 0


def unpack(body: bytes) -> "list[NDArray[np.int8]]":
    """Return the matrices, in order, of a file that holds them one after the other as numpy saves arrays.

    An array has three planes of bytes (3, rows / 4, columns): the first three quarters of the matrix's rows
    in their lower six bits, and in the upper two the last quarter, its lowest bits in the first plane.
    """
    import numpy as np

    file, found = BytesIO(body), []
    while file.tell() < len(body):
        planes: NDArray[np.uint8] = np.lib.format.read_array(file, allow_pickle=False)
        upper = planes >> 6
        last = upper[0] | upper[1] << 2 | upper[2] << 4
        quarters = np.concatenate([planes & 63, last[None]])
        found.append((quarters.reshape(-1, planes.shape[2]).view(np.int8) - ZERO).astype(np.int8))
    return found
