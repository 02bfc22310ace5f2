"""Sentence vectors: texts of like meaning get vectors of high cosine."""

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from rashomon.link.encoding import Model

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ids = NDArray[np.int64]
MODEL = "minilm.onnx"
WIDTH = 384
REMEMBERED = 8192  # vectors kept, 12 MB: a story's sentences are asked for by several comparisons


def available() -> bool:
    """Whether the model is installed; without it, wording alone has to link."""
    return encoder().available()


@cache
def encoder() -> "Encoder":
    """Return the process's encoder: the model is read-only and costs 0.2 seconds to load."""
    return Encoder()


class Encoder(Model):
    """The sentence model; a text's vector depends on that text alone."""

    def __init__(self, *, threads: int = 2) -> None:
        super().__init__(MODEL, threads=threads)
        self._known: dict[str, NDArray[np.float32]] = {}

    def encode(self, texts: Sequence[str]) -> "NDArray[np.float32]":
        """Return one unit vector a text, as float32 rows (len(texts), 384).

        Raises WeightsError where the model is missing or is not the pinned one.
        """
        import numpy as np

        vectors = np.zeros((len(texts), WIDTH), dtype=np.float32)
        fresh = sorted(set(texts) - self._known.keys())
        if len(self._known) + len(fresh) > REMEMBERED:
            self._known.clear()
            fresh = sorted(set(texts))
        self._known.update(zip(fresh, self.run(fresh, self._vectors), strict=True))
        for row, text in enumerate(texts):
            vectors[row] = self._known[text]
        return vectors

    def _vectors(self, ids: "Ids") -> "NDArray[np.float32]":
        return self.output(ids, "vectors")
