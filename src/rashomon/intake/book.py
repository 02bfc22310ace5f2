"""The book of one run: what came is read and kept, what failed is noted, and both are counted."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from time import monotonic
from typing import Any
from urllib.parse import urlsplit

from rashomon.model import Article, Failure
from rashomon.read import Arrived, articles_of
from rashomon.read.live.faults import FetchError, UrlRefused
from rashomon.read.live.urls import address_of, normal
from rashomon.store import Input, Raw, Store

# Seconds between two notes of how far the run came: often enough to watch, seldom enough to cost nothing.
_BEAT = 1.0
# Seconds: a longer silence than this is waiting for feeds, not work.
_IDLE = 60.0

Payload = Mapping[str, str]
"""What it takes to try again: `path`, `url` or `feed`."""


@dataclass(slots=True)
class Tally:
    """How far a run came: `new` articles, `revised` ones among them, those that were there, failures."""

    done: int = 0
    new: int = 0
    revised: int = 0
    same: int = 0
    failed: int = 0
    total: int | None = None
    busy: float = 0.0
    """Seconds in which something came, without the long pauses in which nothing was due."""
    last: float = field(default_factory=monotonic)

    @property
    def rate(self) -> float:
        """Inputs a second while there was something to do."""
        return self.done / max(self.busy, 1e-6)

    @property
    def left(self) -> float | None:
        """Seconds that the rest will take at this rate; None where that can't be told."""
        if self.total is None or not self.done:
            return None
        return max(0, self.total - self.done) / self.rate


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one arrival: the article it is in the store, or None, and whether that was new."""

    article: str | None
    new: bool


def web_address(url: str | None) -> str | None:
    """The address that identifies a page over time; None where the URL is none of the web."""
    try:
        return address_of(normal(url)) if url else None
    except UrlRefused:
        return None


def said_of(arrived: Arrived) -> dict[str, Any]:
    """Return what it takes to read the page again besides its bytes."""
    return {
        "charset": arrived.charset,
        "hints": dict(arrived.hints),
        "known": dict(arrived.known),
    }


class Book:
    """Keeps one run's account in the store."""

    def __init__(self, store: Store, run: int, stage: str, report: Callable[[Tally], None]) -> None:
        self.store = store
        self.writer = store.writer()
        self.run = run
        self.tally = Tally()
        self._stage = stage
        self._report = report
        self._told = 0.0

    def is_seen(self, input: Input) -> bool:
        """Whether the input was read when it held the same."""
        return self.store.read(lambda view: view.is_seen(input))

    def take(
        self,
        arrived: Arrived,
        *,
        payload: Payload,
        input: Input | None = None,
        address: str | None = None,
        force: bool = False,
    ) -> Taken:
        """Read what came and keep it, unless it was read before; a failure is noted in its place.

        `address` is where the page stands on the web, if not where the article itself says.
        """
        input = input or Input(arrived.name, arrived.digest)
        if not force and self.is_seen(input):
            self.count(same=1)
            return Taken(None, False)
        read = list(articles_of(arrived))
        failures = [each for each in read if isinstance(each, Failure)]
        article = next((each for each in read if isinstance(each, Article)), None)
        if article is None:
            self.fail(failures[0], input=input, kind="no article", payload=payload)
            return Taken(None, False)
        address = address or web_address(article.url)
        kept = self.writer.keep(
            article,
            input=input,
            raw=Raw(arrived.body, arrived.media, said_of(arrived)),
            address=address,
            # An address without a path is a front page: what stands there today is no revision.
            revises=bool(address and urlsplit(address).path.strip("/")),
            failures=failures,
        )
        self.count(new=kept.new, revised=bool(kept.new and kept.revision_of), same=not kept.new)
        return Taken(kept.article, kept.new)

    def fail(
        self,
        failure: Failure,
        *,
        kind: str,
        payload: Payload,
        input: Input | None = None,
        counted: bool = True,
    ) -> None:
        """Note a failure with what it takes to try again."""
        said = json.dumps(dict(payload), sort_keys=True)
        self.writer.fail(failure, input=input, kind=kind, payload=said)
        if counted:
            self.count(failed=1)

    def fault(self, url: str, fault: FetchError, *, payload: Payload, input: Input | None = None) -> None:
        """Note that a URL could not be fetched."""
        self.fail(Failure(url, "fetch", str(fault)), kind=fault.name, payload=payload, input=input)

    def count(self, *, new: int = 0, revised: int = 0, same: int = 0, failed: int = 0) -> None:
        """Count one input, and tell how far the run came."""
        now = monotonic()
        self.tally.busy += min(now - self.tally.last, _IDLE)
        self.tally.last = now
        self.tally.done += 1
        self.tally.new += new
        self.tally.revised += revised
        self.tally.same += same
        self.tally.failed += failed
        self.tell()

    def expect(self, more: int) -> None:
        """Say that so many more inputs are to come."""
        self.tally.total = (self.tally.total or 0) + more

    def tell(self, *, at_once: bool = False) -> None:
        """Write down how far the run came, now and then."""
        if at_once or monotonic() - self._told >= _BEAT:
            self._told = monotonic()
            tally = self.tally
            self.writer.progress(
                self.run,
                self._stage,
                done=tally.new,
                failed=tally.failed,
                same=tally.same,
                total=tally.total,
            )
            self._report(tally)
