"""The pool of processes: faults come back by name, the dead are replaced, orders are not hoarded."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from engine import stages
from rashomon.engine import local, open_engine
from rashomon.engine.local import Local
from rashomon.model.errors import UsageError


@pytest.fixture
def pool() -> Iterator[Local]:
    engine = Local(workers=2)
    yield engine
    engine.close()


def orders(folder: Path, names: list[str]) -> list[tuple[str, tuple[Path, str]]]:
    return [(name, (folder, name)) for name in names]


def test_each_task_is_done_once_by_two_processes(pool, tmp_path):
    found = list(pool.each(stages.note, orders(tmp_path, [str(n) for n in range(9)])))
    assert sorted(done.task for done in found) == [str(n) for n in range(9)]
    assert not any(done.fault for done in found)
    left = [path.name.split("-") for path in tmp_path.iterdir()]
    assert len(left) == 9
    assert len({process for _, process in left}) <= 2


_SLOW = """
import signal, sys, time
from rashomon.engine import local
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background job is deaf to it
local._WARM = "slowly"
try:
    list(local.Local(workers=1).each(time.sleep, [("a", 60)]))  # not over before the stop
except KeyboardInterrupt:
    print("stopped")
"""


def test_a_stop_while_the_weights_are_loaded_is_heard_by_the_one_that_asks_alone(tmp_path):
    mark = tmp_path / "mark"
    (tmp_path / "slowly.py").write_text(
        f"import pathlib, time\npathlib.Path({str(mark)!r}).touch()\ntime.sleep(2)\n", encoding="utf-8"
    )
    asks = subprocess.Popen(
        [sys.executable, "-c", _SLOW],
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(tmp_path), *filter(None, sys.path)])},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    while not mark.exists():
        assert asks.poll() is None
        time.sleep(0.05)
    os.killpg(asks.pid, signal.SIGINT)  # as a terminal does
    said, wrong = asks.communicate(timeout=60)
    assert said == "stopped\n"
    assert wrong == ""


def test_what_a_stage_raises_comes_back_and_the_rest_goes_on(pool, tmp_path):
    found = {
        done.task: done.fault for done in pool.each(stages.refuse_odd, orders(tmp_path, ["1", "2", "3", "4"]))
    }
    assert found == {"1": "ValueError: 1 is odd", "2": None, "3": "ValueError: 3 is odd", "4": None}


def test_the_task_of_a_worker_that_died_is_done_by_another(pool, tmp_path):
    found = list(pool.each(stages.die_once, orders(tmp_path, ["a", "b", "c"])))
    assert [done for done in found if done.fault] == []
    assert sorted(path.name.split("-")[0] for path in tmp_path.iterdir()) == ["a", "a", "b", "b", "c", "c"]


def test_a_task_that_kills_every_worker_is_given_up_and_named(pool, tmp_path):
    found = {
        done.task: done.fault for done in pool.each(stages.die_of, orders(tmp_path, ["a", "deadly", "b"]))
    }
    assert found["a"] is found["b"] is None
    assert "died" in found["deadly"]
    assert "SIGKILL" in found["deadly"]
    assert len(list(tmp_path.glob("deadly-*"))) == local.TRIES


def test_orders_are_taken_as_workers_are_free(pool, tmp_path):
    taken: list[str] = []

    def tasks() -> Iterator[tuple[str, Any]]:
        for id, order in orders(tmp_path, [str(n) for n in range(30)]):
            taken.append(id)
            yield id, order

    for over, _ in enumerate(pool.each(stages.note, tasks()), start=1):
        assert len(taken) <= over + 2


def test_workers_are_renewed(pool, tmp_path, monkeypatch):
    monkeypatch.setattr(local, "RENEWED", 2)
    list(pool.each(stages.note, orders(tmp_path, [str(n) for n in range(10)])))
    assert len({path.name.split("-")[1] for path in tmp_path.iterdir()}) >= 5


def test_options_that_do_not_fit_are_refused():
    with pytest.raises(UsageError, match="dask"):
        open_engine("spark")
    with pytest.raises(UsageError, match="scheduler"):
        open_engine("local", scheduler="tcp://127.0.0.1:1")
    with pytest.raises(UsageError, match="scheduler"):
        open_engine("dask", workers=2, scheduler="tcp://127.0.0.1:1")
