"""`rashomon names`: a person's word is kept beside the dossier, and the next run keeps to it."""

import json

import pytest

STORY = (
    "Ferry strike ends\n\nAndrei Holm of the Harbour Board spoke on Monday. Holm said the strike was over. "
    "The Board of Harbours had asked for it, he said, and the crews of Lund agreed to sail again on Tuesday."
)


@pytest.fixture
def compared(command, tmp_path):
    """Run compare on the story again and give its dossier."""
    (tmp_path / "strike.txt").write_text(STORY, encoding="utf-8")
    out = tmp_path / "out"

    def run(*options):
        assert command("compare", tmp_path / "strike.txt", "--out", out, "--quiet", *options).code == 0
        return json.loads((out / "dossier.json").read_text(encoding="utf-8"))

    return run


def of(dossier, name):
    (found,) = [entity for entity in dossier["entities"] if name in entity["names"]]
    return found["id"]


def test_list_shows_names_and_reasons(command, compared, tmp_path):
    compared()
    run = command("names", "list", tmp_path / "out")
    assert run.code == 0
    assert "Andrei Holm = Holm" in run.stdout
    assert "surname" in run.stdout
    data = json.loads(command("names", "list", tmp_path / "out", "--json", "--all").stdout)
    assert "Holm" in {name for entity in data["entities"] for name in entity["names"]}


def test_a_split_is_kept_and_can_be_taken_back(command, compared, tmp_path):
    before, out = compared(), tmp_path / "out"
    assert of(before, "Holm") == of(before, "Andrei Holm")
    (merge,) = [m["id"] for m in before["merges"] if m["right"] == "Holm"]
    assert command("names", "split", out, merge, "--note", "two cousins").code == 0
    after = compared()
    assert of(after, "Holm") != of(after, "Andrei Holm")
    assert [(j["names"], j["note"]) for j in after["judgements"]] == [
        (["Andrei Holm", "Holm"], "two cousins")
    ]
    assert after["provenance"]["settings"]["judgements"] == 1
    assert compared() == after
    assert command("names", "forget", out, "Holm", "Andrei Holm").code == 0
    assert compared() == before


def test_a_merge_is_kept_in_a_file_of_ones_own(command, compared, tmp_path):
    said, dossier = tmp_path / "ours.toml", compared()
    names = sorted({e["name"] for e in dossier["entities"] if e["kind"] in ("organisation", "person")})[:2]
    assert command("names", "merge", tmp_path / "out", *names, "--judgements", said, "--here").code == 0
    assert dossier["articles"][0]["id"] in said.read_text(encoding="utf-8")
    after = compared("--judgements", said)
    assert of(after, names[0]) == of(after, names[1])
    assert "judgement" in {e["feature"] for merge in after["merges"] for e in merge["evidence"]}


def test_an_alias_file_joins_and_finds_names(command, compared, tmp_path):
    (tmp_path / "own.tsv").write_text(
        "organisation\tHarbour Board|Board of Harbours|crews of Lund\n", "utf-8"
    )
    dossier = compared("--aliases", tmp_path / "own.tsv")
    assert of(dossier, "Harbour Board") == of(dossier, "Board of Harbours") == of(dossier, "crews of Lund")


def test_a_name_that_nobody_bears_is_a_matter_of_usage(command, compared, tmp_path):
    compared()
    for arguments in (("merge", "Holm", "Nobody"), ("split", "m-none"), ("forget", "Holm", "Nobody")):
        run = command("names", arguments[0], tmp_path / "out", *arguments[1:])
        assert run.code == 2
        assert len(run.stderr.strip().splitlines()) == 1
    assert not (tmp_path / "out" / "names.toml").exists()
