"""Encoding: texts through a pinned model, one by one, some at a time, in order."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from rashomon import weights

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from onnxruntime import InferenceSession  # type: ignore[import-untyped]
    from tokenizers import Tokenizer

    Ids = NDArray[np.int64]
T = TypeVar("T")
TOKENIZER = "minilm.tokenizer.json"  # the models have one vocabulary
PIECES = 128  # longer texts are cut, to about 100 words: the sentence vectors were trained on so many pieces


class Model:
    """A model file of the package, loaded and checked at its first use (about 0.2 seconds).

    Texts run one by one, `threads` at a time: in a batch the 8-bit steps would be taken over all its
    texts, and what is said of one would depend on its neighbours. It costs a sixth of the speed.
    """

    def __init__(self, name: str, *, threads: int = 2) -> None:
        self.name = name
        self.threads = threads

    def available(self) -> bool:
        """Whether the model is installed."""
        return weights.available(self.name, TOKENIZER)

    def run(self, texts: Sequence[str], one: "Callable[[Ids], T]") -> list[T]:
        """Return what `one` makes of each text's pieces, in order.

        Raises WeightsError where the model is missing or is not the pinned one.
        """
        import numpy as np

        # half a surrogate pair, as damaged input can hold it, is no text to the tokenizer
        readable = [text.encode("utf-8", "replace").decode("utf-8") for text in texts]
        read = self._tokenizer.encode_batch_fast(readable)
        ids = [np.array([encoding.ids], dtype=np.int64) for encoding in read]
        # the longest first, so that no thread is left with a long text at the end
        order = sorted(range(len(texts)), key=lambda row: -ids[row].size)
        _ = self._session  # loaded before threads ask for it
        if self.threads == 1:
            found = {row: one(ids[row]) for row in order}
        else:
            with ThreadPoolExecutor(self.threads) as pool:
                found = dict(zip(order, pool.map(one, (ids[row] for row in order)), strict=True))
        return [found[row] for row in range(len(texts))]

    def output(self, ids: "Ids", name: str) -> "NDArray[np.float32]":
        """Return an output of the model for one text's pieces."""
        import numpy as np

        found = self._session.run([name], {"input_ids": ids, "attention_mask": np.ones_like(ids)})
        return np.asarray(found[0][0], dtype=np.float32)

    @cached_property
    def _session(self) -> "InferenceSession":
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        body = weights.read(self.name)
        return onnxruntime.InferenceSession(body, sess_options=options, providers=["CPUExecutionProvider"])

    @cached_property
    def _tokenizer(self) -> "Tokenizer":
        from tokenizers import Tokenizer

        tokenizer: Tokenizer = Tokenizer.from_str(weights.read(TOKENIZER).decode("utf-8"))
        tokenizer.enable_truncation(PIECES)
        return tokenizer
