"""What a foolish call gets: one line that names the input and says what to do, and no traceback."""

import json
import os
import subprocess
import sys

import pytest


@pytest.fixture
def refused(command, tmp_path, monkeypatch):
    """Make a call in an empty folder that nothing can come of; returns its code and its one line."""
    monkeypatch.chdir(tmp_path)

    def call(*arguments):
        run = command(*arguments)
        assert len(run.stderr.strip().splitlines()) == 1, run.stderr
        assert "Traceback" not in run.stderr
        return run.code, run.stderr

    return call


def test_an_empty_folder_is_named(refused, tmp_path):
    (tmp_path / "bare").mkdir()
    code, said = refused("compare", "bare")
    assert code == 3
    assert "bare: the folder is empty: .txt, .html" in said


def test_an_empty_path_is_not_the_folder_one_stands_in(refused, tmp_path):
    (tmp_path / "a.txt").write_text("The bridge at Pellworth reopened on Tuesday.")
    code, said = refused("compare", "")
    assert code == 3
    assert "an empty path" in said


@pytest.mark.parametrize("address", ["https://orla.example/bridge", "ftp://orla.example/bridge.txt"])
def test_an_address_is_no_path(refused, address):
    code, said = refused("compare", address)
    assert code == 3
    assert "save the page, or take it into a store with `rashomon add`" in said


@pytest.mark.parametrize(
    "call", [("compare", "a.txt"), ("demo",), ("run", "a.txt"), ("export", "--store", "s")]
)
def test_a_file_is_no_folder_to_write_to(refused, tmp_path, call):
    (tmp_path / "taken").write_text("a file")
    code, said = refused(*call, "--out", os.path.join("taken", "deeper"))
    assert code == 3
    assert "taken: it is a file, not a folder: give another --out" in said


@pytest.mark.parametrize("option", ["--aliases", "--judgements", "--metadata"])
def test_an_option_that_names_what_is_no_file_says_which(refused, option):
    code, said = refused("compare", "a.txt", option, ".")
    assert code == 3
    assert ".: it is a folder, not a file" in said


@pytest.mark.parametrize("option", ["--aliases", "--metadata"])
def test_a_file_of_the_call_that_is_not_there_is_named(refused, option):
    code, said = refused("compare", "a.txt", option, "names.tsv")
    assert code == 3
    assert "names.tsv: there is no such file or folder" in said


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ({"a.txt": 3}, 'what it says of "a.txt" must be an object with file, title'),
        ([{"file": "a.txt"}, "b.txt"], "row 2 must be an object with file, title"),
    ],
)
def test_metadata_of_another_shape_is_told(command, article, tmp_path, body, fault):
    (tmp_path / "known.json").write_text(json.dumps(body))
    run = command("compare", article, "--metadata", tmp_path / "known.json", "--out", tmp_path / "out", "-q")
    assert run.code == 1
    assert fault in run.stderr


@pytest.mark.parametrize(
    "call",
    [
        ("compare", "a.txt", "--aliases", "noise"),
        ("compare", "a.txt", "--judgements", "noise"),
        ("serve", "--store", "desk.db", "--token-file", "noise"),
    ],
)
def test_a_file_of_the_call_that_is_no_text_is_named(refused, tmp_path, call):
    (tmp_path / "noise").write_bytes(b"\xff\xfe\x00\xcc")
    code, said = refused(*call)
    assert code == 3
    assert said.startswith("rashomon: noise: it is no UTF-8 text")


def test_json_of_another_shape_is_told_in_words(refused, tmp_path):
    (tmp_path / "a.jsonl").write_text('42\n"text"\n[]\nnull\n{"text": "one\n')
    code, said = refused("compare", "a.jsonl")
    assert code == 3
    for kind in (
        "not a number",
        "not a string",
        "not a list",
        "not null",
        "Invalid control character, column 14",
    ):
        assert kind in said


def test_what_is_no_dossier_is_not_checked(refused, tmp_path):
    (tmp_path / "other.json").write_text('{"schema": "another/1"}')
    (tmp_path / "noise.json").write_bytes(b"\xff\xfe\x00\xcc")
    assert refused("verify", "other.json")[0] == 3
    assert "nor any text" in refused("verify", "noise.json")[1]
    assert "it is no dossier" in refused("names", "list", "other.json")[1]


def test_a_store_that_cannot_be_made_says_what_to_look_at(refused, tmp_path):
    (tmp_path / "a.txt").write_text("The bridge at Pellworth reopened on Tuesday.")
    code, said = refused("add", "a.txt", "--store", os.path.join("absent", "desk.db"))
    assert code == 3
    assert "is its folder there" in said


@pytest.mark.parametrize(
    "inputs", [["nowhere"], ["bare"], ["noise.txt"], ["nowhere.xml"], ["text.xml"], ["nowhere", "bare"]]
)
def test_where_nothing_could_be_read_no_store_is_made(refused, tmp_path, inputs):
    (tmp_path / "bare").mkdir()
    (tmp_path / "noise.txt").write_bytes(bytes(range(256)) * 8)
    (tmp_path / "text.xml").write_text("no feed at all")
    code, said = refused("add", *inputs, "--store", "desk.db")
    assert code == 3
    assert all(name in said for name in inputs)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bare", "noise.txt", "text.xml"]


@pytest.mark.parametrize("call", [("add", "absent.toml"), ("watch", "absent.opml")])
def test_for_a_list_that_is_not_there_no_store_is_made(refused, tmp_path, call):
    code, said = refused(*call, "--store", "desk.db")
    assert code == 2
    assert "absent" in said
    assert not any(tmp_path.iterdir())


def test_what_failed_before_is_not_told_again(command, article, tmp_path):
    command("add", article, "--store", tmp_path / "desk.db", "--no-work")
    first = command("add", tmp_path / "one.txt", "--store", tmp_path / "desk.db", "--no-work")
    second = command("add", tmp_path / "two.txt", "--store", tmp_path / "desk.db", "--no-work")
    assert "one.txt" in first.stderr
    assert "one.txt" not in second.stderr
    assert "two.txt" in second.stderr
    again = command("add", tmp_path / "one.txt", "--store", tmp_path / "desk.db", "--no-work")
    assert "one.txt" in again.stderr


def test_of_many_inputs_that_cannot_be_read_each_has_a_line(command, tmp_path):
    for number in range(30):
        (tmp_path / f"{number:02}.txt").touch()
    run = command("compare", tmp_path, "--out", tmp_path / "out")
    *lines, last = run.stderr.strip().splitlines()
    assert run.code == 3
    assert [line.split("/")[-1][:6] for line in lines] == [f"{number:02}.txt" for number in range(30)]
    assert "27 more inputs" in last
    assert len(last) < 500


@pytest.mark.parametrize(
    "call",
    [
        ("add", "a.txt"),
        ("watch", "a.toml"),
        ("status",),
        ("retry",),
        ("redo", "--stage", "tell"),
        ("diff", "s-1"),
    ],
)
def test_what_an_extra_brings_is_named_and_no_fault(tmp_path, call):
    """In a process of its own, that has not imported it yet."""
    program = (
        "import sys; sys.modules['sqlalchemy'] = None\n"
        f"sys.argv = {['rashomon', *call, '--store', 'desk.db']!r}\n"
        "from rashomon.cli import main\nmain()"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 2
    assert (
        done.stderr
        == "rashomon: this needs sqlalchemy, which is not installed: pip install 'rashomon[desk]'\n"
    )
