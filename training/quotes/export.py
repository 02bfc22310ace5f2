"""Write a checkpoint of the quote tagger as a small ONNX file.

    python training/quotes/export.py CHECKPOINT [--out src/rashomon/weights] [--float FILE] [--pin]

The graph is that of the sentence vectors (`training/vectors.py`) with the tagger's heads: scores of the
labels and four vectors for the linking, each a piece. The chain's transitions and the linking's tables,
a few hundred numbers, stand in the file's metadata. --pin puts the file's sha256 where the package pins it.
"""

import argparse
import hashlib
import json
import logging
import re
import sys
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import helper
from onnxruntime.quantization.matmul_nbits_quantizer import DefaultWeightOnlyQuantConfig, MatMulNBitsQuantizer

sys.path.append(str(Path(__file__).resolve().parents[1]))
import vectors as source
from quotes.data import FIRST
from quotes.model import FAR, LINK

NAME = "quotes"
POSITIONS = 512
LAYERS = 6
# Taken off the chain's score of a content's first word: the network finds a few too many. Set on the articles
# kept for choices, where exact F1 of contents rose by .003 in paragraphs and in articles; flat from .2 to .6.
CAUTION = 0.3


def arrays(checkpoint: Path) -> dict[str, np.ndarray]:
    """Read the checkpoint's weights by the names of the open ones."""
    weights = {k: v.numpy() for k, v in torch.load(checkpoint, weights_only=True).items()}
    width = weights["emit.weight"].shape[1]
    weights["embeddings.token_type_embeddings.weight"] = np.zeros((1, width), np.float32)
    halves = [
        weights[f"{name}.weight"][:, at : at + width] for name in ("as_part", "as_cue") for at in (0, width)
    ]
    weights["links.weight"] = np.concatenate(halves)
    nothing = np.zeros(LINK, np.float32)
    biases = [weights["as_part.bias"], nothing, weights["as_cue.bias"], nothing]
    weights["links.bias"] = np.concatenate(biases)
    return weights


def build(weights: dict[str, np.ndarray]) -> onnx.ModelProto:
    """Return the graph, from pieces to label scores and linking vectors."""
    graph = source.Graph()
    graph.const("split", np.array([0, 0, source.HEADS, source.WIDTH // source.HEADS], np.int64))
    graph.const("root", np.float32((source.WIDTH // source.HEADS) ** -0.5))
    rows = list(range(len(weights["embeddings.word_embeddings.weight"])))
    x = source.embed(graph, weights, rows, positions=POSITIONS)
    for number in range(LAYERS):
        x = source.layer(graph, x, "", weights, f"encoder.layer.{number}")
    for name in ("emit", "links"):
        made = source.linear(graph, x, weights, name)
        graph.nodes.append(helper.make_node("Identity", [made], [name]))
    inputs = [helper.make_tensor_value_info("input_ids", onnx.TensorProto.INT64, ["texts", "pieces"])]
    outputs = [
        helper.make_tensor_value_info(
            name, onnx.TensorProto.FLOAT, ["texts", "pieces", len(weights[f"{name}.bias"])]
        )
        for name in ("emit", "links")
    ]
    body = helper.make_graph(graph.nodes, NAME, inputs, outputs, graph.constants)
    model = helper.make_model(body, opset_imports=[helper.make_opsetid("", source.OPSET)], ir_version=10)
    helper.set_model_props(model, {"tables": json.dumps(tables(weights))})
    onnx.checker.check_model(model)
    return model


def tables(weights: dict[str, np.ndarray]) -> dict[str, object]:
    """What the decoding needs beside the graph; six digits are enough and keep the file the same."""
    chain = np.where(weights["allowed"], weights["chain"], FAR)
    chain[:, FIRST["content"]] -= CAUTION
    found = {
        "chain": chain,
        "place": weights["place"],
        "alone": weights["alone.weight"][0],
        "alone_bias": weights["alone.bias"],
        "sourceless": weights["sourceless.weight"][0],
        "sourceless_bias": weights["sourceless.bias"],
    }
    return {name: np.round(value.astype(float), 6).tolist() for name, value in found.items()}


def quantised(model: onnx.ModelProto) -> onnx.ModelProto:
    """Linear layers in 8 bits, weights and what they are multiplied with, with a scale for 64 values.

    One scale a window, as for the sentence vectors, cost 1.5 points of content F1; this costs nothing.
    """
    config = DefaultWeightOnlyQuantConfig(
        block_size=64, is_symmetric=True, accuracy_level=4, bits=8, op_types_to_quantize=("MatMul",)
    )
    quantizer = MatMulNBitsQuantizer(model, algo_config=config)
    quantizer.process()
    made: onnx.ModelProto = quantizer.model.model
    return made


def pin(folder: Path, name: str, digest: str) -> None:
    """Put a file's new sha256 for the old one, in the manifest and on the card beside it."""
    manifest = (folder / "__init__.py").read_text(encoding="utf-8")
    (old,) = re.findall(rf'"{re.escape(name)}": "([0-9a-f]{{64}})"', manifest)
    for file in (folder / "__init__.py", folder / "README.md"):
        file.write_text(file.read_text(encoding="utf-8").replace(old, digest), encoding="utf-8")


def main() -> None:
    """Write the file and print its sha256."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("checkpoint", type=Path)
    default = Path(__file__).resolve().parents[2] / "src/rashomon/weights"
    parser.add_argument("--out", type=Path, default=default)
    parser.add_argument("--float", type=Path, help="write the model before its quantisation here")
    parser.add_argument("--pin", action="store_true")
    options = parser.parse_args()
    logging.disable(logging.INFO)  # the quantiser reports each node
    model = build(arrays(options.checkpoint))
    target = options.out / f"{NAME}.onnx"
    if options.float:
        onnx.save(model, options.float)
    onnx.save(quantised(model), target)
    body = target.read_bytes()
    digest = hashlib.sha256(body).hexdigest()
    print(f"{target.name} {len(body):,} bytes sha256 {digest}")
    if options.pin:
        pin(options.out, target.name, digest)


if __name__ == "__main__":
    main()
