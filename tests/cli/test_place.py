"""`rashomon place`: each article is put into a story as it comes, and every change is told."""

import json

REPORTS = {
    "a": (
        "Dam at Velmora bursts, 14 dead",
        "The Velmora dam burst before dawn on Tuesday and killed 14 people in the village of Ostrel. "
        "Engineer Pavla Rienz said the spillway had been cracked since May. Soldiers took 300 villagers.",
    ),
    "b": (
        "Choir of Tasmerin sings in the rain",
        "The choir of Tasmerin sang its summer concert in the rain on Sunday. Conductor Ilo Brandt thanked "
        "900 listeners who stayed to the end with umbrellas.",
    ),
    "c": (
        "Fourteen drown in Ostrel after dam gives way",
        "Fourteen people drowned in Ostrel when the dam at Velmora gave way on Tuesday. Pavla Rienz, who "
        "inspected the spillway, had warned of cracks. Soldiers brought 300 villagers to safety.",
    ),
}


def lines(names: str) -> str:
    found = [{"title": REPORTS[n][0], "text": REPORTS[n][1], "language": "en", "id": n} for n in names]
    return "".join(json.dumps(row) + "\n" for row in found)


def test_articles_join_and_say_why(command, tmp_path):
    path = tmp_path / "wire.jsonl"
    path.write_text(lines("abc"), encoding="utf-8")
    run = command("place", path)
    assert run.code == 0
    told = [json.loads(line) for line in run.stdout.splitlines()]
    assert [line["kind"] for line in told] == ["new", "new", "joined"]
    assert told[2]["to"] == told[0]["to"]
    assert told[2]["evidence"]
    assert all(len(line["files"]) == len(line["articles"]) for line in told)


def test_what_cannot_be_placed_is_told(command, tmp_path):
    path = tmp_path / "wire.jsonl"
    path.write_text(lines("aa"), encoding="utf-8")
    run = command("place", path)
    assert run.code == 1
    assert "the same article" in run.stderr
    assert len(run.stdout.splitlines()) == 1


def test_a_window_lets_the_oldest_go(command, tmp_path):
    path = tmp_path / "wire.jsonl"
    path.write_text(lines("abc"), encoding="utf-8")
    told = [json.loads(line) for line in command("place", path, "--window", 1).stdout.splitlines()]
    assert [line["kind"] for line in told] == ["new", "new", "new"]


def test_where_nothing_can_be_placed_nothing_was_done(command, tmp_path):
    run = command("place", tmp_path / "absent.jsonl")
    assert run.code == 3
    assert "absent.jsonl: there is no such file" in run.stderr
