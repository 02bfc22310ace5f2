"""Sentence vectors: texts of like meaning get vectors of high cosine, and so do their word pieces."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING, TypeVar

from rashomon import weights

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from onnxruntime import InferenceSession  # type: ignore[import-untyped]
    from tokenizers import Tokenizer

    Ids = NDArray[np.int64]
T = TypeVar("T")
MODEL, TOKENIZER = "minilm.onnx", "minilm.tokenizer.json"
WIDTH = 384
REMEMBERED = 8192  # vectors kept, 12 MB: a story's sentences are asked for by several comparisons
STEPS = 127  # a piece's unit vector is kept in so many steps: a byte a number, cosines right to .003
PIECES = 128  # longer texts are cut: the model was trained on 128 pieces, about 100 words


def available() -> bool:
    """Whether the model is installed; without it, wording alone has to link."""
    return weights.available(MODEL, TOKENIZER)


@dataclass(frozen=True, slots=True)
class Pieces:
    """A text's word pieces: `ids` in the vocabulary, and `states`, a row each: what it means where it stands.

    Rows are unit vectors times STEPS, in whole numbers: products are exact, and a row takes 384 bytes.
    """

    ids: "NDArray[np.int64]"
    states: "NDArray[np.int8]"


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
        self._known.update(zip(fresh, self._run(fresh, self._vector), strict=True))
        for row, text in enumerate(texts):
            vectors[row] = self._known[text]
        return vectors

    def pieces(self, texts: Sequence[str]) -> list[Pieces]:
        """Return each text's word pieces, in order; those of a text depend on it alone.

        The texts' vectors are remembered on the way, so that `encode` has them for nothing.
        Raises WeightsError as `encode` does.
        """
        asked = sorted(set(texts))
        if len(self._known) + len(asked) > REMEMBERED:
            self._known.clear()
        found = dict(zip(asked, self._run(asked, self._whole), strict=True))
        self._known |= {text: vector for text, (vector, _) in found.items()}
        return [found[text][1] for text in texts]

    def _run(self, texts: Sequence[str], run: "Callable[[Ids], T]") -> list[T]:
        """Put the texts through the model, in order."""
        import numpy as np

        # half a surrogate pair, as damaged input can hold it, is no text to the tokenizer
        readable = [text.encode("utf-8", "replace").decode("utf-8") for text in texts]
        read = self._tokenizer.encode_batch_fast(readable)
        ids = [np.array([encoding.ids], dtype=np.int64) for encoding in read]
        # the longest first, so that no thread is left with a long text at the end
        order = sorted(range(len(texts)), key=lambda row: -ids[row].size)
        _ = self._session  # loaded before threads ask for it
        if self.threads == 1:
            found = {row: run(ids[row]) for row in order}
        else:
            with ThreadPoolExecutor(self.threads) as pool:
                found = dict(zip(order, pool.map(run, (ids[row] for row in order)), strict=True))
        return [found[row] for row in range(len(texts))]

    def _vector(self, ids: "Ids") -> "NDArray[np.float32]":
        return self._asked(ids, "vectors")[0]

    def _whole(self, ids: "Ids") -> "tuple[NDArray[np.float32], Pieces]":
        """The vector and the pieces, without the marks at both ends."""
        import numpy as np

        vector, states = self._asked(ids, "vectors", "states")
        states = states[1:-1]
        unit = states / np.maximum(np.linalg.norm(states, axis=1, keepdims=True), 1e-9)
        return vector, Pieces(ids[0, 1:-1], np.rint(unit * STEPS).astype(np.int8))

    def _asked(self, ids: "Ids", *outputs: str) -> "list[NDArray[np.float32]]":
        import numpy as np

        found = self._session.run([*outputs], {"input_ids": ids, "attention_mask": np.ones_like(ids)})
        return [np.asarray(each[0], dtype=np.float32) for each in found]

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
