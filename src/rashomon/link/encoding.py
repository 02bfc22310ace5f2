"""Encoding: texts through a pinned model, one by one, some at a time, in order."""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from rashomon import weights
from rashomon.link.levels import unpack

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from onnxruntime import InferenceSession, OrtValue  # type: ignore[import-untyped]
    from tokenizers import Tokenizer

    Ids = NDArray[np.int64]
T = TypeVar("T")
TOKENIZER = "minilm.tokenizer.json"  # the models have one vocabulary
PIECES = 128  # longer texts are cut, to about 100 words: the sentence vectors were trained on so many pieces


class Model:
    """A model file of the package, loaded and checked at its first use (about 0.2 seconds).

    `levels` names a file of matrices that stand outside of it (`levels.py`). Texts run `threads` at a time,
    one by one where a model takes its 8-bit steps over all that it is given: what is said of one text would
    depend on its neighbours. Where each piece has steps of its own, as many as `together` of one length
    run at once, the same to the bit.
    """

    def __init__(self, name: str, *, levels: str = "", together: int = 1, threads: int = 2) -> None:
        self.name = name
        self.levels = levels
        self.together = together
        self.threads = threads

    def available(self) -> bool:
        """Whether the model is installed."""
        return weights.available(*filter(None, (self.name, self.levels)), TOKENIZER)

    def run(self, texts: Sequence[str], some: "Callable[[Ids], Iterable[T]]") -> list[T]:
        """Return what `some` makes of the texts' pieces, in order; it gets texts of one length, a row each.

        Raises WeightsError where the model is missing or is not the pinned one.
        """
        import numpy as np

        if not texts:
            return []
        # half a surrogate pair, as damaged input can hold it, is no text to the tokenizer
        readable = [text.encode("utf-8", "replace").decode("utf-8") for text in texts]
        ids = [encoding.ids for encoding in self._tokenizer.encode_batch_fast(readable)]
        batches = _batches([len(own) for own in ids], self.together)
        given = (np.array([ids[row] for row in rows], dtype=np.int64) for rows in batches)
        _ = self._session  # loaded before threads ask for it
        if self.threads == 1:
            made = [some(each) for each in given]
        else:
            with ThreadPoolExecutor(self.threads) as pool:
                made = list(pool.map(some, given))
        rows = (row for batch in batches for row in batch)
        found = dict(zip(rows, (one for each in made for one in each), strict=True))
        return [found[row] for row in range(len(texts))]

    def output(self, ids: "Ids", name: str) -> "NDArray[np.float32]":
        """Return an output of the model, a row a text."""
        import numpy as np

        (found,) = self._session.run([name], {"input_ids": ids, "attention_mask": np.ones_like(ids)})
        return np.asarray(found, dtype=np.float32)

    @cached_property
    def _session(self) -> "InferenceSession":
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        options.add_external_initializers(*self._matrices)
        body = weights.read(self.name)
        return onnxruntime.InferenceSession(body, sess_options=options, providers=["CPUExecutionProvider"])

    @cached_property
    def _matrices(self) -> "tuple[list[str], list[OrtValue]]":
        """The matrices outside of the file, and their names; the session may look at them while it lives."""
        from onnxruntime import OrtValue

        found = unpack(weights.read(self.levels)) if self.levels else []
        names = [f"levels.{number}" for number in range(len(found))]
        return names, [OrtValue.ortvalue_from_numpy(matrix) for matrix in found]

    @cached_property
    def _tokenizer(self) -> "Tokenizer":
        from tokenizers import Tokenizer

        tokenizer: Tokenizer = Tokenizer.from_str(weights.read(TOKENIZER).decode("utf-8"))
        tokenizer.enable_truncation(PIECES)
        return tokenizer


def _batches(lengths: Sequence[int], together: int) -> list[list[int]]:
    """Rows of one length, at most so many; the longest first, so that no thread ends with one."""
    found: list[list[int]] = []
    for row in sorted(range(len(lengths)), key=lambda row: -lengths[row]):
        if found and len(found[-1]) < together and lengths[found[-1][0]] == lengths[row]:
            found[-1].append(row)
        else:
            found.append([row])
    return found
