"""A run goes on where it was: what is done is not done again, what failed is named and tried again."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from engine import archive
from engine.inline import Inline
from rashomon.engine import annotating
from rashomon.engine.run import run
from rashomon.engine.work import Work
from rashomon.model.errors import InputError, UsageError

pytestmark = pytest.mark.usefixtures("small")


class Counting(Inline):
    """Counts the tasks of each stage, and stops all of them after `most`."""

    def __init__(self, *, most: int | None = None) -> None:
        self.done: list[str] = []
        self._most = most

    def each(self, stage: Any, tasks: Any) -> Any:
        for done in super().each(stage, tasks):
            self.done.append(done.task)
            yield done
            if self._most is not None and len(self.done) >= self._most:
                raise KeyboardInterrupt


def unopened() -> Inline:
    raise AssertionError("nothing was left to do")


@pytest.fixture
def told(expected, tmp_path) -> Path:
    """A finished run, moved elsewhere."""
    return Path(shutil.copytree(expected, tmp_path / "out"))


def test_nothing_is_done_twice(told, sources):
    out = told
    before = {path.name: path.read_bytes() for path in out.glob("*.parquet")}
    run(sources, out, opener=unopened, dossiers=True)
    assert {path.name: path.read_bytes() for path in out.glob("*.parquet")} == before


def test_a_run_that_was_stopped_goes_on(sources, expected, tmp_path):
    out = tmp_path / "out"
    for most in (1, 2):
        with pytest.raises(KeyboardInterrupt):
            run(sources, out, opener=lambda most=most: Counting(most=most))
        assert not (out / "run.json").exists()
    rest = Counting()
    run(sources, out, opener=lambda: rest)
    assert (out / "points.parquet").read_bytes() == (expected / "points.parquet").read_bytes()
    assert len([task for task in rest.done if task.startswith("a-")]) == len(_shards(out)) - 3


def test_an_article_that_comes_later_touches_one_shard(told, sources, tmp_path):
    out = told
    rows = archive.articles(7)
    rows.insert(9, {"text": "A bus was late in Brill on 3 March, and 40 people waited in the rain, it said."})
    changed = [sources[0], archive.write(tmp_path / "archive.jsonl.gz", rows)]
    # the lines behind it have another number, and so other names: only what stands before is the same
    again = Counting()
    run(changed, out, opener=lambda: again)
    assert 0 < len([task for task in again.done if task.startswith("a-")]) < len(_shards(out))


def test_a_shard_that_fails_is_named_and_tried_again(told, sources, expected, monkeypatch):
    lost = _shards(told)[:2]
    for shard in lost:
        shutil.rmtree(told / "work" / "annotated" / shard)

    def broken(*args: Any, **options: Any) -> Any:
        raise MemoryError("no room")

    with monkeypatch.context() as patch:
        patch.setattr(annotating, "annotate_all", broken)
        result = run(sources, told, opener=Inline)
    assert [failure.stage for failure in result.failures] == ["annotate"] * 2
    assert all("no room" in failure.reason for failure in result.failures)
    assert all(".jsonl.gz:" in failure.input or ".txt" in failure.input for failure in result.failures)
    assert result.tables["failures"] == 2
    engine = Counting()
    again = run(sources, told, opener=lambda: engine)
    assert again.failures == ()
    assert sorted(task for task in engine.done if task.startswith("a-")) == lost
    assert (told / "points.parquet").read_bytes() == (expected / "points.parquet").read_bytes()


def test_what_can_not_be_read_or_stands_twice_is_a_row(tmp_path):
    rows = archive.articles(1)
    path = archive.write(tmp_path / "a.jsonl", [*rows, rows[0], {"title": "nothing else"}])
    result = run([path], tmp_path / "out", opener=Inline)
    assert result.tables["articles"] == 3
    assert [failure.input.rpartition(":")[2] for failure in result.failures] == ["5", "4"]
    assert "the same article as" in result.failures[1].reason


def test_a_story_that_breaks_a_stage_keeps_its_articles(tmp_path, monkeypatch):
    from rashomon.engine import telling

    def broken(*args: Any, **options: Any) -> Any:
        raise ZeroDivisionError("by nought")

    monkeypatch.setattr(telling, "tell_story", broken)
    path = archive.write(tmp_path / "a.jsonl", archive.articles(2))
    result = run([path], tmp_path / "out", opener=Inline)
    assert result.tables["articles"] == 6
    assert result.tables["quotes"] > 0
    assert result.tables["failures"] == result.tables["stories"]


def test_nothing_to_read_is_said(tmp_path):
    path = archive.write(tmp_path / "a.jsonl", [{"text": ""}])
    with pytest.raises(InputError, match="no article could be read"):
        run([path], tmp_path / "out", opener=Inline)


def test_where_nothing_could_be_read_nothing_is_left(tmp_path):
    with pytest.raises(InputError, match="no article could be read"):
        run([tmp_path / "nowhere"], tmp_path / "new" / "out", opener=unopened)
    assert not any(tmp_path.iterdir())
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "own.txt").touch()
    with pytest.raises(InputError, match="no article could be read"):
        run([tmp_path / "nowhere"], tmp_path / "out", opener=unopened)
    assert [path.name for path in tmp_path.rglob("*")] == ["out", "own.txt"]


def test_a_lock_that_is_taken_away_holds_nobody_off_and_lets_nobody_in_twice(tmp_path):
    work = Work(tmp_path / "work")
    with work.alone():
        pass
    with work.alone(), pytest.raises(UsageError, match="another run"), work.alone():
        pass
    with work.alone(), pytest.raises(UsageError, match="another run"), work.alone():
        pass  # who was held off took nobody's lock away


def test_two_runs_in_one_folder_are_refused(tmp_path):
    with Work(tmp_path / "work").alone(), pytest.raises(UsageError, match="another run"):
        run([tmp_path], tmp_path, opener=Inline)


def test_a_task_is_done_whole_or_not_at_all(tmp_path):
    work = Work(tmp_path)

    def half() -> None:
        with work.making("stage", "task") as folder:
            (folder / "half").touch()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        half()
    assert not work.done("stage", "task")
    assert list((tmp_path / "stage").iterdir()) == []


def _shards(out: Path) -> list[str]:
    return sorted(path.name for path in (out / "work" / "annotated").iterdir())
