"""`rashomon verify`: the exit code tells, and errors are one line."""

import json


def test_a_changed_word_is_found(command, demo, tmp_path):
    _, out = demo
    data = json.loads((out / "dossier.json").read_text(encoding="utf-8"))
    data["quotes"][0]["content"][0]["exact"] += " indeed"
    path = tmp_path / "dossier.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    run = command("verify", path)
    assert run.code == 1
    assert "quotes[0].content[0]" in run.stdout


def test_a_folder_stands_for_its_dossier(command, demo):
    _, out = demo
    assert command("verify", out).code == 0


def test_what_is_no_dossier_is_refused_in_one_line(command, tmp_path):
    for name, body in {"a.json": "not JSON", "b.json": "[1, 2]", "c.json": "[" * 100_000}.items():
        path = tmp_path / name
        path.write_text(body)
        run = command("verify", path)
        assert run.code == 3
        assert len(run.stderr.strip().splitlines()) == 1
        assert name in run.stderr


def test_a_missing_file_is_named(command, tmp_path):
    run = command("verify", tmp_path / "absent.json")
    assert run.code == 3
    assert "absent.json" in run.stderr
