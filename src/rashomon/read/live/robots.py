"""robots.txt, as RFC 9309 has it: what a site asks programs to leave alone, and how fast they may ask."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING

from rashomon.read.live.faults import (
    BadPacking,
    Busy,
    Forbidden,
    Gone,
    OddAnswer,
    RedirectLoop,
    RobotsRefused,
    ServerFault,
    TooLarge,
)
from rashomon.read.live.urls import origin_of

if TYPE_CHECKING:
    from protego import Protego

TOKEN = "rashomon"
"""The name that sites call us by in robots.txt."""

LARGEST = 512_000
"""Bytes of a robots.txt: RFC 9309 wants at least 500 KiB read."""

_KEPT = 6 * 3600.0
# An unreadable robots.txt forbids everything, but not for long: it is asked for again after this.
_DOUBT = 600.0


@dataclass(frozen=True, slots=True)
class Rules:
    """What one origin's robots.txt says; `doubt` says why it could not be read, which forbids all."""

    protego: "Protego | None" = None
    doubt: str = ""

    def check(self, url: str) -> None:
        """Raise RobotsRefused where the URL may not be asked for."""
        if self.doubt:
            raise RobotsRefused(f"its robots.txt can't be read, so nothing is asked for ({self.doubt})")
        if self.protego is not None and not self.protego.can_fetch(url, TOKEN):
            raise RobotsRefused("its robots.txt asks not to read it: ask the outlet for leave")

    @property
    def pause(self) -> float:
        """Seconds that the site wants between two requests; 0 where it says nothing."""
        if self.protego is None:
            return 0.0
        rate = self.protego.request_rate(TOKEN)
        asked = rate.seconds / rate.requests if rate and rate.requests else 0.0
        return max(float(self.protego.crawl_delay(TOKEN) or 0.0), asked)


class Robots:
    """Rules by origin, asked for once and kept for some hours; `fetch` gets a robots.txt as bytes."""

    def __init__(
        self, fetch: Callable[[str], Awaitable[bytes]], *, clock: Callable[[], float] = monotonic
    ) -> None:
        self._fetch = fetch
        self._clock = clock
        self._rules: dict[str, tuple[float, Rules]] = {}
        self._asking: dict[str, asyncio.Lock] = {}

    async def rules(self, url: str) -> Rules:
        """The rules for this URL's origin; raises what the host itself raises where it can't be reached."""
        origin = origin_of(url)
        async with self._asking.setdefault(origin, asyncio.Lock()):
            until, rules = self._rules.get(origin, (0.0, Rules()))
            if self._clock() >= until:
                rules = await self._read(origin)
                self._rules[origin] = (self._clock() + (_DOUBT if rules.doubt else _KEPT), rules)
            return rules

    async def _read(self, origin: str) -> Rules:
        try:
            data = await self._fetch(f"{origin}/robots.txt")
        except (Gone, Forbidden, OddAnswer):
            return Rules()  # there is none: RFC 9309, 2.3.1.3
        except (BadPacking, Busy, RedirectLoop, ServerFault, TooLarge) as error:
            return Rules(doubt=str(error))
        return Rules(parse(data))


def parse(data: bytes) -> "Protego":
    """Parse a robots.txt; what is no text in it counts as nothing said."""
    from protego import Protego

    return Protego.parse(data[:LARGEST].decode("utf-8", "replace").removeprefix("\ufeff"))
