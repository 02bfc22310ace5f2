"""A network as an ONNX graph, its linear layers in whole numbers: the quote tagger's, the reader's.

Weights have a scale a column; what they are multiplied with has one a row, that is a piece, found as the
network runs. So a piece's vector depends on no other's but through attention, and the processor's products
of whole numbers can be used, which one scale for 64 values keeps from working at their speed: a window of
480 pieces takes 41 milliseconds of a core, with those 66. One scale for a whole window cost 1.5 points of
content F1 on articles; this costs nothing.

Both sides of a product are whole numbers above 0. With weights on either side of 0 onnxruntime takes a kernel
whose sums of two products are cut off at 16 bits on processors without VNNI: one label in seventeen of
random pieces was another there.
"""

from collections.abc import Sequence

import numpy as np
from onnx import helper

import vectors as source

LAYERS = 6
POSITIONS = 512
_MOST = 127  # the largest level of what weights are multiplied with
_ZERO = 128  # the level of nothing
_ITS_OWN = "com.microsoft"  # the operations that onnxruntime has beside those of ONNX


class Network:
    """Collects the graph of one network from its weights.

    The largest level of a matrix is `most`; so many values of a vocabulary row as `block` have one scale.
    `largest` tells how large the columns of a layer's input become, by the layer's name: where some are much
    larger than others they are made smaller, and their weights larger by the same.
    """

    most = 127
    block = source.BLOCK
    middle: tuple[str, ...] = ("nothing",)  # the level of nothing among weights, where it is not 0

    def __init__(self, weights: source.Arrays, largest: source.Arrays) -> None:
        self.weights = weights
        self.largest = largest
        self.graph = source.Graph()
        self.graph.const("along_row", np.array([-1], np.int64))
        self.graph.const("step", np.float32(1 / _MOST))
        self.graph.const("nothing", np.uint8(_ZERO))
        self.graph.const("least", np.float32(1e-9))

    def whole(self, heads: Sequence[str]) -> None:
        """Add all layers, and the heads as outputs of their names."""
        rows = list(range(len(self.weights["embeddings.word_embeddings.weight"])))
        x = self.encode(rows, positions=POSITIONS, layers=LAYERS)
        self.split(self.linear(x, heads), heads)

    def encode(self, rows: list[int], *, positions: int, layers: int) -> str:
        """Add the embedding, with these rows of the vocabulary, and the layers."""
        x = source.embed(self.graph, self.weights, rows, positions=positions, block=self.block)
        for number in range(layers):
            x = self.layer(x, f"encoder.layer.{number}")
        return x

    def hold(self, name: str, levels: np.ndarray) -> str:
        """Add a matrix of whole numbers, given as they stand on either side of 0."""
        return self.graph.const(name, (levels.astype(np.int16) + _ZERO).astype(np.uint8))

    def layer(self, x: str, name: str) -> str:
        """Add one encoder layer: attention and feed-forward, each added to its input and normalised."""
        op = self.graph.op
        parts = [f"{name}.attention.self.{part}" for part in ("query", "key", "value")]
        asked = self.split(self.linear(x, parts), parts)
        seen = op("MultiHeadAttention", *asked, num_heads=source.HEADS, domain=_ITS_OWN)
        out = self.linear(seen, [f"{name}.attention.output.dense"])
        x = source.norm(self.graph, op("Add", out, x), self.weights, f"{name}.attention.output.LayerNorm")
        inner = op("Gelu", self.linear(x, [f"{name}.intermediate.dense"]))
        out = self.linear(inner, [f"{name}.output.dense"])
        return source.norm(self.graph, op("Add", out, x), self.weights, f"{name}.output.LayerNorm")

    def split(self, x: str, names: Sequence[str]) -> list[str]:
        """Part what linear layers gave together; the parts have the layers' names."""
        widths = np.array([len(self.weights[f"{name}.bias"]) for name in names], np.int64)
        given = [x, self.graph.const(f"{names[0]}.widths", widths)]
        self.graph.nodes.append(helper.make_node("Split", given, list(names), axis=-1))
        return list(names)

    def linear(self, x: str, names: Sequence[str]) -> str:
        """Add linear layers of one input, side by side."""
        graph, first = self.graph, names[0]
        weights = np.concatenate([self.weights[f"{name}.weight"].T for name in names], axis=1)
        if first in self.largest:
            even = _even(self.largest[first], np.abs(weights).max(axis=1))
            weights = weights * even[:, None]
            x = graph.op("Mul", x, graph.const(f"{first}.even", (1 / even).astype(np.float32)))
        rows, largest = self._rows(x)
        scales = np.maximum(np.abs(weights).max(axis=0), 1e-9) / self.most
        held = self.hold(f"{first}.weight", np.rint(weights / scales).astype(np.int8))
        scale = graph.const(f"{first}.scale", scales.astype(np.float32))
        given = [rows, held, "step", scale, "nothing", *self.middle]
        product = graph.op("MatMulIntegerToFloat", *given, domain=_ITS_OWN)
        bias = np.concatenate([self.weights[f"{name}.bias"] for name in names])
        return graph.op("Add", graph.op("Mul", product, largest), graph.const(f"{first}.bias", bias))

    def _rows(self, x: str) -> tuple[str, str]:
        """Whole numbers for the rows of `x`, and what each row's largest value is."""
        op = self.graph.op
        largest = op("Max", op("ReduceMax", op("Abs", x), "along_row"), "least")
        return op("QuantizeLinear", op("Div", x, largest), "step", "nothing"), largest


def _even(inputs: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """By what to divide columns, so that their largest values and those of their weights are alike."""
    even = np.sqrt(np.maximum(inputs, 1e-6) / np.maximum(weights, 1e-6))
    found: np.ndarray = even / np.exp(np.log(even).mean())
    return found
