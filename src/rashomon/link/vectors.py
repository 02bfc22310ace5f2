"""Sentence vectors: texts of like meaning get vectors of high cosine."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from typing import TYPE_CHECKING

from rashomon import weights

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from onnxruntime import InferenceSession  # type: ignore[import-untyped]
    from tokenizers import Tokenizer

MODEL, TOKENIZER = "minilm.onnx", "minilm.tokenizer.json"
WIDTH = 384
PIECES = 128  # longer texts are cut: the model was trained on 128 pieces, about 100 words


def available() -> bool:
    """Whether the model is installed; without it, wording alone has to link."""
    return weights.available(MODEL, TOKENIZER)


class Encoder:
    """The sentence model, loaded and checked at its first use (about 0.2 seconds).

    Texts run one by one, `threads` at a time: in a batch the 8-bit steps would be taken over all its
    texts, and a vector would depend on its neighbours. It costs a sixth of the speed.
    """

    def __init__(self, *, threads: int = 2) -> None:
        self._threads = threads

    def encode(self, texts: Sequence[str]) -> "NDArray[np.float32]":
        """Return one unit vector a text, as float32 rows (len(texts), 384).

        A text's vector depends on that text alone. Raises WeightsError where the model is missing or
        is not the pinned one.
        """
        import numpy as np

        vectors = np.zeros((len(texts), WIDTH), dtype=np.float32)
        if not texts:
            return vectors
        unique = sorted(set(texts))
        # half a surrogate pair, as damaged input can hold it, is no text to the tokenizer
        readable = [text.encode("utf-8", "replace").decode("utf-8") for text in unique]
        pieces = [encoding.ids for encoding in self._tokenizer.encode_batch_fast(readable)]
        # the longest first, so that no thread is left with a long text at the end
        order = sorted(range(len(unique)), key=lambda row: -len(pieces[row]))
        session = self._session

        def run(row: int) -> "NDArray[np.float32]":
            ids = np.array([pieces[row]], dtype=np.int64)
            (vector,) = session.run(["vectors"], {"input_ids": ids, "attention_mask": np.ones_like(ids)})
            return np.asarray(vector[0], dtype=np.float32)

        with ThreadPoolExecutor(self._threads) as pool:
            found = dict(zip((unique[row] for row in order), pool.map(run, order), strict=True))
        for row, text in enumerate(texts):
            vectors[row] = found[text]
        return vectors

    @cached_property
    def _session(self) -> "InferenceSession":
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        body = weights.read(MODEL)
        return onnxruntime.InferenceSession(body, sess_options=options, providers=["CPUExecutionProvider"])

    @cached_property
    def _tokenizer(self) -> "Tokenizer":
        from tokenizers import Tokenizer

        tokenizer: Tokenizer = Tokenizer.from_str(weights.read(TOKENIZER).decode("utf-8"))
        tokenizer.enable_truncation(PIECES)
        return tokenizer
