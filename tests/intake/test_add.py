"""Adding: everything that can be given is read once, what failed is named, and again does only that."""

import gzip
import json
import shutil

import pytest

from fictional import FERRY, PLAIN
from intake.bad_outlets import answers
from intake.conftest import hasty
from intake.outlets import article, rss, titles
from rashomon.intake import add, again
from rashomon.intake.adding import Order
from rashomon.model.errors import UsageError
from read.archives import answer, crawl, packed, record

loopback = [pytest.mark.enable_socket, pytest.mark.allow_hosts(["127.0.0.1"])]


@pytest.fixture
def folder(tmp_path):
    """Inputs of every kind, one of them bad."""
    folder = tmp_path / "inputs"
    folder.mkdir()
    (folder / "a.txt").write_text(FERRY, encoding="utf-8")
    (folder / "b.html").write_bytes(article("Plain", 1))
    (folder / "c.warc.gz").write_bytes(packed(crawl()))
    lines = [
        json.dumps({"text": PLAIN, "url": f"https://orla.example/{n}", "outlet": "Orla"}) for n in (1, 2)
    ]
    (folder / "d.jsonl").write_text("\n".join([*lines, "{broken"]) + "\n")
    (folder / "e.jsonl.gz").write_bytes(
        gzip.compress(json.dumps({"text": PLAIN, "outlet": "Hallin"}).encode())
    )
    return folder


def open_failures(store):
    with store.view() as view:
        return view.failures()


def test_folders_archives_and_lines_are_read_once(store, folder):
    first = add(store, [str(folder)], Order())
    assert (first.new, first.failed, first.done, first.total) == (9, 1, 10, 10)
    second = add(store, [str(folder)], Order())
    assert (second.new, second.same, second.failed) == (0, 10, 0)
    with store.view() as view:
        assert view.counts()["articles"] == 9
        assert view.current("https://orla.example/1")
        assert [run.state for run in view.runs()] == ["done", "done"]


def test_what_was_mended_is_read_and_nothing_else(store, folder):
    add(store, [str(folder)], Order())
    (failure,) = open_failures(store)
    assert failure.input.endswith("d.jsonl:3")
    data = (folder / "d.jsonl").read_text().replace("{broken", json.dumps({"text": FERRY, "outlet": "Orla"}))
    (folder / "d.jsonl").write_text(data)
    shutil.rmtree(folder / "a.txt", ignore_errors=True)
    tally = again(store, open_failures(store), hasty([]))
    assert (tally.new, tally.done) == (1, 1)
    assert not open_failures(store)


def test_failures_are_found_again_from_another_folder(store, folder, monkeypatch):
    monkeypatch.chdir(folder.parent)
    add(store, ["inputs"], Order())
    monkeypatch.chdir("/")
    tally = again(store, open_failures(store), hasty([]))
    assert (tally.failed, tally.done) == (1, 1)
    (failure,) = open_failures(store)
    assert (failure.input, failure.times) == ("inputs/d.jsonl:3", 2)


def test_a_page_of_an_archive_is_found_again(store, folder):
    (folder / "c.warc.gz").write_bytes(packed([*crawl(), record(answer(b" "), url="https://orla.example/x")]))
    add(store, [str(folder / "c.warc.gz")], Order())
    (failure,) = open_failures(store)
    tally = again(store, [failure], hasty([]))
    assert (tally.done, tally.failed) == (1, 1)


def test_a_changed_file_is_read_again(store, folder):
    add(store, [str(folder / "a.txt")], Order())
    (folder / "a.txt").write_text(PLAIN, encoding="utf-8")
    assert add(store, [str(folder / "a.txt")], Order()).new == 1


def test_metadata_has_the_last_word(store, folder, tmp_path):
    known = tmp_path / "known.csv"
    known.write_text("file,outlet,url\na.txt,The Hallin Post,https://hallin.example/ferry\n")
    add(store, [str(folder / "a.txt")], Order(metadata=known))
    with store.view() as view:
        stored = view.article(view.current("https://hallin.example/ferry"))
    assert stored.article.outlet == "The Hallin Post"


def test_a_missing_path_is_a_failure_and_not_the_end(store, folder):
    tally = add(store, [str(folder / "absent.txt"), str(folder / "a.txt")], Order())
    assert (tally.new, tally.failed) == (1, 1)


