"""Pages read again: what a better reader finds takes the old reading's place, and is nobody's revision."""

import dataclasses
import json

import pytest

from fictional import FERRY, PLAIN
from intake.outlets import article as page
from rashomon import read
from rashomon.intake import add, read_again, rereading
from rashomon.intake.adding import Order
from rashomon.read import articles_of


@pytest.fixture
def filled(store, tmp_path):
    """Three articles, one of them known better than its page says."""
    (tmp_path / "a.txt").write_text(FERRY, encoding="utf-8")
    (tmp_path / "b.html").write_bytes(page("Plain", 1))
    (tmp_path / "c.json").write_text(json.dumps({"text": PLAIN, "url": "https://orla.example/1"}))
    metadata = tmp_path / "known.csv"
    metadata.write_text("file,outlet,published\na.txt,Orla Post,2031-05-28\n")
    add(store, [str(tmp_path / name) for name in ("a.txt", "b.html", "c.json")], Order(metadata=metadata))
    return store


def articles(store):
    with store.view() as view:
        return [view.article(id) for id in view.to_read()]


def better(monkeypatch, change):
    """From now on the reader makes this of each article."""

    def reading(arrived):
        return [change(each) if isinstance(each, read.Article) else each for each in articles_of(arrived)]

    monkeypatch.setattr(rereading, "articles_of", reading)


def test_a_reader_that_learned_nothing_changes_nothing(filled, tmp_path):
    before = articles(filled)
    tally = read_again(filled)
    assert (tally.done, tally.new, tally.same, tally.failed) == (3, 0, 3, 0)
    assert articles(filled) == before
    assert len(before) == 3
    with filled.view() as view:
        assert (view.runs()[0].kind, view.runs()[0].state) == ("redo", "done")


def test_another_text_takes_the_place_of_the_one_read_before(filled, monkeypatch):
    before = {each.article.id: each for each in articles(filled)}
    better(
        monkeypatch, lambda article: dataclasses.replace(article, id=f"{article.id}-too", byline="Ana Ruiz")
    )
    assert read_again(filled).new == 3
    after = articles(filled)
    assert {each.article.id for each in after} == {f"{id}-too" for id in before}
    with filled.view() as view:
        for new in after:
            old = view.article(new.article.id.removesuffix("-too"))
            assert (old.revised_by, old.reread_as) == (new.article.id, new.article.id)
            assert old.article == before[old.article.id].article
            assert (new.added, new.address, new.revision_of) == (old.added, old.address, None)
            assert view.revisions(new.article.id) == (new.article.id,), "the outlet revised nothing"
            assert view.raw(new.article.id) is not None
        assert view.current("https://orla.example/1").endswith("-too")
        assert view.in_place_of() == {id: f"{id}-too" for id in before}


def test_what_is_found_besides_the_text_is_found_anew(filled, monkeypatch):
    better(monkeypatch, lambda article: dataclasses.replace(article, photo_credits=("Orla",)))
    ids = [each.article.id for each in articles(filled)]
    assert read_again(filled).new == 3
    assert [each.article.id for each in articles(filled)] == ids
    assert all(each.article.photo_credits == ("Orla",) for each in articles(filled))
    assert read_again(filled).same == 3


def test_a_page_that_can_be_read_no_more_is_a_failure_and_its_text_stays(filled, monkeypatch):
    def reading(arrived):
        found = list(articles_of(arrived))
        if arrived.media == "text/html":
            return [read.Failure(arrived.name, "read", "it holds no words")]
        return found

    monkeypatch.setattr(rereading, "articles_of", reading)
    before = articles(filled)
    assert read_again(filled).failed == 1
    assert articles(filled) == before
    with filled.view() as view:
        (failure,) = view.failures()
        assert (failure.stage, failure.input[-6:]) == ("read", "b.html")


def test_stopped_it_goes_on_where_it_was(filled, monkeypatch):
    seen = []

    def reading(arrived):
        seen.append(arrived.name)
        if len(seen) == 2:
            raise KeyboardInterrupt
        return list(articles_of(arrived))

    monkeypatch.setattr(rereading, "articles_of", reading)
    with pytest.raises(KeyboardInterrupt):
        read_again(filled)
    assert read_again(filled).done == 2
    assert len(set(seen)) == 3
    assert read_again(filled).done == 3


def test_a_page_kept_without_what_was_said_of_it_is_read_by_what_its_article_says(filled):
    from sqlalchemy import update

    from rashomon.store import schema
    from rashomon.store.engine import open_engine

    before = articles(filled)
    engine = open_engine(filled.address)
    with engine.begin() as connection:
        connection.execute(update(schema.raws).values(said=None))
    engine.dispose()
    assert read_again(filled).same == 3
    assert articles(filled) == before
