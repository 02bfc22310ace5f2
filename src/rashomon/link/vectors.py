"""Sentence vectors: texts of like meaning get vectors of high cosine."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache, cached_property
from typing import TYPE_CHECKING

from rashomon import weights

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from onnxruntime import InferenceSession  # type: ignore[import-untyped]
    from tokenizers import Tokenizer

MODEL, TOKENIZER = "minilm.onnx", "minilm.tokenizer.json"
WIDTH = 384
REMEMBERED = 8192  # vectors kept, 12 MB: a story's sentences are asked for by several comparisons
PIECES = 128  # longer texts are cut: the model was trained on 128 pieces, about 100 words


def available() -> bool:
    """Whether the model is installed; without it, wording alone has to link."""
    return weights.available(MODEL, TOKENIZER)


@cache
def encoder() -> "Encoder":
    """Return the process's encoder: the model is read-only and costs 0.2 seconds to load."""
    return Encoder()


class Encoder:
    """The sentence model, loaded and checked at its first use (about 0.2 seconds).

    Texts run one by one, `threads` at a time: in a batch the 8-bit steps would be taken over all its
    texts, and a vector would depend on its neighbours. It costs a sixth of the speed.
    """

    def __init__(self, *, threads: int = 2) -> None:
        self.threads = threads
        self._known: dict[str, NDArray[np.float32]] = {}

    def encode(self, texts: Sequence[str]) -> "NDArray[np.float32]":
        """Return one unit vector a text, as float32 rows (len(texts), 384).

        A text's vector depends on that text alone. Raises WeightsError where the model is missing or
        is not the pinned one.
        """
        import numpy as np

        vectors = np.zeros((len(texts), WIDTH), dtype=np.float32)
        if not texts:
            return vectors
        fresh = sorted(set(texts) - self._known.keys())
        if len(self._known) + len(fresh) > REMEMBERED:
            self._known.clear()
            fresh = sorted(set(texts))
        self._known.update(zip(fresh, self._run(fresh), strict=True))
        for row, text in enumerate(texts):
            vectors[row] = self._known[text]
        return vectors

    def _run(self, texts: Sequence[str]) -> "list[NDArray[np.float32]]":
        """Put the texts through the model, in order."""
        import numpy as np

        # half a surrogate pair, as damaged input can hold it, is no text to the tokenizer
        readable = [text.encode("utf-8", "replace").decode("utf-8") for text in texts]
        pieces = [encoding.ids for encoding in self._tokenizer.encode_batch_fast(readable)]
        session = self._session

        def run(row: int) -> "NDArray[np.float32]":
            ids = np.array([pieces[row]], dtype=np.int64)
            (vector,) = session.run(["vectors"], {"input_ids": ids, "attention_mask": np.ones_like(ids)})
            return np.asarray(vector[0], dtype=np.float32)

        # the longest first, so that no thread is left with a long text at the end
        order = sorted(range(len(texts)), key=lambda row: -len(pieces[row]))
        if self.threads == 1:
            found = {row: run(row) for row in order}
        else:
            with ThreadPoolExecutor(self.threads) as pool:
                found = dict(zip(order, pool.map(run, order), strict=True))
        return [found[row] for row in range(len(texts))]

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
