"""`rashomon compare`: inputs, outputs and exit codes."""

import json
import subprocess
import sys

import pytest


def test_no_input_is_a_matter_of_usage(command):
    run = command("compare")
    assert run.code == 2
    assert "Usage: rashomon compare" in run.stderr


def test_no_command_shows_the_help(command):
    run = command()
    assert run.code == 2
    assert "compare" in run.stdout + run.stderr


def test_an_unknown_option_is_a_matter_of_usage(command, article):
    assert command("compare", article, "--nonsense").code == 2


def test_a_missing_file_is_named_in_one_line(command, tmp_path):
    run = command("compare", tmp_path / "absent.txt", "--out", tmp_path / "out")
    assert run.code == 3
    assert len(run.stderr.strip().splitlines()) == 1
    assert "absent.txt" in run.stderr
    assert not (tmp_path / "out").exists()


def test_a_bad_input_is_left_out_and_the_rest_goes_on(command, article, tmp_path):
    (tmp_path / "empty.txt").touch()
    run = command("compare", article, tmp_path / "empty.txt", "--out", tmp_path / "out")
    assert run.code == 1
    assert "empty.txt" in run.stderr
    data = json.loads((tmp_path / "out" / "dossier.json").read_text(encoding="utf-8"))
    assert len(data["articles"]) == 1
    assert data["failures"][0]["input"].endswith("empty.txt")


