"""Exports: complete, in a stable order, the same bytes from either database."""

import json
from pathlib import Path

import fables
from rashomon.model import Failure, Story
from rashomon.store import Feed, Input, Raw, Store, open_store
from rashomon.store.schema import METADATA


def fill(store: Store, *, turned: bool = False) -> None:
    """Put one of everything in, the articles in either order."""
    writer = store.writer()
    run = writer.start_run("add", ["x"])
    articles = [
        fables.article(outlet=name, title="Ä\x00 \ud800") for name in ("Zébra", "apple", "Mirelle Post", "_")
    ]
    for article in reversed(articles) if turned else articles:
        writer.keep(
            article, input=Input(f"{article.outlet}.txt", "1"), raw=Raw(b"\x00\xff"), address=article.id
        )
    writer.fail(Failure("gone.txt", "read", "there is no such file"), payload="p")
    writer.put_feed(Feed("https://mirelle.example/rss", "Mirelle", {"etag": "1"}))
    ids = tuple(article.id for article in articles)
    writer.keep_stories([Story(id="s-1", title="Storm", date=None, place=None, articles=ids)], mark="m")
    writer.keep_dossier("s-1", json.dumps(fables.dossier("s-1", *articles)), made_from="d")
    writer.progress(run, "read", done=4)
    writer.end_run(run)


def exported(store: Store, folder: Path) -> dict[str, bytes]:
    with store.view() as view:
        view.export(folder)
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*.json*"))}


def test_both_databases_give_the_same_bytes(sqlite_address, postgres_address, tmp_path):
    with open_store(sqlite_address) as one, open_store(postgres_address) as two:
        fill(one)
        fill(two, turned=True)
        assert exported(one, tmp_path / "one") == exported(two, tmp_path / "two")


def test_every_table_is_exported_but_indexes_and_marks(store, tmp_path):
    fill(store)
    exported(store, tmp_path)
    files = {path.stem for path in tmp_path.rglob("*.jsonl")}
    assert files == {
        name for name, table in METADATA.tables.items() if table.info["part"] in ("record", "log")
    }
    assert files == set(METADATA.tables) - {"search", "marks", "layouts"}


def test_clocks_are_kept_apart(store, tmp_path):
    fill(store)
    files = exported(store, tmp_path)
    with store.view() as view:
        day = view.runs()[0].started[:10]
    assert not [name for name, body in files.items() if day.encode() in body]
    rows = (tmp_path / "log" / "articles.jsonl").read_text().splitlines()
    assert all(json.loads(row)["added"].startswith(day) for row in rows)


def test_the_manifest_says_what_there_is(store, tmp_path):
    fill(store)
    manifest = json.loads(exported(store, tmp_path)["manifest.json"])
    assert manifest["tables"]["articles"]["rows"] == 4
    assert manifest["tables"]["raws"]["rows"] == 4
    ids = [json.loads(line)["id"] for line in (tmp_path / "articles.jsonl").read_text().splitlines()]
    assert ids == sorted(ids)
