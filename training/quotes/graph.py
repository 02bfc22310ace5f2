"""The tagger's network as an ONNX graph, its linear layers in 8 bits.

Weights have a scale a column; what they are multiplied with has one a row, that is a piece, found as the
network runs. So a piece's vector depends on no other's but through attention, and the processor's products
of whole numbers can be used, which one scale for 64 values keeps from working at their speed: a window of
480 pieces takes 40 milliseconds of a core, with those 66. One scale for a whole window cost 1.5 points of
content F1 on articles; this costs nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from onnx import helper

import vectors as source

LAYERS = 6
POSITIONS = 512
_MOST = 127  # a weight's largest level
_ITS_OWN = "com.microsoft"  # the operations that onnxruntime has beside those of ONNX


@dataclass(frozen=True, slots=True)
class Levels:
    """How values become whole numbers: so many levels to a row's largest, above `zero`.

    A row is never scaled up beyond what a largest value of `least` would be.
    """

    name: str
    count: int
    zero: int
    least: float


SIGNED = Levels("signed", 127, 128, 1e-9)
# what the activation lets through is never below -.17
POSITIVE = Levels("positive", 223, 32, 0.17 * 223 / 32)


class Network:
    """Collects the graph of one network from its weights."""

    def __init__(self, weights: source.Arrays) -> None:
        self.weights = weights
        self.graph = source.Graph()
        self.graph.const("along_row", np.array([-1], np.int64))
        for levels in (SIGNED, POSITIVE):
            self.graph.const(f"{levels.name}.step", np.float32(1 / levels.count))
            self.graph.const(f"{levels.name}.zero", np.uint8(levels.zero))
            self.graph.const(f"{levels.name}.least", np.float32(levels.least))

    def whole(self, heads: Sequence[str]) -> None:
        """Add all layers, and the heads as outputs of their names."""
        rows = list(range(len(self.weights["embeddings.word_embeddings.weight"])))
        x = source.embed(self.graph, self.weights, rows, positions=POSITIONS)
        for number in range(LAYERS):
            x = self.layer(x, f"encoder.layer.{number}")
        self.split(self.linear(x, heads), heads)

    def layer(self, x: str, name: str) -> str:
        """Add one encoder layer: attention and feed-forward, each added to its input and normalised."""
        op = self.graph.op
        parts = [f"{name}.attention.self.{part}" for part in ("query", "key", "value")]
        asked = self.split(self.linear(x, parts), parts)
        seen = op("MultiHeadAttention", *asked, num_heads=source.HEADS, domain=_ITS_OWN)
        out = self.linear(seen, [f"{name}.attention.output.dense"])
        x = source.norm(self.graph, op("Add", out, x), self.weights, f"{name}.attention.output.LayerNorm")
        inner = op("Gelu", self.linear(x, [f"{name}.intermediate.dense"]))
        out = self.linear(inner, [f"{name}.output.dense"], levels=POSITIVE)
        return source.norm(self.graph, op("Add", out, x), self.weights, f"{name}.output.LayerNorm")

    def split(self, x: str, names: Sequence[str]) -> list[str]:
        """Part what linear layers gave together; the parts have the layers' names."""
        widths = np.array([len(self.weights[f"{name}.bias"]) for name in names], np.int64)
        given = [x, self.graph.const(f"{names[0]}.widths", widths)]
        self.graph.nodes.append(helper.make_node("Split", given, list(names), axis=-1))
        return list(names)

    def linear(self, x: str, names: Sequence[str], *, levels: Levels = SIGNED) -> str:
        """Add linear layers of one input, side by side."""
        graph = self.graph
        weights = np.concatenate([self.weights[f"{name}.weight"].T for name in names], axis=1)
        rows, largest = self._rows(x, levels)
        scales = np.maximum(np.abs(weights).max(axis=0), 1e-9) / _MOST
        held = graph.const(f"{names[0]}.weight", np.rint(weights / scales).astype(np.int8))
        step, zero = f"{levels.name}.step", f"{levels.name}.zero"
        scale = graph.const(f"{names[0]}.scale", scales.astype(np.float32))
        product = graph.op("MatMulIntegerToFloat", rows, held, step, scale, zero, domain=_ITS_OWN)
        bias = np.concatenate([self.weights[f"{name}.bias"] for name in names])
        return graph.op("Add", graph.op("Mul", product, largest), graph.const(f"{names[0]}.bias", bias))

    def _rows(self, x: str, levels: Levels) -> tuple[str, str]:
        """Whole numbers for the rows of `x`, and what each row's largest value is."""
        op = self.graph.op
        sizes = x if levels is POSITIVE else op("Abs", x)
        largest = op("Max", op("ReduceMax", sizes, "along_row"), f"{levels.name}.least")
        step, zero = f"{levels.name}.step", f"{levels.name}.zero"
        return op("QuantizeLinear", op("Div", x, largest), step, zero), largest
