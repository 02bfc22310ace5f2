"""A task that goes on forever is ended with its worker, named, and tried again by the next run."""

import multiprocessing
from collections.abc import Callable
from pathlib import Path

import pytest

from engine import stages
from rashomon.engine import job, open_engine
from rashomon.engine.job import Job, Todo
from rashomon.engine.protocol import Engine
from rashomon.engine.worker import limited


@pytest.fixture(params=["local", "dask"])
def opener(request: pytest.FixtureRequest) -> Callable[[], Engine]:
    if request.param == "dask":
        pytest.importorskip("distributed")
    return lambda: open_engine(request.param, workers=1)


def carried(out: Path, opener: Callable[[], Engine], names: list[str]) -> Job:
    """Have the orders of these names worked off."""
    one = Job(out, opener)
    try:
        todo = [Todo(name, 1, f"article {name}", name) for name in names]
        one.carry("annotate", "stage", stages.hang_in_native_code, todo, len(names))
    finally:
        one.close()
    return one


@pytest.mark.enable_socket
@pytest.mark.allow_hosts(["127.0.0.1"])
def test_a_task_that_hangs_is_stopped_and_named_and_the_rest_goes_on(opener, tmp_path, monkeypatch):
    monkeypatch.setattr(job, "_AT_LEAST", 1.5)
    monkeypatch.setattr(job, "_AN_ARTICLE", 0.5)
    one = carried(tmp_path, opener, ["a", "endless", "b"])
    (failure,) = one.failures
    assert (failure.input, failure.stage) == ("article endless", "annotate")
    assert "it took longer than 2 seconds and was stopped" in failure.reason
    assert "the same command tries it again" in failure.reason
    assert sorted(path.name for path in (tmp_path / "work" / "stage").iterdir() if path.name[0] != ".") == [
        "a",
        "b",
    ]
    assert not (tmp_path / "work" / "late").exists()


def _sleep_for(note: Path, seconds: float) -> None:
    import time

    with limited(0.2, note):
        time.sleep(seconds)


@pytest.fixture
def note(tmp_path: Path) -> Path:
    return tmp_path / "late" / "task"


def test_what_is_done_in_time_leaves_nothing(note):
    with limited(60, note):
        assert note.is_file()
    assert not note.exists()
    with pytest.raises(ZeroDivisionError), limited(60, note):
        raise ZeroDivisionError
    assert not note.exists()


def test_who_gets_the_task_after_it_hung_is_told_once(note):
    hanging = multiprocessing.get_context("spawn").Process(target=_sleep_for, args=(note, 60))
    hanging.start()
    hanging.join(30)
    assert hanging.exitcode == 1
    with pytest.raises(TimeoutError, match="longer than 7 seconds"), limited(7, note):
        pass
    with limited(60, note):
        pass


def test_a_worker_that_was_killed_for_another_reason_leaves_the_task_to_be_done(note):
    note.parent.mkdir()
    note.touch()
    with limited(60, note):
        pass
