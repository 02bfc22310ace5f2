"""Products of matrices for the parser's networks, by the library that runs our own networks.

The library that comes with spaCy knows few processors and falls back on its slowest form for all others,
a sixth as fast; numpy's is half as fast, and takes a thread for each core. Each row of a product here
depends on that row alone, to the bit, whatever stands beside it.
"""

from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from onnxruntime import InferenceSession  # type: ignore[import-untyped]
    from thinc.api import NumpyOps

    Floats = NDArray[np.float32]
_FLOAT, _INTEGER = 1, 2  # of elements and of attributes, in the numbers of ONNX


def product(x: "Floats", y: "Floats") -> "Floats":
    """Return `x @ y.T`."""
    import numpy as np

    if not x.size or not y.size:
        return np.zeros((len(x), len(y)), np.float32)
    # one row alone would go another way, and end in other last bits
    rows = np.concatenate([x, x]) if len(x) == 1 else x
    found: Floats = _session().run(None, {"x": rows, "y": y})[0]
    return found[: len(x)]


@cache
def ops() -> "NumpyOps":
    """Return the operations that spaCy's models are loaded with: its own, but for products like `product`."""
    import numpy as np
    from thinc.api import NumpyOps

    class Products(NumpyOps):  # type: ignore[misc]
        """Operations of numpy, with another product."""

        def gemm(self, x: Any, y: Any, *, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:
            floats = x.dtype == np.float32 == y.dtype
            if trans1 or not trans2 or not floats:
                return super().gemm(x, y, out=out, trans1=trans1, trans2=trans2)
            found = product(x, y)
            if out is None:
                return found
            out[...] = found
            return out

    return Products()


@cache
def _session() -> "InferenceSession":
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(_graph(), sess_options=options, providers=["CPUExecutionProvider"])


def _graph() -> bytes:
    """A graph of one node, y = x w^T, as ONNX (protocol buffers) writes it down."""
    transposed = _text(1, "transB") + _number(3, 1) + _number(20, _INTEGER)
    node = _text(1, "x") + _text(1, "y") + _text(2, "xy") + _text(4, "Gemm") + _part(5, transposed)
    kind = _part(2, _part(1, _number(1, _FLOAT)))
    ends = [_part(place, _text(1, name) + kind) for place, name in ((11, "x"), (11, "y"), (12, "xy"))]
    graph = _part(1, node) + _text(2, "product") + b"".join(ends)
    return _number(1, 8) + _part(8, _number(2, 13)) + _part(7, graph)


def _number(field: int, value: int) -> bytes:
    key = field << 3
    return (bytes([key]) if key < 128 else bytes([key & 127 | 128, key >> 7])) + bytes([value])


def _part(field: int, body: bytes) -> bytes:
    return bytes([field << 3 | 2, len(body)]) + body


def _text(field: int, text: str) -> bytes:
    return _part(field, text.encode())
