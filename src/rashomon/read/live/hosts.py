"""Politeness: one request at a time to a host, with a pause between two, and not too many hosts at once."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from time import monotonic

Host = tuple[str, int]
# Seconds: a robots.txt that asks for longer pauses gets this one, so that a feed is done within the day.
LONGEST_PAUSE = 120.0


@dataclass(slots=True)
class _Lane:
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    free: float = 0.0
    pause: float = 0.0


class Hosts:
    """Gives each host its turns. `pause` is in seconds, `most` the requests under way together."""

    def __init__(self, *, pause: float, most: int, clock: Callable[[], float] = monotonic) -> None:
        self._pause = pause
        self._clock = clock
        self._lanes: dict[Host, _Lane] = {}
        self._together = asyncio.Semaphore(most)

    @asynccontextmanager
    async def turn(self, host: Host) -> AsyncIterator[None]:
        """Wait until the host may be asked again, and keep everybody else from asking meanwhile."""
        lane = self._lane(host)
        async with lane.lock:
            await asyncio.sleep(max(0.0, lane.free - self._clock()))
            try:
                async with self._together:
                    yield
            finally:
                lane.free = max(lane.free, self._clock() + max(self._pause, lane.pause))

    def slow_down(self, host: Host, pause: float) -> None:
        """Leave at least this pause between two requests, as the host asks."""
        self._lane(host).pause = min(max(pause, self._lane(host).pause), LONGEST_PAUSE)

    def rest(self, host: Host, seconds: float) -> None:
        """Ask nothing of the host for this time."""
        self._lane(host).free = max(self._lane(host).free, self._clock() + seconds)

    def _lane(self, host: Host) -> _Lane:
        return self._lanes.setdefault(host, _Lane())
