"""`rashomon add` and `watch`: what they say, what they leave behind, and how they stop."""

import os
import signal
import subprocess
import sys
import threading
import time

import pytest

from intake.outlets import Newsstand, titles
from intake.outlets import article as page
from rashomon.cli.intake import duration, sentence
from rashomon.intake import Tally
from rashomon.store import open_store

loopback = [pytest.mark.enable_socket, pytest.mark.allow_hosts(["127.0.0.1"])]


def test_added_once_and_said_so(command, article, tmp_path):
    store = tmp_path / "desk.db"
    first = command("add", article, "--store", store, "--no-work")
    assert first.code == 0
    assert first.stdout.startswith("1 of 1 read: 1 new")
    assert "1 as before" in command("add", article, "--store", store, "--no-work").stdout


def test_what_was_left_out_is_named_and_counts(command, article, tmp_path):
    (tmp_path / "empty.txt").write_text("")
    run = command("add", article, tmp_path / "empty.txt", "--store", tmp_path / "desk.db", "--no-work")
    assert run.code == 1
    assert "left out" in run.stderr
    assert "empty.txt" in run.stderr


def test_work_follows_unless_it_is_put_off(command, article, tmp_path):
    run = command("add", article, "--store", tmp_path / "desk.db")
    assert run.code == 0
    assert "1 article annotated, 1 of 1 story told" in run.stdout


@pytest.mark.parametrize(
    "arguments", [["watch"], ["watch", "absent.opml"], ["add", "absent.toml"], ["add", "x", "--contact", "é"]]
)
def test_a_wrong_call_is_one_line(command, tmp_path, arguments):
    run = command(*arguments, "--store", tmp_path / "desk.db")
    assert run.code in {2, 3}
    assert len(run.stderr.strip().splitlines()) == 1


def test_progress_is_rate_done_failed_and_time_left():
    tally = Tally(done=50, new=40, revised=5, same=6, failed=4, total=100, busy=100.0)
    text = sentence(tally)
    assert "50 of 100 read: 35 new, 5 revised, 6 as before, 4 failed" in text
    assert "0.5 a second" in text
    assert text.endswith("1 min 40 s left")


@pytest.mark.parametrize(("seconds", "said"), [(3.4, "3 s"), (75, "1 min 15 s"), (7260, "2 h 1 min")])
def test_stretches_of_time(seconds, said):
    assert duration(seconds) == said


def run_watch(outlet, store, *more, deaf=False):
    """Start `rashomon watch` as a process; `deaf` to Ctrl-C, as a shell starts what runs beside it."""
    path = store.parent / "feeds.toml"
    path.write_text(f'[[feed]]\nurl = "{outlet.url("/feed")}"\noutlet = "The Daily Ferry"\n')
    options = ["--store", str(store), "--pause", "0", "--allow-host", outlet.place, "--no-work", *more]
    script = [sys.executable, "-m", "rashomon", "watch", str(path), *options]
    before = signal.signal(signal.SIGINT, signal.SIG_IGN if deaf else signal.default_int_handler)
    try:  # what is ignored here stays ignored in the process
        return subprocess.Popen(script, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    finally:
        signal.signal(signal.SIGINT, before)


def wait_for(path, *, articles):
    """Wait until the store holds so many articles."""
    with open_store(path) as store:
        for _ in range(600):
            with store.view() as view:
                if view.counts()["articles"] >= articles:
                    return
            time.sleep(0.1)


class TestStops:
    pytestmark = loopback

    def test_killed_in_the_middle_it_goes_on_where_it_was(self, tmp_path):
        with Newsstand() as stand:
            outlet = stand.open("One", articles=6)
            pids, started = [], threading.Event()
            good = outlet.pages["/4"]

            def kill(_request):
                started.wait(60)
                wait_for(tmp_path / "desk.db", articles=3)
                os.kill(pids[0], signal.SIGKILL)

            outlet.pages["/4"] = kill
            first = run_watch(outlet, tmp_path / "desk.db", "--once")
            pids.append(first.pid)
            started.set()
            first.communicate(timeout=120)
            assert first.returncode == -signal.SIGKILL
            outlet.pages["/4"] = good
            second = run_watch(outlet, tmp_path / "desk.db", "--once")
            out, err = second.communicate(timeout=120)
            assert second.returncode == 0, err
            assert "3 as before" in out
            assert [outlet.hits[f"/{number}"] for number in range(1, 7)] == [1, 1, 1, 2, 1, 1]
        with open_store(tmp_path / "desk.db") as store, store.view() as view:
            hits = view.search("ferry", kinds=("article",), limit=50)
            assert {hit.title for hit in hits} == titles("One", 1, 2, 3, 4, 5, 6)
            assert len(hits) == 6
            assert {hit.outlet for hit in hits} == {"The Daily Ferry"}

    @pytest.mark.parametrize("beside", [False, True], ids=["in front", "beside a shell, deaf to Ctrl-C"])
    def test_stopped_by_a_service_manager_it_says_so_and_loses_nothing(self, tmp_path, beside):
        with Newsstand() as stand:
            outlet = stand.open("One", articles=2)
            arrived = threading.Event()

            def last(request):
                request.send(article_two)
                arrived.set()

            article_two = page("One", 2)
            outlet.pages["/2"] = last
            process = run_watch(outlet, tmp_path / "desk.db", deaf=beside)
            assert arrived.wait(120)
            process.send_signal(signal.SIGTERM)
            _, err = process.communicate(timeout=120)
            assert process.returncode == 3
            assert err.strip().endswith("stopped: what came is in the store")
        with open_store(tmp_path / "desk.db") as store, store.view() as view:
            assert view.runs()[0].state == "stopped"
