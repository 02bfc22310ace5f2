"""The model files that ship with the package, each pinned by its sha256 (cards: README.md beside them)."""

import hashlib
from collections.abc import Mapping
from importlib.resources import files
from types import MappingProxyType

from rashomon.model.errors import WeightsError

# file -> sha256; the recipe in training/ prints the line when it remakes a file
PINNED: Mapping[str, str] = MappingProxyType(
    {
        "e5.levels": "c59020c2c75c2358aef22c2d82b9a851425716dd4ad737c67799e1e5ceb40f64",
        "e5.onnx": "89eb28967a70c5e607d24dfcb673789310a3d682993a002febdc4a30bca676d5",
        "minilm.onnx": "8cbb13cf5f0b7473e27bcb79f03bbc2f48012754fec87ae759dbaad209f5f709",
        "minilm.tokenizer.json": "5bd3784a3241a69eadccbf49afa464cfc5e2a4c5b34695722f1ff4094d657693",
        "quotes.onnx": "367eb6e55952533d7fced9d8d5d13649b013900872143c77a0e4f41a8365876e",
    }
)


def available(*names: str) -> bool:
    """Whether all these files were installed; their contents are checked when they are read."""
    return all(files(__name__).joinpath(name).is_file() for name in names)


def read(name: str) -> bytes:
    """Return a pinned file's bytes.

    Raises WeightsError where the file is missing or its sha256 is not the pinned one.
    """
    try:
        body = files(__name__).joinpath(name).read_bytes()
    except OSError as error:
        raise WeightsError(f"the model file {name} is missing: install rashomon again") from error
    found = hashlib.sha256(body).hexdigest()
    if found != PINNED.get(name):
        raise WeightsError(
            f"the model file {name} is not the pinned one (sha256 {found}): install rashomon again"
        )
    return body
