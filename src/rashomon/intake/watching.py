"""`watch`: every feed visited when it is due, once or until somebody stops it."""

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from time import sleep, time

from rashomon.intake.book import Book, Tally
from rashomon.intake.feedstate import FeedState
from rashomon.intake.pages import Pages
from rashomon.intake.runs import Report, running, silent
from rashomon.intake.together import side_by_side
from rashomon.intake.visits import Visits
from rashomon.model.errors import UsageError
from rashomon.read.live.feedlist import Watched, feeds_in
from rashomon.read.live.manners import Manners
from rashomon.read.live.web import Web
from rashomon.store import Store

# Seconds: how long the loop sleeps at most before it looks again for feeds that are due.
_NAP = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """How to watch. `recheck` is after how many minutes a known article is looked at again; 0 is never.

    `after` is called when everything that was due has been visited, with how far the run came; `now`
    gives seconds since 1970.
    """

    once: bool = False
    recheck: int = 60
    manners: Manners = field(default_factory=Manners)
    after: Callable[[Tally], None] = silent
    now: Callable[[], float] = time


def watch(store: Store, lists: Sequence[Path], order: Order, *, report: Report = silent) -> Tally:
    """Visit the feeds of the lists, or without lists all that the store knows; returns the run's tally.

    Raises UsageError where there is nothing to watch, or another process watches for this store.
    """
    states = _states(store, lists)
    arguments = [str(path) for path in lists]
    with store.alone("watch"), running(store, "watch", arguments, stage="fetch", report=report) as book:
        for state in states:
            book.writer.put_feed(state.feed())
        _watch(book, states, order)
    return book.tally


def _states(store: Store, lists: Sequence[Path]) -> list[FeedState]:
    with store.view() as view:
        stored = {feed.url: feed for feed in view.feeds()}
    if not lists:
        if not stored:
            raise UsageError("the store watches no feed yet: give a list of feeds (.opml or .toml)")
        return [FeedState.of(feed) for feed in stored.values()]
    return [
        FeedState.of(stored[url], watched) if url in stored else FeedState(watched=watched)
        for url, watched in listed(lists).items()
    ]


def listed(lists: Sequence[Path]) -> dict[str, Watched]:
    """The feeds of the lists, each once; raises UsageError where a list can't be read."""
    return {feed.url: feed for path in lists for feed in feeds_in(path)}


def _watch(book: Book, states: Sequence[FeedState], order: Order) -> None:
    """Round after round. What follows a round is done outside the event loop, so that it can be stopped."""
    with asyncio.Runner() as runner, ThreadPoolExecutor(1, thread_name_prefix="desk") as desk:
        web = Web(order.manners)
        visits = Visits(Pages(web, book, desk), recheck=order.recheck * 60.0, clock=order.now)
        due = [state for state in states if not state.gone]
        try:
            while True:
                runner.run(_round(visits, due))
                order.after(book.tally)
                if order.once:
                    return
                due = _next(book, order)
        finally:
            runner.run(web.close())


def _next(book: Book, order: Order) -> list[FeedState]:
    """Wait until a feed of the store is due; returns those that are."""
    while True:
        states = [state for state in _states(book.store, ()) if not state.gone]
        now = order.now()
        if due := [state for state in states if state.due <= now]:
            return due
        book.tell(at_once=True)
        sleep(min([_NAP, *(max(0.1, state.due - now) for state in states)]))


async def _round(visits: Visits, states: Sequence[FeedState]) -> None:
    """Visit the feeds side by side; each host is still asked one thing at a time."""
    await side_by_side(visits.visit(state) for state in states)
