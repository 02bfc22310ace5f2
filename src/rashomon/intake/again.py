"""`retry`: what failed to be fetched or read, once more."""

import asyncio
import json
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

from rashomon.intake.adding import add_paths
from rashomon.intake.book import Book, Tally
from rashomon.intake.feedstate import FeedState
from rashomon.intake.following import Following
from rashomon.intake.pages import Pages
from rashomon.intake.runs import Report, running, silent
from rashomon.intake.together import side_by_side
from rashomon.intake.visits import Visits
from rashomon.read.live.manners import Manners
from rashomon.read.live.web import Web
from rashomon.store import Store, StoredFailure

STAGES = frozenset({"fetch", "read", "feed"})
"""The stages whose failures are worked on here."""

# Seconds after which a page that came is looked at again; `watch` goes on from there.
_RECHECK = 3600.0


def again(
    store: Store, failures: Sequence[StoredFailure], manners: Manners, *, report: Report = silent
) -> Tally:
    """Fetch and read once more what failed at the stages of intake, and nothing else."""
    paths: dict[tuple[str, str], dict[str, str]] = {}
    urls: dict[str, None] = {}
    feeds: dict[str, None] = {}
    for failure in failures:
        how = _payload(failure)
        if path := how.get("path"):
            names = paths.setdefault((path, how.get("metadata", "")), {})
            names[how.get("name", path)] = failure.input
        elif url := how.get("url"):
            urls[url] = None
        elif feed := how.get("feed"):
            feeds[feed] = None
    with running(store, "retry", (), stage="read", report=report) as book:
        book.expect(sum(map(len, paths.values())))
        for (path, metadata), names in sorted(paths.items()):
            add_paths(book, [path], metadata=Path(metadata) if metadata else None, only=names)
        asyncio.run(_web(book, list(urls), list(feeds), manners))
    return book.tally


async def _web(book: Book, urls: Sequence[str], feeds: Sequence[str], manners: Manners) -> None:
    with book.store.view() as view:
        states = [FeedState.of(feed) for feed in view.feeds() if feed.url in feeds]
    with ThreadPoolExecutor(1, thread_name_prefix="desk") as desk:
        async with Web(manners) as web:
            pages = Pages(web, book, desk)
            following, visits = Following(pages), Visits(pages, recheck=_RECHECK)
            await side_by_side(following.follow(url) for url in urls)
            anew = [replace(state, gone=False, etag=None, modified=None) for state in states]
            await side_by_side(visits.visit(state) for state in anew)


def _payload(failure: StoredFailure) -> dict[str, str]:
    try:
        value = json.loads(failure.payload or "{}")
    except ValueError:
        return {}
    return {str(key): str(each) for key, each in value.items()} if isinstance(value, dict) else {}
