"""The trained network behind the tagger, loaded once: scores and linking vectors of a text's words."""

import json
from functools import cache
from typing import TYPE_CHECKING

from rashomon import weights
from rashomon.annotate.quotes.tagger.links import Tables
from rashomon.annotate.quotes.tagger.windows import Window, assemble, windows
from rashomon.annotate.quotes.tagger.words import TOKENIZER, Words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from onnxruntime import InferenceSession  # type: ignore[import-untyped]

MODEL = "quotes.onnx"
CORE, CONTEXT = (
    400,
    40,
)  # pieces tagged at once, and read beside them; best of four on articles kept from training


def available() -> bool:
    """Whether the model is installed; without it the rules alone find quotes."""
    return weights.available(MODEL, TOKENIZER)


@cache
def network() -> "Network":
    """Return the process's network: it is read-only and costs 0.2 seconds to load."""
    return Network()


class Network:
    """The model's session and tables; may be used by several threads at once.

    Windows run one by one: they differ in length, and in a batch the shorter would be filled up.
    """

    def __init__(self) -> None:
        import numpy as np
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session: InferenceSession = onnxruntime.InferenceSession(
            weights.read(MODEL), sess_options=options, providers=["CPUExecutionProvider"]
        )
        tables = json.loads(self._session.get_modelmeta().custom_metadata_map["tables"])
        self.transitions: NDArray[np.float32] = np.array(tables["chain"], np.float32)
        self.linking = Tables(
            np.array(tables["place"], np.float32),
            np.array(tables["alone"] + tables["alone_bias"], np.float32),
            np.array(tables["sourceless"] + tables["sourceless_bias"], np.float32),
        )

    def read(self, text: str, words: Words) -> "tuple[NDArray[np.float32], NDArray[np.float32]]":
        """Return label scores and linking vectors, a row a word."""
        import numpy as np

        def run(window: Window) -> "tuple[NDArray[np.float32], NDArray[np.float32]]":
            ids, places = assemble(words, window.begin, window.end)
            inputs = {"input_ids": np.array([ids], np.int64)}
            scores, vectors = self._session.run(["emit", "links"], inputs)
            kept = places[window.first - window.begin : window.last - window.begin]
            return scores[0][kept], vectors[0][kept]

        found = [run(window) for window in windows(text, words, core=CORE, context=CONTEXT)]
        return np.concatenate([a for a, _ in found]), np.concatenate([b for _, b in found])
