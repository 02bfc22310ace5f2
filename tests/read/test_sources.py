"""Which files are read: what a run left behind is not among them."""

import json
from pathlib import Path

import pytest

from fictional import FERRY, PLAIN
from rashomon.model import Article, Failure
from rashomon.read import read_paths


@pytest.mark.parametrize(
    ("name", "schema", "passed"),
    [
        ("index.json", "rashomon/index/1", True),
        ("run.json", "rashomon/tables/1", True),
        ("index.json", "another/1", False),
    ],
)
def test_the_result_of_a_run_in_a_folder_is_no_input(
    tmp_path: Path, name: str, schema: str, passed: bool
) -> None:
    (tmp_path / "a.txt").write_text(PLAIN)
    result = tmp_path / "out"
    result.mkdir()
    (result / name).write_text(json.dumps({"schema": schema}, indent=1))
    (result / "other.txt").write_text(FERRY)
    found = list(read_paths([tmp_path]))
    articles = [each for each in found if isinstance(each, Article)]
    failures = [each for each in found if isinstance(each, Failure) and "index.json" not in each.input]
    assert len(articles) == (1 if passed else 2)
    assert ["passed over" in failure.reason for failure in failures] == [True] * passed