def test_json_prints_the_dossier_and_writes_nothing(command, article, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    run = command("compare", article, "--json")
    assert run.code == 0
    assert json.loads(run.stdout)["schema"] == "rashomon/dossier/1"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bridge.txt"]


def test_json_with_out_does_both(command, article, tmp_path):
    run = command("compare", article, "--json", "--out", tmp_path / "out")
    assert (tmp_path / "out" / "dossier.json").read_text(encoding="utf-8") == run.stdout


def test_quiet_says_nothing(command, article, tmp_path):
    run = command("compare", article, "--quiet", "--out", tmp_path / "out")
    assert (run.code, run.stdout, run.stderr) == (0, "", "")


def test_standard_input(command, article):
    run = command("compare", "-", "--json", stdin=article.read_text(encoding="utf-8"))
    assert run.code == 0
    assert "every bolt" in json.loads(run.stdout)["articles"][0]["text"]


def test_metadata_may_lie_elsewhere(command, article, tmp_path):
    known = tmp_path / "known.csv"
    known.write_text("file,outlet,published\nbridge.txt,The Velland Echo,2031-05-28\n")
    run = command("compare", article, "--json", "--metadata", known)
    assert json.loads(run.stdout)["articles"][0]["outlet"] == "The Velland Echo"


def test_several_stories_come_out_as_several_dossiers(command, article, tmp_path):
    other = tmp_path / "opera.txt"
    other.write_text(
        "Soprano Lia Marchetta takes her last bow in Coriss\n\n"
        "CORISS: The soprano Lia Marchetta sang her farewell on Saturday before 2,000 listeners.\n\n"
        "She began at the opera house as a coat-check girl. “I stayed for the warmth,” she said.\n"
    )
    out = tmp_path / "out"
    run = command("compare", article, other, "--out", out)
    assert run.code == 0
    index = json.loads((out / "index.json").read_text(encoding="utf-8"))
    assert len(index["stories"]) == 2
    for story in index["stories"]:
        assert (out / story["dossier"]).exists()
        assert story["id"] in run.stdout
        assert f"{story['id']}/report.html" in (out / "index.html").read_text(encoding="utf-8")
    command("compare", article, "--out", out)
    assert sorted(path.name for path in out.iterdir() if path.is_file()) == [
        "brief.md",
        "dossier.json",
        "report.html",
    ]
    command("compare", article, other, "--out", out)
    assert sorted(path.name for path in out.iterdir() if path.is_file()) == ["index.html", "index.json"]


def test_one_story_joins_them(command, article, tmp_path):
    other = tmp_path / "opera.txt"
    other.write_text(
        "Soprano takes her last bow\n\nThe soprano Lia Marchetta sang her farewell on Saturday.\n"
    )
    run = command("compare", article, other, "--one-story", "--json")
    assert len(json.loads(run.stdout)["articles"]) == 2


def test_a_folder_that_cannot_be_made_is_named(command, article, tmp_path):
    (tmp_path / "taken").write_text("a file")
    run = command("compare", article, "--out", tmp_path / "taken")
    assert run.code == 3
    assert "taken" in run.stderr
    assert "Traceback" not in run.stderr


def test_a_fault_of_ours_is_one_line_too(command, article, monkeypatch):
    monkeypatch.delenv("RASHOMON_DEBUG", raising=False)
    monkeypatch.setattr("rashomon.cli.run.dossiers", lambda *_, **__: 1 / 0)
    run = command("compare", article)
    assert run.code == 3
    assert len(run.stderr.strip().splitlines()) == 1
    assert "ZeroDivisionError" in run.stderr


def test_words_of_an_article_never_steer_the_terminal(command, article, tmp_path):
    article.write_text(
        article.read_text(encoding="utf-8").replace("bolt", "bolt \x1b[31mred\x9b2J \u202eback")
    )
    run = command("compare", article, "--out", tmp_path / "out")
    assert not set("\x1b\x9b\u202e") & set(run.stdout)


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["compare", "--help"]])
def test_it_answers_at_once(arguments):
    """Nothing heavy is imported before there is work for it."""
    script = (
        "import sys\n"
        "from rashomon.cli import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "print('LOADED', *sorted({name.split('.')[0] for name in sys.modules}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments], capture_output=True, check=True, text=True
    )
    printed, loaded = done.stdout.rsplit("LOADED", 1)
    assert printed.strip()
    assert not set(loaded.split()) & {
        *("spacy", "onnxruntime", "tokenizers", "trafilatura", "jinja2", "numpy"),
        *("sqlalchemy", "psycopg", "fastapi", "uvicorn"),
    }


def test_version_is_that_of_the_package(command):
    import rashomon

    assert command("--version").stdout.strip() == f"rashomon {rashomon.__version__}"


def test_a_date_that_is_left_out_is_not_told_as_an_article_left_out(command, article, tmp_path):
    (tmp_path / "metadata.csv").write_text(f"file,published\n{article.name},03/04/2031\n")
    run = command("compare", article, "--out", tmp_path / "out")
    assert run.code == 1
    assert "03/04/2031" in run.stderr
    assert not run.stderr.startswith("rashomon: left out")


def test_another_language_is_named_in_words(command, article, tmp_path):
    words = "Vlak do Orly vyjel v pondělí ráno o hodinu později, protože na trati ležel strom. "
    (tmp_path / "other.txt").write_text(words * 3, encoding="utf-8")
    run = command("compare", article, tmp_path / "other.txt", "--out", tmp_path / "out")
    assert "Czech" in run.stderr


def test_a_file_of_somebody_else_is_left_where_it_is(command, article, tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    (out / "index.json").write_text('{"pages": 3}')
    (out / "index.html").write_text("mine")
    assert command("compare", article, "--out", out).code == 0
    assert (out / "index.html").read_text() == "mine"


def test_judgements_that_are_not_there_are_told(command, article, tmp_path):
    run = command("compare", article, "--out", tmp_path / "out", "--judgements", tmp_path / "names.tml")
    assert run.code == 0
    assert "names.tml does not exist yet" in run.stderr
    assert not command("compare", article, "--out", tmp_path / "out").stderr


def test_an_address_is_told_as_it_was_given(command, article, tmp_path):
    run = command("compare", article, "https://orla.example/a", "--out", tmp_path / "out")
    assert run.code == 1
    assert "https://orla.example/a: it is an address" in run.stderr
