"""Word pieces: what each piece of a text means where it stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from rashomon.link.encoding import Model

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ids = NDArray[np.int64]
MODEL, LEVELS = "e5.onnx", "e5.levels"
WIDTH = 384
TOGETHER = 8  # a seventh faster than one by one; more gain nothing
STEPS = 127  # a piece's unit vector is kept in so many steps: a byte a number, cosines right to .003


@dataclass(frozen=True, slots=True)
class Pieces:
    """A text's word pieces: `ids` in the vocabulary, and `states`, a row each: what it means where it stands.

    Rows are unit vectors times STEPS, in whole numbers: products are exact, and a row takes 384 bytes.
    """

    ids: "NDArray[np.int64]"
    states: "NDArray[np.int8]"


@cache
def reader() -> "Reader":
    """Return the process's reader: the model is read-only."""
    return Reader()


class Reader(Model):
    """Reads texts piece by piece (Wang et al. 2022, E5); the pieces of a text depend on it alone."""

    def __init__(self, *, threads: int = 2) -> None:
        super().__init__(MODEL, levels=LEVELS, together=TOGETHER, threads=threads)

    def read(self, texts: Sequence[str]) -> list[Pieces]:
        """Return each text's word pieces, in order.

        Raises WeightsError where the model is missing or is not the pinned one.
        """
        asked = sorted(set(texts))
        found = dict(zip(asked, self.run(asked, self._pieces), strict=True))
        return [found[text] for text in texts]

    def _pieces(self, ids: "Ids") -> list[Pieces]:
        """The pieces without the marks at both ends."""
        import numpy as np

        states = self.output(ids, "states")[:, 1:-1]
        unit = states / np.maximum(np.linalg.norm(states, axis=2, keepdims=True), 1e-9)
        rows = np.rint(unit * STEPS).astype(np.int8)
        return [Pieces(own, row) for own, row in zip(ids[:, 1:-1], rows, strict=True)]
