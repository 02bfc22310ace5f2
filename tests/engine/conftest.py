"""Small shards, so that a small archive has several, and a result to hold others against."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from engine import archive
from engine.inline import Inline
from rashomon import demo
from rashomon.engine import copying, nearness, shards
from rashomon.engine.protocol import Engine
from rashomon.engine.run import Result, run

pytest.importorskip("pyarrow")
Runner = Callable[..., Result]


def _small(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(shards, "LEAST", 3)
    patch.setattr(shards, "MOST", 8)
    patch.setattr(shards, "_ONE_IN", 3)
    patch.setattr(nearness, "BLOCK", 12)
    patch.setattr(copying, "BLOCK", 12)


@pytest.fixture
def small(monkeypatch):
    _small(monkeypatch)


@pytest.fixture(scope="session")
def sources(tmp_path_factory) -> list[Path]:
    """The demo story, and twenty articles of seven events."""
    folder = tmp_path_factory.mktemp("sources")
    articles = folder / "demo"
    articles.mkdir()
    for path in demo.files():
        shutil.copyfile(path, articles / path.name)
    return [articles, archive.write(folder / "archive.jsonl.gz", archive.articles(7))]


@pytest.fixture(scope="session")
def expected(sources, tmp_path_factory) -> Path:
    """The tables that every engine must give, as the simplest one gives them."""
    out = tmp_path_factory.mktemp("expected")
    with pytest.MonkeyPatch.context() as patch:
        _small(patch)
        run(sources, out, opener=Inline, dossiers=True)
    return out


@pytest.fixture
def running(small, sources, tmp_path) -> Callable[[Engine], Path]:
    """Run an engine over the archive; returns where the tables are."""

    def go(engine: Engine) -> Path:
        run(sources, tmp_path / "out", opener=lambda: engine)
        return tmp_path / "out"

    return go
