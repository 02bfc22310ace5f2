"""What is remembered of one feed between two visits, as the store keeps it: text by name."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from rashomon.intake.pagestate import DAY, PageState
from rashomon.read.live.faults import Busy, FetchError, Gone
from rashomon.read.live.feedlist import Watched
from rashomon.read.live.web import Validators
from rashomon.store import Feed

EVERY = 15
"""Minutes between two visits of a feed that nobody gave another number for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedState:
    """One watched feed. `due` is in seconds since 1970; `faults` counts those in a row.

    `gone` is set where the server says that the feed is gone for good: it is asked for no more.
    """

    watched: Watched
    due: float = 0.0
    faults: int = 0
    gone: bool = False
    etag: str | None = None
    modified: str | None = None
    moved: str | None = None
    pages: Mapping[str, PageState] = field(default_factory=dict)

    @classmethod
    def of(cls, feed: Feed, watched: Watched | None = None) -> "FeedState":
        """Back from the store; `watched` stands over what was wanted of it before."""
        state = feed.state
        pages = json.loads(state.get("pages", "{}"))
        return cls(
            watched=watched
            or Watched(url=feed.url, title=feed.title, **json.loads(state.get("wanted", "{}"))),
            due=float(state.get("due", "0")),
            faults=int(state.get("faults", "0")),
            gone=state.get("gone") == "yes",
            etag=state.get("etag"),
            modified=state.get("modified"),
            moved=state.get("moved"),
            pages={url: PageState.from_json(page) for url, page in pages.items()},
        )

    def feed(self) -> Feed:
        """As the store keeps it."""
        watched = self.watched
        wanted = {"outlet": watched.outlet, "every": watched.every, "text": watched.text}
        pages = {url: page.to_json() for url, page in self.pages.items()}
        state = {
            "wanted": json.dumps(wanted, sort_keys=True),
            "due": repr(self.due),
            "faults": str(self.faults),
            "gone": "yes" if self.gone else None,
            "etag": self.etag,
            "modified": self.modified,
            "moved": self.moved,
            "pages": json.dumps(pages, sort_keys=True),
        }
        kept = {name: value for name, value in state.items() if value is not None}
        return Feed(watched.url, watched.title, kept)

    @property
    def address(self) -> str:
        """Where the feed is asked for: where it moved to for good, else where it was named."""
        return self.moved or self.watched.url

    @property
    def validators(self) -> Validators:
        """What the server gave to tell whether the feed has changed."""
        return Validators(etag=self.etag, modified=self.modified)

    def next_due(self, now: float, wait: float) -> float:
        """When to come back: as wanted, or later where the feed itself asks for that, within a day."""
        return now + min(max((self.watched.every or EVERY) * 60.0, wait), DAY)

    def failed(self, fault: FetchError, now: float) -> "FeedState":
        """After a fault: visited ever more seldom, down to once a day; no more where it is gone for good."""
        every = (self.watched.every or EVERY) * 60.0
        wait = min(every * 2 ** min(self.faults, 10), DAY)
        if isinstance(fault, Busy) and fault.wait:
            wait = max(wait, min(fault.wait, DAY))
        gone = isinstance(fault, Gone) and fault.forever
        return replace(self, due=now + wait, faults=self.faults + 1, gone=gone, moved=None)
