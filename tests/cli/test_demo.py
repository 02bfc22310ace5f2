"""`rashomon demo` shows every section of the summary and writes every file."""

import json
import re
from pathlib import Path

README = (Path(__file__).resolve().parents[2] / "README.md").read_text(encoding="utf-8")


def test_it_writes_the_dossier_and_the_articles(demo):
    run, out = demo
    assert run.code == 0, run.stderr
    assert (out / "dossier.json").exists()
    assert len(list((out / "articles").iterdir())) == 7


def test_the_summary_names_every_outlet(demo):
    run, _ = demo
    for outlet in (
        "Sant Ilvo Courier",
        "Tolvar Gazette",
        "Lowland Daily",
        "Harbour Post",
        "Northern Ledger",
        "Verash Today",
    ):
        assert outlet in run.stdout


def test_the_summary_is_plain_where_nobody_watches(demo):
    run, _ = demo
    assert "\x1b" not in run.stdout
    assert all(line == line.rstrip() for line in run.stdout.splitlines())


def test_its_sections_stand_in_order(demo):
    run, _ = demo
    places = [run.stdout.index(f"\n{title}") for title in ("Contested", "Agreed", "Told by one only")]
    assert places == sorted(places)


def test_the_readme_shows_this_story(demo):
    run, _ = demo
    shown = README.partition("```text\n")[2].partition("```")[0]
    heading, _, sections = run.stdout.partition("\nContested")
    assert shown.startswith(heading)
    for title in ("Contested", "Agreed", "Told by one only"):
        there, here = (re.search(rf"\n{title}  (\d+)", text) for text in (shown, run.stdout))
        assert there
        assert here
        assert abs(int(there[1]) - int(here[1])) <= 2  # which may differ from machine to machine
    assert sections


def test_the_readmes_python_shows_the_words(article, capsys, monkeypatch):
    (article.parent / "articles").mkdir()
    article.rename(article.parent / "articles" / article.name)
    monkeypatch.chdir(article.parent)
    exec(README.partition("```python\n")[2].partition("```")[0], {})
    assert "We checked every bolt" in capsys.readouterr().out


def test_verify_holds(demo, command):
    _, out = demo
    run = command("verify", out / "dossier.json")
    assert run.code == 0, run.stdout


def test_all_six_make_one_story(demo):
    _, out = demo
    data = json.loads((out / "dossier.json").read_text(encoding="utf-8"))
    assert len(data["articles"]) == 6
    assert data["failures"] == []
    assert [Path(article["file"]).name[:2] for article in data["articles"]] == [
        "01",
        "02",
        "03",
        "04",
        "05",
        "06",
    ]
