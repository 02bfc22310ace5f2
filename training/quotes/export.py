"""Write a checkpoint of the quote tagger as a small ONNX file.

    python training/quotes/export.py CHECKPOINT DATA [--out src/rashomon/weights] [--pin]

The graph (`graph.py`) ends in the tagger's heads: scores of the labels and four vectors for the linking,
each a piece. The chain's transitions and the linking's tables,
a few hundred numbers, stand in the file's metadata. --pin puts the file's sha256 where the package pins it.
"""

import argparse
import hashlib
import json
import re
import sys
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import helper

sys.path.append(str(Path(__file__).resolve().parents[1]))
import vectors as source
from quotes import spread
from quotes.data import FIRST
from quotes.graph import Network
from quotes.model import FAR, LINK

NAME = "quotes"
HEADS = ("emit", "links")
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


def build(weights: dict[str, np.ndarray], largest: dict[str, np.ndarray]) -> onnx.ModelProto:
    """Return the graph, from pieces to label scores and linking vectors; `largest` as of `Network`."""
    network = Network(weights, largest)
    network.whole(HEADS)
    inputs = [helper.make_tensor_value_info("input_ids", onnx.TensorProto.INT64, ["texts", "pieces"])]
    outputs = [
        helper.make_tensor_value_info(
            name, onnx.TensorProto.FLOAT, ["texts", "pieces", len(weights[f"{name}.bias"])]
        )
        for name in HEADS
    ]
    body = helper.make_graph(network.graph.nodes, NAME, inputs, outputs, network.graph.constants)
    opsets = [helper.make_opsetid("", source.OPSET), helper.make_opsetid("com.microsoft", 1)]
    model = helper.make_model(body, opset_imports=opsets, ir_version=10)
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
    parser.add_argument("data", type=Path, help="the folder of the training articles")
    default = Path(__file__).resolve().parents[2] / "src/rashomon/weights"
    parser.add_argument("--out", type=Path, default=default)
    parser.add_argument("--pin", action="store_true")
    options = parser.parse_args()
    model = build(arrays(options.checkpoint), spread.largest(options.checkpoint, options.data))
    target = options.out / f"{NAME}.onnx"
    onnx.save(model, target)
    body = target.read_bytes()
    digest = hashlib.sha256(body).hexdigest()
    print(f"{target.name} {len(body):,} bytes sha256 {digest}")
    if options.pin:
        pin(options.out, target.name, digest)


if __name__ == "__main__":
    main()