def test_a_list_that_is_none_is_a_wrong_call(store, tmp_path):
    (tmp_path / "feeds.toml").write_text("[[feed]]\nurl = 7\n")
    with pytest.raises(UsageError, match="feed 1"):
        add(store, [str(tmp_path / "feeds.toml")], Order())


class TestWeb:
    pytestmark = loopback

    def test_a_page_a_feed_a_sitemap_and_a_list_lead_to_articles(self, store, stand, tmp_path):
        one, two, three = (stand.open(name, articles=2) for name in ("One", "Two", "Three"))
        three.pages["/map"] = f"<urlset><url><loc>{three.url('/2')}</loc></url></urlset>".encode()
        three.pages["/maps"] = (
            f"<sitemapindex><sitemap><loc>{three.url('/map')}</loc></sitemap></sitemapindex>".encode()
        )
        (tmp_path / "list.opml").write_text(
            f"<opml><body><outline xmlUrl='{two.url('/feed')}'/></body></opml>"
        )
        (tmp_path / "saved.rss").write_bytes(rss(one.url("/2")))
        given = [one.url("/1"), three.url("/maps"), str(tmp_path / "list.opml"), str(tmp_path / "saved.rss")]
        tally = add(store, given, Order(manners=hasty([one, two, three])))
        assert (tally.new, tally.failed) == (5, 0)
        with store.view() as view:
            hits = view.search("ferry", kinds=("article",), limit=50)
        assert {hit.title for hit in hits} == titles("One", 1, 2) | titles("Two", 1, 2) | titles("Three", 2)

    def test_pages_that_failed_are_asked_for_again(self, store, stand):
        outlet = stand.open("One", articles=2)
        good = outlet.pages["/1"]
        outlet.pages["/1"] = answers(status=500)
        assert add(store, [outlet.url("/feed")], Order(manners=hasty([outlet]))).failed == 1
        outlet.pages["/1"] = good
        before = outlet.hits["/2"]
        tally = again(store, open_failures(store), hasty([outlet]))
        assert tally.new == 1
        assert not open_failures(store)
        assert outlet.hits["/2"] == before

    def test_a_host_is_asked_for_its_robots_once(self, store, stand, tmp_path):
        outlet = stand.open("One", articles=5)
        (tmp_path / "saved.rss").write_bytes(outlet.pages["/feed"])
        add(store, [str(tmp_path / "saved.rss")], Order(manners=hasty([outlet])))
        assert outlet.hits["/robots.txt"] == 1

    def test_a_feed_that_was_gone_is_visited_again_when_somebody_says_so(self, store, stand, watching):
        outlet = stand.open("One", articles=2)
        good = outlet.pages["/feed"]
        outlet.pages["/feed"] = answers(status=410)
        watching([outlet])
        outlet.pages["/feed"] = good
        assert again(store, open_failures(store), hasty([outlet])).new == 2
        assert not open_failures(store)
        assert watching([outlet], now=3600.0).failed == 0
        assert outlet.hits["/feed"] == 3

    def test_a_second_time_fetches_no_page_that_is_there(self, store, stand):
        outlet = stand.open("One", articles=2)
        for _ in range(2):
            add(store, [outlet.url("/feed")], Order(manners=hasty([outlet])))
        assert outlet.hits["/1"] == outlet.hits["/2"] == 1

    def test_an_address_nobody_allowed_is_refused(self, store, stand):
        outlet = stand.open("One", articles=1)
        add(store, [outlet.url("/1")], Order(manners=hasty([])))
        (failure,) = open_failures(store)
        assert failure.kind == "address refused"
        assert "--allow-host" in failure.reason
        assert not outlet.hits

    def test_a_page_as_large_as_a_feed_may_be_is_refused(self, store, stand, monkeypatch):
        monkeypatch.setattr("rashomon.read.limits.ARTICLE", 1_000)
        outlet = stand.open("One")
        outlet.pages["/1"] = b"<html>" + b"x" * 2_000
        add(store, [outlet.url("/1")], Order(manners=hasty([outlet])))
        assert [failure.kind for failure in open_failures(store)] == ["too large"]
