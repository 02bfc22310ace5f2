"""Processes that are killed, run out of disk, or lose their server: nothing is lost, nothing doubled."""

import json
import random
import threading
from pathlib import Path

import pytest

import fables
import killed
from rashomon.model.errors import StoreError
from rashomon.store import open_store, transactions

COUNT = 120


@pytest.fixture(scope="module")
def articles(tmp_path_factory) -> Path:
    """Articles of a harbour's year, one JSON object a line; one line is broken, one a revision."""
    chance = random.Random(7)
    words = "harbour ferry storm quay captain pilot tide council bridge school island winter morning".split()
    folder = tmp_path_factory.mktemp("articles")
    rows = []
    for number in range(COUNT):
        body = " ".join(
            f"The {chance.choice(words)} of Mirelle saw the {word}." for word in chance.sample(words, 9)
        )
        row = {
            "text": body * 8,
            "title": f"Day {number} in Mirelle",
            "url": f"https://mirelle.example/{number}",
        }
        rows.append(json.dumps({**row, "outlet": "Mirelle Post", "published": "2031-03-03"}))
    later = {**json.loads(rows[3]), "text": json.loads(rows[3])["text"] + " The harbour opened again."}
    rows[60:60] = ["{broken", json.dumps(later)]
    (folder / "year.jsonl").write_text("\n".join(rows) + "\n", encoding="utf-8")
    return folder / "year.jsonl"


@pytest.fixture(scope="module")
def still(articles, tmp_path_factory) -> killed.Ingest:
    """An ingest that nothing disturbed."""
    done = killed.Ingest(articles, str(tmp_path_factory.mktemp("still") / "still.db"), work=False)
    done.finish()
    assert done.progress() == COUNT + 1
    return done


def test_killed_in_the_middle_and_started_again(articles, still, tmp_path, address):
    disturbed = killed.Ingest(articles, address, work=False)
    assert killed.kill(disturbed, [1, 70], random.Random(3)) >= 1
    disturbed.finish()
    assert still.manifest(tmp_path / "one") == disturbed.manifest(tmp_path / "two")


def test_a_full_disk_stops_it_in_words_and_loses_nothing(articles, still, tmp_path, sqlite_address):
    disturbed = killed.Ingest(articles, sqlite_address, work=False)
    size = Path(still.store).stat().st_size
    assert killed.fill(disturbed, [0, 0], size) == 2
    disturbed.finish()
    assert still.manifest(tmp_path / "one") == disturbed.manifest(tmp_path / "two")


def test_a_server_that_crashes_and_comes_back_is_waited_for(
    articles, still, tmp_path, server, postgres_address
):
    disturbed = killed.Ingest(articles, postgres_address, work=False)
    assert killed.restart(disturbed, [30, 80], server) == 2
    assert still.manifest(tmp_path / "one") == disturbed.manifest(tmp_path / "two")


def test_a_server_that_stays_away_is_an_error_in_words(server, monkeypatch):
    monkeypatch.setattr(transactions, "_FIRST_PAUSE", 0.01)
    with open_store(server.address("away"), patience=0.05) as store:
        store.writer().keep(fables.article())
        server.stop(mode="immediate")
        try:
            with pytest.raises(StoreError, match="can't be reached"):
                store.writer().keep(fables.article("Another."))
            with pytest.raises(StoreError, match="can't be reached"):
                store.read(lambda view: view.counts())
            with pytest.raises(StoreError, match="can't be read"), store.view() as view:
                view.counts()
        finally:
            server.start()
        assert store.read(lambda view: view.counts())["articles"] == 1


def test_readers_and_writers_work_side_by_side(address):
    """No reader waits, none sees half a step, and no writer is refused."""
    faults: list[BaseException] = []
    over = threading.Event()

    def reading() -> None:
        try:
            with open_store(address) as store:
                while not over.is_set():
                    with store.view() as view:
                        assert view.counts()["articles"] == len(view.search("harbour", limit=1000))
        except BaseException as error:
            faults.append(error)

    def writing(name: str) -> None:
        try:
            with open_store(address) as store:
                for number in range(25):
                    store.writer().keep(fables.article(f"{fables.TEXT} {name} {number}"), address=name)
        except BaseException as error:
            faults.append(error)

    open_store(address).close()
    readers = [threading.Thread(target=reading) for _ in range(3)]
    writers = [threading.Thread(target=writing, args=(name,)) for name in ("a", "b")]
    for thread in (*readers, *writers):
        thread.start()
    for thread in writers:
        thread.join()
    over.set()
    for thread in readers:
        thread.join()
    assert faults == []
    with open_store(address) as store, store.view() as view:
        assert view.counts()["articles"] == 50
        assert view.counts()["revised"] == 48
