"""The desk's job on a SQLite store: idempotent, resumable at every point, people's word kept."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import TypeVar

import pytest
from sqlalchemy import Connection, Engine

import fables
from rashomon import desk
from rashomon.desk import redo, retry, work
from rashomon.model import Article
from rashomon.model.errors import UsageError
from rashomon.store import Store, open_store, transactions, writer

T = TypeVar("T")

STORM = (
    "Storm closes the port of Harrand\n\nHARRAND: The port of Harrand closed on Monday as a storm came in, "
    "harbour master Odile Brun said. “Nobody sails tonight,” Brun said. Twelve ships waited outside.\n"
)
STORM_TOO = (
    "Port of Harrand shut as storm nears\n\nHARRAND: A storm closed the port of Harrand on Monday, harbour "
    "master Odile Brun said. “Nobody sails tonight,” she said. Fourteen ships waited outside the port.\n"
)
OPERA = (
    "Soprano takes her last bow in Coriss\n\nCORISS: The soprano Lia Marchetta sang her farewell on Saturday "
    "before 2,000 listeners. “I stayed for the warmth,” Marchetta said.\n"
)


def articles() -> list[Article]:
    return [
        fables.article(
            text, outlet=outlet, published="2031-03-03", title=text.split("\n")[0], file=f"{outlet}.txt"
        )
        for text, outlet in ((STORM, "Mirelle Post"), (STORM_TOO, "Quay Gazette"), (OPERA, "Coriss Herald"))
    ] + [fables.article("Zug 9? Nein!", language=None, file="short.txt")]


def fill(store: Store) -> None:
    for article in articles():
        store.writer().keep(article, address=article.file)


def manifest(store: Store, folder) -> bytes:
    with store.view() as view:
        view.export(folder)
    return (folder / "manifest.json").read_bytes()


@pytest.fixture
def store(tmp_path):
    with open_store(tmp_path / "desk.db") as opened:
        yield opened


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory) -> bytes:
    """What a job that nothing disturbs makes of the articles."""
    folder = tmp_path_factory.mktemp("undisturbed")
    with open_store(folder / "desk.db") as store:
        fill(store)
        work(store)
        return manifest(store, folder / "out")


def test_the_job_works_everything_out_once(store):
    fill(store)
    first, second = work(store), work(store)
    assert (first.annotated, first.stories, first.told, first.failed) == (3, 2, 2, 1)
    assert (second.annotated, second.stories, second.told, second.failed) == (0, 2, 0, 0)
    with store.view() as view:
        (failure,) = view.failures()
        assert (failure.input, failure.stage, failure.kind) == ("short.txt", "annotate", "language")
        assert {row.articles for row in view.stories()} == {1, 2}
        assert [run.state for run in view.runs()] == ["done", "done"]
        assert [stage.stage for stage in view.runs()[1].stages] == ["annotate", "group", "compare"]
        assert {quote.speaker_name for quote in view.quotes()} >= {"Odile Brun", "Lia Marchetta"}


class Killed(BaseException):
    """Stands for a kill: nothing may catch it and go on."""


def killed_at(point: int, monkeypatch, *, after: bool) -> Callable[[], bool]:
    """Have the write with that number killed, before or after its commit; the answer: was there one."""
    real, seen = transactions.write, 0

    def dying(engine: Engine, job: Callable[[Connection], T], *, patience: float) -> T:
        nonlocal seen
        seen += 1

        def half(connection: Connection) -> T:
            done = job(connection)
            if seen == point and not after:
                raise Killed
            return done

        done = real(engine, half, patience=patience)
        if seen == point:
            raise Killed
        return done

    monkeypatch.setattr(writer, "write", dying)
    return lambda: seen >= point


@pytest.mark.parametrize("after", [False, True], ids=["before the commit", "after the commit"])
def test_killed_at_any_write_and_started_again_it_ends_the_same(tmp_path, monkeypatch, undisturbed, after):
    for point in range(1, 100):
        with open_store(tmp_path / f"{point}.db") as store:
            fill(store)
            with monkeypatch.context() as patched:
                was_killed = killed_at(point, patched, after=after)
                with suppress(Killed):
                    work(store)
            work(store)
            assert manifest(store, tmp_path / str(point)) == undisturbed, point
        if not was_killed():
            break
    assert point > 8


def test_redoing_a_stage_gives_the_same_and_keeps_the_versions(store, tmp_path, undisturbed):
    fill(store)
    work(store)
    for stage in ("annotate", "group", "resolve", "compare", "tell"):
        redo(store, stage)
        work(store)
        assert manifest(store, tmp_path / stage) == undisturbed
    with pytest.raises(UsageError, match="no stage"):
        redo(store, "read")


def test_a_new_article_makes_a_new_version_of_its_story_alone(store):
    one, two, opera, _ = articles()
    for article in (one, opera):
        store.writer().keep(article)
    work(store)
    store.writer().keep(two)
    assert work(store).told == 1
    with store.view() as view:
        assert {row.version: row.articles for row in view.stories()} == {1: 1, 2: 2}


def test_a_revision_takes_the_earlier_text_out_of_the_story(store):
    one, *_ = articles()
    store.writer().keep(one, address="x")
    work(store)
    later = replace(
        one, id="a-later", text=one.text + "The storm passed.\n", raw=one.raw + "The storm passed.\n"
    )
    store.writer().keep(later, address="x")
    work(store)
    with store.view() as view:
        (row,) = view.stories()
        assert view.dossier(row.id).json()["story"]["articles"] == ["a-later"]


def later_text(article: Article) -> Article:
    more = "The storm passed.\n"
    return replace(article, id=f"{article.id}-later", text=article.text + more, raw=article.raw + more)


def test_a_story_of_one_article_keeps_its_id_when_that_is_revised(store):
    *_, opera, _ = articles()
    store.writer().keep(opera, address="x")
    work(store)
    with store.view() as view:
        (before,) = view.stories()
    store.writer().keep(later_text(opera), address="x")
    work(store)
    with store.view() as view:
        (after,) = view.stories()
        assert (after.id, after.version) == (before.id, 2)


def test_an_article_read_again_stays_in_its_story(store):
    fill(store)
    work(store)
    with store.view() as view:
        before = {row.id: row.articles for row in view.stories()}
    for article in articles()[:3]:
        store.writer().keep_reading(article.id, later_text(article))
    assert work(store).annotated == 3
    with store.view() as view:
        assert {row.id: row.articles for row in view.stories()} == before
        assert {row.version for row in view.stories()} == {2}


def test_a_revision_of_an_article_that_a_person_moved_moves_with_it(store):
    fill(store)
    work(store)
    _, two, _, _ = articles()
    with store.view() as view:
        lone, pair = sorted(view.stories(), key=lambda row: row.articles)
    store.writer().judge("move", {"article": two.id, "story": lone.id}, who="ada")
    work(store)
    store.writer().keep(later_text(two), address=two.file)
    work(store)
    with store.view() as view:
        assert {row.id: row.articles for row in view.stories()} == {lone.id: 2, pair.id: 1}


def test_an_article_that_a_person_moved_stays_there_until_it_is_undone(store):
    fill(store)
    work(store)
    with store.view() as view:
        before = {row.articles: row for row in view.stories()}
    lone, pair = before[1], before[2]
    _, two, _, _ = articles()
    said = store.writer().judge("move", {"article": two.id, "story": lone.id}, who="ada")
    work(store)
    redo(store, "group")
    work(store)
    with store.view() as view:
        assert {row.id: row.articles for row in view.stories()} == {lone.id: 2, pair.id: 1}
    store.writer().undo(said.id, who="ada")
    work(store)
    with store.view() as view:
        assert {row.id: row.articles for row in view.stories()} == {lone.id: 1, pair.id: 2}


def test_names_that_a_person_parted_stay_apart_on_every_run(store):
    fill(store)
    work(store)
    said = store.writer().judge(
        "split", {"kind": "person", "names": ["Odile Brun", "Brun"], "story": None}, who="ada"
    )
    redo(store, "resolve")
    work(store)
    with store.view() as view:
        assert {"Odile Brun", "Brun"} <= {entity.name for entity in view.entities(kind="person")}
    store.writer().undo(said.id, who="ada")
    work(store)
    with store.view() as view:
        assert "Brun" not in {entity.name for entity in view.entities(kind="person")}


def test_a_story_that_breaks_is_a_failure_and_can_be_tried_again(store, monkeypatch):
    fill(store)
    real = desk.telling._dossier

    def breaks(story, members, judgements):
        if "Coriss" in members[0].article.text:
            raise RuntimeError("broken")
        return real(story, members, judgements)

    monkeypatch.setattr(desk.telling, "_dossier", breaks)
    assert work(store).told == 1
    assert work(store).failed == 0  # known: not tried again by itself
    with store.view() as view:
        failures = view.failures()
    assert [failure.stage for failure in failures] == ["annotate", "compare"]
    assert "please report it" in failures[1].reason
    monkeypatch.setattr(desk.telling, "_dossier", real)
    retry(store, failures)
    assert work(store).told == 1
    with store.view() as view:
        assert [failure.stage for failure in view.failures()] == ["annotate"]


def test_grouping_that_breaks_is_a_failure_and_the_rest_goes_on(store, monkeypatch):
    one, two, opera, _ = articles()
    for article in (one, opera):
        store.writer().keep(article)
    work(store)
    real = desk.grouping._stories

    def breaks(given):
        raise RuntimeError("broken")

    store.writer().keep(two)
    redo(store, "compare")
    monkeypatch.setattr(desk.grouping, "_stories", breaks)
    done = work(store)
    assert (done.annotated, done.stories, done.told, done.failed) == (1, 2, 2, 1)
    assert work(store).failed == 1, "it is tried again by itself"
    with store.view() as view:
        (failure,) = view.failures()
        assert (failure.stage, failure.times, view.runs()[0].state) == ("group", 2, "done")
    monkeypatch.setattr(desk.grouping, "_stories", real)
    retry(store, [failure])
    done = work(store)
    assert (done.stories, done.told, done.failed) == (2, 1, 0)
    with store.view() as view:
        assert view.failures() == ()


def test_two_jobs_at_once_are_refused(store):
    with store.alone("work"), pytest.raises(UsageError, match="another process"):
        work(store)
