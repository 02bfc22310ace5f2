"""Every engine gives the same tables, byte for byte: whatever its workers, their order, and their deaths."""

import os
import signal
from pathlib import Path

import pytest

from engine.inline import Disturbed, Inline, Shuffled
from rashomon.engine.local import Local
from rashomon.engine.schema import TABLES
from rashomon.pipeline import dossiers
from rashomon.tell import to_json


def assert_equal(found: Path, expected: Path) -> None:
    for name in ("run.json", *(f"{table}.parquet" for table in TABLES)):
        assert (found / name).read_bytes() == (expected / name).read_bytes(), name


def test_the_order_of_shards_changes_nothing(running, expected):
    assert_equal(running(Shuffled(Inline(), seed=7)), expected)


def test_one_process_gives_the_same(running, expected):
    assert_equal(running(Local(workers=1)), expected)


def test_two_processes_of_which_one_is_killed_give_the_same(running, expected):
    engine = Local(workers=2)

    def kill() -> None:
        os.kill(engine.processes()[0], signal.SIGKILL)

    assert_equal(running(Disturbed(Shuffled(engine, seed=3), kill, after=2)), expected)


@pytest.mark.enable_socket
@pytest.mark.allow_hosts(["127.0.0.1"])
def test_a_cluster_of_which_a_worker_is_killed_gives_the_same(running, expected):
    pytest.importorskip("distributed")
    from rashomon.engine.dask import Dask

    engine = Dask(workers=2)
    before = engine.processes()
    assert len(before) == 2

    def kill() -> None:
        os.kill(before[0], signal.SIGKILL)

    assert_equal(running(Disturbed(engine, kill, after=2)), expected)


@pytest.mark.enable_socket
@pytest.mark.allow_hosts(["127.0.0.1"])
def test_a_cluster_that_runs_already_is_used_and_left_running(running, expected):
    distributed = pytest.importorskip("distributed")
    from rashomon.engine.dask import Dask

    with distributed.LocalCluster(
        n_workers=1, threads_per_worker=1, processes=False, dashboard_address="127.0.0.1:0", protocol="tcp"
    ) as cluster:
        assert_equal(running(Dask(scheduler=cluster.scheduler_address)), expected)
        assert len(cluster.scheduler.workers) == 1


def test_the_dossiers_are_those_of_one_comparison(sources, expected):
    import json

    index = (expected / "dossiers" / "index.html").read_text("utf-8")
    for dossier in dossiers(sources):
        assert f'href="{dossier.story.id}/report.html"' in index
        told = json.loads((expected / "dossiers" / dossier.story.id / "dossier.json").read_text())
        assert told == json.loads(json.dumps(to_json(dossier)))
