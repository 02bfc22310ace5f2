"""A store and a newsstand for the tests of intake; these may talk to loopback and nobody else."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from intake.outlets import Newsstand, Outlet
from rashomon.intake import Tally, watch
from rashomon.intake.watching import Order
from rashomon.read.live.manners import Manners
from rashomon.store import Store, open_store

Watch = Callable[..., Tally]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store in a file."""
    with open_store(tmp_path / "desk.db") as store:
        yield store


@pytest.fixture
def stand() -> Iterator[Newsstand]:
    """No outlet yet."""
    with Newsstand() as stand:
        yield stand


def hasty(outlets: Sequence[Outlet], **more: object) -> Manners:
    """Manners for servers that are our own: these outlets allowed, no pauses, little patience."""
    allowed = tuple(outlet.place for outlet in outlets)
    given = {
        "allowed": allowed,
        "pause": 0.0,
        "connect": 8.0,
        "read": 2.0,
        "total": 8.0,
        "tries": 2,
        "first_wait": 0.01,
    }
    return Manners(**{**given, **more})  # type: ignore[arg-type]


@pytest.fixture
def watching(store: Store, tmp_path: Path) -> Watch:
    """Watch the feeds of some outlets once: `watching([outlet], now=0.0)`."""

    def run(
        outlets: Sequence[Outlet], *, feeds: Sequence[str] = (), now: float = 0.0, recheck: int = 60
    ) -> Tally:
        urls = feeds or [outlet.url("/feed") for outlet in outlets]
        path = tmp_path / "feeds.opml"
        lines = "".join(f'<outline type="rss" xmlUrl="{url}"/>' for url in urls)
        path.write_text(f"<opml version='2.0'><body>{lines}</body></opml>")
        order = Order(once=True, recheck=recheck, manners=hasty(outlets), now=lambda: now)
        return watch(store, [path], order)

    return run
