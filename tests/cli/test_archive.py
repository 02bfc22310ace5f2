"""`rashomon run` and `rashomon ask`, as one calls them."""

import csv
import io
import json

import pytest

import rashomon.engine
from engine import archive
from engine.inline import Inline
from rashomon.cli import printing
from rashomon.cli.running import Pace
from rashomon.engine.job import Standing

pytest.importorskip("pyarrow")
pytest.importorskip("duckdb")


@pytest.fixture(scope="module")
def ran(command, tmp_path_factory):
    """One run over a small archive, and where its tables are."""
    folder = tmp_path_factory.mktemp("ran")
    rows = [*archive.articles(3), {"title": "no text"}]
    source = archive.write(folder / "a.jsonl.gz", rows)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rashomon.engine, "open_engine", lambda *_, **__: Inline())
        done = command("run", source, "--out", folder / "out", "--dossiers")
    return done, folder / "out"


def test_a_run_says_what_came_of_it_and_what_failed(ran):
    done, out = ran
    assert done.code == 1
    assert "9 articles in 3 stories" in done.stdout
    assert "left out" in done.stderr
    assert ":10:" in done.stderr
    told = sorted((out / "dossiers").iterdir())
    assert [each.name for each in told if not each.is_dir()] == ["index.html"]
    assert len(told) == 4
    assert str(out / "dossiers") in done.stdout


def test_questions_are_listed(command):
    done = command("ask")
    assert done.code == 0
    assert "copying" in done.stdout
    assert "--who" in done.stdout


@pytest.mark.parametrize("form", ["table", "csv", "json"])
def test_an_answer_comes_in_three_forms(ran, command, form):
    done = command("ask", "together", ran[1], "--form", form, "--limit", "2")
    assert done.code == 0
    if form == "csv":
        rows = list(csv.DictReader(io.StringIO(done.stdout)))
        assert [set(row) for row in rows] == [{"one", "other", "stories", "share"}] * 2
        assert "2 of" in done.stderr
    elif form == "json":
        assert len([json.loads(line) for line in done.stdout.splitlines()]) == 2
    else:
        assert "Carrow Courier" in done.stdout
        assert "2 of" in done.stdout


@pytest.mark.parametrize("columns", [40, 100])
@pytest.mark.parametrize("name", ["together", "counts", "said"])
def test_no_value_of_an_answer_is_cut_off(ran, command, monkeypatch, name, columns):
    monkeypatch.setattr(printing, "_PIPED", columns)
    who = ["--who", "Kolvenko"] if name == "said" else []
    done = command("ask", name, ran[1], *who)
    printed = "".join(done.stdout.split())
    bare = command("ask", name, ran[1], *who, "--form", "json")
    rows = [json.loads(line) for line in bare.stdout.splitlines()]
    assert rows
    assert max(map(len, done.stdout.splitlines())) <= columns
    if columns == 40:
        assert all("".join(str(value).split()) in printed for row in rows for value in row.values() if value)
    assert all(row[key] in done.stdout for row in rows for key in row if key in {"article", "story", "point"})


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("copying", "DIR", "--who", "Mira Kolvenko"), "takes no --who"),
        (("DIR",), "there is no question"),
        (("said", "DIR", "--who", " "), "needs --who"),
    ],
)
def test_what_a_question_does_not_know_is_refused(ran, command, arguments, said):
    done = command("ask", *(ran[1] if each == "DIR" else each for each in arguments))
    assert done.code == 2
    assert said in done.stderr
    assert not done.stdout


def test_a_question_about_a_person(ran, command):
    done = command("ask", "said", ran[1], "--who", "Mira Kolvenko", "--form", "json")
    assert done.code == 0
    assert all(json.loads(line)["speaker"] == "Mira Kolvenko" for line in done.stdout.splitlines())


def test_that_nothing_answers_is_said(ran, command):
    done = command("ask", "said", ran[1], "--who", "Nobody At All")
    assert done.code == 0
    assert not done.stdout
    assert "nothing of Nobody At All" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [("run", "-", "--out", "x"), ("ask", "copying"), ("ask", "nothing", "."), ("run", "x", "--out", "y")],
)
def test_wrong_usage_is_said(command, arguments, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    done = command(*arguments)
    assert done.code in {2, 3}
    assert done.stderr.startswith("rashomon: ")


def test_the_pace_leaves_out_what_was_there_before():
    pace = Pace(clock=iter([10.0, 20.0]).__next__)
    assert pace.sentence(Standing("annotate", 0, 100)) == "annotating: 0 of 100"
    said = pace.sentence(Standing("annotate", 60, 100, failed=5, kept=40))
    assert said == "annotating: 60 of 100; 40 from before; 2.0 a second; 20 s left; 5 failed"
