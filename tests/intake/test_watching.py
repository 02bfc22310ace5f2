"""The loop: feeds are visited when they are due, one watch a store, and what breaks is told as it is."""

import asyncio
import time

import pytest

from intake.conftest import hasty
from intake.outlets import rss
from rashomon.intake import watch
from rashomon.intake.together import side_by_side
from rashomon.intake.watching import Order
from rashomon.model.errors import StoreError, UsageError
from rashomon.store import Feed, Writer

pytestmark = [pytest.mark.enable_socket, pytest.mark.allow_hosts(["127.0.0.1"])]


class Enough(Exception):
    """Stops a watch from inside."""


def toml(path, *feeds):
    path.write_text("".join(f'[[feed]]\nurl = "{url}"\n{more}\n' for url, more in feeds))
    return path


def test_feeds_are_visited_again_when_they_are_due(store, stand, tmp_path):
    often, seldom = stand.open("Often", articles=1), stand.open("Seldom", articles=1)
    path = toml(tmp_path / "f.toml", (often.url("/feed"), "every = 1"), (seldom.url("/feed"), "every = 600"))
    rounds = []

    def after(_tally):
        rounds.append((often.hits["/feed"], seldom.hits["/feed"]))
        if len(rounds) == 3:
            raise Enough

    begun = time.time()

    def fast():
        """A clock on which a minute takes half a second."""
        return (time.time() - begun) * 120

    with pytest.raises(Enough):
        watch(store, [path], Order(manners=hasty([often, seldom]), after=after, now=fast))
    assert rounds == [(1, 1), (2, 1), (3, 1)]
    with store.view() as view:
        assert view.runs()[0].state == "failed"


def test_a_feed_that_is_added_meanwhile_is_visited_too(store, stand, tmp_path):
    first, second = stand.open("First", articles=1), stand.open("Second", articles=1)
    path = toml(tmp_path / "f.toml", (first.url("/feed"), ""))

    def after(_tally):
        if second.hits["/feed"]:
            raise Enough
        store.writer().put_feed(Feed(second.url("/feed")))

    with pytest.raises(Enough):
        watch(store, [path], Order(manners=hasty([first, second]), after=after))
    assert second.hits["/1"] == 1


def test_without_a_list_the_feeds_of_the_store_are_watched(store, stand, watching):
    outlet = stand.open("One", articles=1)
    with pytest.raises(UsageError, match="no feed yet"):
        watch(store, [], Order(once=True))
    watching([outlet])
    outlet.pages["/feed"] = rss(outlet.url("/1"), outlet.url("/2"))
    watch(store, [], Order(once=True, manners=hasty([outlet])))
    assert outlet.hits["/2"] == 1


def test_one_watch_a_store(store, stand, watching):
    with store.alone("watch"), pytest.raises(UsageError):
        watching([stand.open("One", articles=1)])


def test_a_store_that_cannot_write_ends_the_watch_with_its_own_words(store, stand, watching, monkeypatch):
    def full(*_, **__):
        raise StoreError("the disk is full")

    monkeypatch.setattr(Writer, "keep", full)
    with pytest.raises(StoreError, match="the disk is full"):
        watching([stand.open(name, articles=3) for name in ("One", "Two", "Three")])
    monkeypatch.undo()
    assert watching(list(stand.outlets.values())).new == 9, "nothing of it was taken for read"


def test_what_breaks_stops_the_rest_and_comes_out_alone():
    ended = []

    async def slow():
        try:
            await asyncio.sleep(60)
        finally:
            ended.append("slow")

    async def breaks():
        raise ZeroDivisionError

    async def run():
        await side_by_side([slow(), side_by_side([breaks(), slow()])])

    with pytest.raises(ZeroDivisionError):
        asyncio.run(run())
    assert ended == ["slow", "slow"]
