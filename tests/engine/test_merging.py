"""Stories of large archives: level by level, in tasks, whatever these are cut into."""

import numpy as np
import pytest

from engine.inline import Inline, Shuffled
from rashomon.engine import pieces
from rashomon.engine.grouping import grouped
from rashomon.engine.job import Job
from rashomon.engine.merging import merged
from rashomon.link.pieces import Between

pytest.importorskip("pyarrow")


def archive(events: int, *, seed: int) -> tuple[Between, int]:
    """Five articles of each event, likely pairs among them, and unlikely ones that connect everything."""
    random = np.random.default_rng(seed)
    count = 5 * events
    odds = {}
    for event in range(events):
        for i in range(5 * event, 5 * event + 5):
            for j in range(i + 1, 5 * event + 5):
                odds[i, j] = float(random.uniform(2, 6).__round__(6))
    for i, j in random.integers(0, count, (3 * count, 2)).tolist():
        if i // 5 != j // 5:
            odds.setdefault((min(i, j), max(i, j)), float(random.uniform(-5, -3).__round__(6)))
    pairs = sorted(odds)
    one, other = (np.array([pair[side] for pair in pairs], np.int64) for side in (0, 1))
    values = np.array([odds[pair] for pair in pairs])
    return Between(one, other, values, np.ones(len(pairs), np.int64)), count


@pytest.mark.parametrize("seed", [1, 2])
def test_clear_stories_come_out_as_if_grouped_at_once(tmp_path, seed):
    pairs, count = archive(40, seed=seed)
    job = Job(tmp_path, Inline)
    whole = grouped(job, pairs, count)
    assert np.bincount(whole)[::5].tolist() == [5] * 40
    assert (merged(job, pairs, count) == whole).all()


def test_how_tasks_are_cut_and_done_changes_nothing(tmp_path, monkeypatch):
    random = np.random.default_rng(3)
    pairs, count = archive(60, seed=3)
    # noise enough that groups meet, and fall apart again
    blurred = Between(
        pairs.one, pairs.other, (pairs.total + random.normal(0, 2.5, len(pairs.one))).round(6), pairs.known
    )
    expected = merged(Job(tmp_path / "one", Inline), blurred, count)
    monkeypatch.setattr(pieces, "TOGETHER", 7)
    found = merged(Job(tmp_path / "two", lambda: Shuffled(Inline(), seed=5)), blurred, count)
    assert (found == expected).all()
    assert len(np.unique(found)) not in (1, count)


def test_what_is_done_is_not_done_again(tmp_path):
    pairs, count = archive(10, seed=4)
    expected = merged(Job(tmp_path, Inline), pairs, count)

    def unopened() -> Inline:
        raise AssertionError("nothing was left to do")

    assert (merged(Job(tmp_path, unopened), pairs, count) == expected).all()
