"""Fixtures that every room's tests share: the parser is loaded once a session."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from rashomon.annotate import annotate
from rashomon.model import Annotations, Article, OffsetMap
from rashomon.model.identity import content_id

# Where a change is judged, equal code must give an equal verdict; elsewhere new examples are sought. None
# is held against the clock: machines are busy.
settings.register_profile("judged", derandomize=True, deadline=None)
settings.register_profile("seeking", deadline=None)
settings.load_profile("judged" if os.environ.get("CI") else "seeking")

# The browser of the tests that open a page.
pytest_plugins = ["chromium"]

SHARED = Path(__file__).resolve().parents[2] / "shared"


def make_article(text: str, **fields: object) -> Article:
    """An article whose text arrived as it is stored."""
    base = {"id": content_id("a", text), "file": "test.txt", "language": "en"}
    return Article(text=text, raw=text, offsets=OffsetMap(((0, 0, len(text)),)), **{**base, **fields})  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def annotated() -> Callable[..., Annotations]:
    """Annotate one text; keyword arguments become fields of the article."""

    def run(text: str, **fields: object) -> Annotations:
        return next(iter(annotate([make_article(text, **fields)])))

    return run


@pytest.fixture(scope="session")
def by_rules() -> Callable[..., Annotations]:
    """Annotate one text with quotes by rules alone, as where the tagger's weights are not installed."""

    def run(text: str, **fields: object) -> Annotations:
        return next(iter(annotate([make_article(text, **fields)], trained=False)))

    return run


@pytest.fixture(scope="session")
def seeds() -> list[Path]:
    """The five real articles; skipped where the shared folder is absent."""
    paths = sorted((SHARED / "seeds").glob("*.txt"))
    if not paths:
        pytest.skip("the seed articles are not beside this checkout")
    return paths
