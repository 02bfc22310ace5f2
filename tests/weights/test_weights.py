import hashlib
from importlib.resources import files

import pytest

from rashomon import weights
from rashomon.model.errors import WeightsError

BUDGET = 60_000_000


@pytest.mark.parametrize("name", sorted(weights.PINNED))
def test_every_pinned_file_is_the_pinned_one(name: str) -> None:
    assert hashlib.sha256(weights.read(name)).hexdigest() == weights.PINNED[name]


def test_all_files_together_stay_in_the_budget() -> None:
    assert sum(len(weights.read(name)) for name in weights.PINNED) <= BUDGET


def test_every_model_has_its_card() -> None:
    card = files("rashomon.weights").joinpath("README.md").read_text(encoding="utf-8")
    for name, sha256 in weights.PINNED.items():
        assert name in card
        assert sha256 in card


def test_a_missing_file_is_said() -> None:
    assert not weights.available("none.onnx")
    with pytest.raises(WeightsError, match=r"none\.onnx is missing"):
        weights.read("none.onnx")
