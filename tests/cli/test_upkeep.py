"""`rashomon status`, `retry`, `redo`, `diff` and `export` on a store with two broken inputs."""

import json
from pathlib import Path

import pytest

import fables
from rashomon.desk import work
from rashomon.store import open_store

BRIDGE = (
    "Bridge at Pellworth reopens after storm\n\n"
    "PELLWORTH: The bridge over the Tarrow reopened on Tuesday, the Velland roads ministry said. "
    "“We checked every bolt,” said Roads Minister Anna Keld. {} workers were injured during the repair.\n"
)


@pytest.fixture
def folder(tmp_path) -> Path:
    """One article, an empty file, and one whose language is not supported."""
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "one.txt").write_text(BRIDGE.format("Three"), encoding="utf-8")
    (texts / "empty.txt").write_text("", encoding="utf-8")
    (texts / "drei.txt").write_text(
        "Die Brücke ist wieder offen\n\nDie Brücke über den Fluss ist seit Dienstag wieder offen, "
        "teilte das Ministerium am Abend mit. Drei Arbeiter wurden verletzt.\n",
        encoding="utf-8",
    )
    return texts


@pytest.fixture
def store(folder, command, tmp_path) -> Path:
    path = tmp_path / "desk.db"
    assert command("add", folder, "--store", path, "--quiet").code == 1
    return path


def story_of(store: Path) -> str:
    with open_store(store) as opened, opened.view() as view:
        return view.stories()[0].id


def test_status_says_what_is_there_and_what_failed(store, command):
    said = command("status", "--store", store)
    assert said.code == 0
    assert "articles: 2" in said.stdout
    assert "stories: 1" in said.stdout
    assert "failures open: 2, 1 at annotate, 1 at read" in said.stdout
    assert "empty.txt: it is empty" in said.stdout
    assert "read: 3 of 3" in said.stdout
    data = json.loads(command("status", "--store", store, "--json").stdout)
    assert data["counts"]["articles"] == 2
    assert [run["kind"] for run in data["runs"]] == ["work", "add"]
    assert {failure["stage"] for failure in data["failures"]} == {"annotate", "read"}


def test_retry_does_what_failed_and_only_that(store, folder, command):
    (folder / "empty.txt").write_text(BRIDGE.format("Four"), encoding="utf-8")
    said = command("retry", "--store", store)
    assert said.code == 1
    assert "2 failures tried again, 1 open now" in said.stdout
    with open_store(store) as opened, opened.view() as view:
        assert view.counts()["articles"] == 3
        (left,) = view.failures()
    assert (left.stage, left.times) == ("annotate", 2)


def test_diff_says_what_came(store, folder, command):
    story = story_of(store)
    assert "one version only" in command("diff", story, "--store", store).stderr
    (folder / "two.txt").write_text(BRIDGE.format("Five"), encoding="utf-8")
    command("add", folder, "--store", store, "--quiet")
    said = command("diff", story, "--store", store)
    assert said.code == 0
    assert "+ article:" in said.stdout
    assert "version 1" in said.stdout
    data = json.loads(command("diff", story, "--store", store, "--json").stdout)
    assert (data["from"], data["to"], len(data["articles_come"])) == (1, 2, 1)
    back = json.loads(command("diff", story, "--store", store, "--from", "2", "--to", "1", "--json").stdout)
    assert back["articles_gone"] == data["articles_come"]
    assert command("diff", "s-none", "--store", store).code == 2


def test_diff_of_a_story_tells_a_revised_article_as_one(store, command):
    with open_store(store) as opened:
        for text in (fables.TEXT, fables.TEXT.replace("Twelve", "Fourteen")):
            opened.writer().keep(fables.article(text), address="https://mirelle.example/1")
            work(opened)
        with opened.view() as view:
            (story,) = (each.id for each in view.stories() if each.version == 2)
    said = command("diff", story, "--store", store).stdout
    assert "~ article: " in said
    assert "+ article: " not in said
    assert "- article: " not in said
    told = [line for line in said.splitlines() if line[:2] in ("+ ", "- ")]
    assert told
    assert all("Twelve" in line or "Fourteen" in line for line in told)


def test_diff_shows_what_an_outlet_changed_in_its_text(store, command):
    one, two = fables.article(), fables.article(fables.TEXT.replace("Twelve", "Fourteen"))
    with open_store(store) as opened:
        for article in (one, two):
            opened.writer().keep(article, address="https://mirelle.example/1")
    for id in (one.id, two.id):
        said = command("diff", id, "--store", store)
        assert said.code == 0
        assert "[-Twelve-] {+Fourteen+} ferries" in said.stdout
    data = json.loads(command("diff", two.id, "--store", store, "--json").stdout)
    assert (data["from"], data["to"]) == (one.id, two.id)
    assert command("diff", two.id, "--store", store, "--to", "3").code == 2


def test_what_was_told_is_laid_out_for_its_first_reader(store):
    from rashomon.web.making import made_by

    with open_store(store) as opened:
        assert opened.read(lambda view: view.to_lay_out(made_by(), limit=9)) == ()


def test_redo_gives_the_same(store, command, tmp_path):
    command("export", "--store", store, "--out", tmp_path / "before")
    assert command("redo", "--stage", "compare", "--store", store).code == 0
    assert command("redo", "--stage", "annotate", "--store", store, "--quiet").code == 0
    again = command("redo", "--stage", "read", "--store", store)
    assert (again.code, again.stdout) == (0, "2 pages read again: 0 otherwise, 0 failed\n")
    said = command("export", "--store", store, "--format", "jsonl", "--out", tmp_path / "after")
    assert "2 articles" in said.stdout
    before, after = (
        {path.name: path.read_bytes() for path in (tmp_path / name).glob("*.json*")}
        for name in ("before", "after")
    )
    assert before == after
    assert command("redo", "--stage", "write", "--store", store).code == 2


@pytest.mark.parametrize(
    "words", [["status"], ["export", "--out", "x"], ["retry"], ["redo", "--stage", "tell"]]
)
def test_a_store_that_is_not_there_is_said_in_one_line(command, tmp_path, words):
    said = command(*words, "--store", tmp_path / "none.db")
    assert said.code == 3
    assert "there is no store here" in said.stderr
    assert not (tmp_path / "none.db").exists()
