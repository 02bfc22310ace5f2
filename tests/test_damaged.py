"""Damaged articles go through the whole journey without a crash, and what comes out verifies.

`make bench` runs a thousand seeds; here a sample.
"""

import pytest

import damaged
from rashomon import demo

STORY = [path for path in demo.files() if path.stem != "metadata"]


@pytest.mark.parametrize("seed", range(6))
def test_a_damaged_story_is_told_and_verifies(seed):
    _, outcome, problems = damaged.run(STORY, seed)
    assert problems == []
    assert outcome in ("dossier", "nothing to read")


def test_a_crash_would_be_seen(monkeypatch):
    monkeypatch.setattr(damaged, "dossiers", lambda _: 1 / 0)
    assert damaged.run(STORY, 0)[1] == "crash"
