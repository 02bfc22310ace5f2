"""Parquet tables of articles are read row by row."""

from datetime import datetime
from pathlib import Path

import pytest

from rashomon.model import Article, Failure
from rashomon.read import read_paths

pyarrow = pytest.importorskip("pyarrow")

TEXT = "The harbour of Lunden was closed on Monday after a crane fell into the water, the port said."


def _table(path: Path, **columns: list[object]) -> Path:
    from pyarrow import parquet

    parquet.write_table(pyarrow.table(columns), path)
    return path


def test_each_row_is_an_article(tmp_path):
    dates = [datetime(2031, 5, 28, 7, 30), None]
    path = _table(
        tmp_path / "a.parquet",
        text=[TEXT, TEXT + " Nobody was hurt."],
        outlet=["The Lunden Post", None],
        published=dates,
        other=[1, 2],
    )
    first, second = read_paths([path])
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (first.outlet, first.published, first.file) == (
        "The Lunden Post",
        "2031-05-28T07:30:00",
        f"{path}#1",
    )
    assert second.published is None
    assert second.text.endswith("Nobody was hurt.")


def test_a_row_without_text_is_a_failure_and_the_rest_goes_on(tmp_path):
    found = list(read_paths([_table(tmp_path / "a.parquet", text=[None, TEXT])]))
    assert isinstance(found[0], Failure)
    assert isinstance(found[1], Article)


def test_a_table_of_something_else_says_what_it_lacks(tmp_path):
    (failure,) = read_paths([_table(tmp_path / "a.parquet", price=[1])])
    assert isinstance(failure, Failure)
    assert '"text"' in failure.reason


def test_a_damaged_table_is_a_failure(tmp_path):
    path = _table(tmp_path / "a.parquet", text=[TEXT])
    path.write_bytes(path.read_bytes()[:40])
    (failure,) = read_paths([path])
    assert isinstance(failure, Failure)
    assert "Parquet" in failure.reason
