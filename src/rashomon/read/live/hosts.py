"""Politeness: one request at a time to a host, with a pause between two, and not too many hosts at once."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from time import monotonic

from rashomon.read.live.faults import LeftAlone

Host = tuple[str, int]
# Seconds: a robots.txt that asks for longer pauses gets this one, so that a feed is done within the day.
LONGEST_PAUSE = 120.0
# A host that failed so often in a row is left alone for a while, so that a dead outlet with a long feed
# holds up nothing and a server in trouble is not asked for every page that it can't give.
_MOST_FAULTS, _REST = 3, 300.0


@dataclass(slots=True)
class _Lane:
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    free: float = 0.0
    pause: float = 0.0
    faults: int = 0
    shut: float = 0.0


class Hosts:
    """Gives each host its turns. `pause` is in seconds, `most` the requests under way together."""

    def __init__(self, *, pause: float, most: int, clock: Callable[[], float] = monotonic) -> None:
        self._pause = pause
        self._clock = clock
        self._lanes: dict[Host, _Lane] = {}
        self._together = asyncio.Semaphore(most)

    @asynccontextmanager
    async def turn(self, host: Host) -> AsyncIterator[None]:
        """Wait until the host may be asked again, and keep everybody else from asking meanwhile.

        Raises LeftAlone where the host is shut.
        """
        lane = self._lane(host)
        async with lane.lock:
            if self._clock() < lane.shut:
                raise LeftAlone("its host failed or asked for a pause just now: it is asked again later")
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

    def shut(self, host: Host, seconds: float) -> None:
        """Let every request to the host fail for this time, without asking."""
        self._lane(host).shut = self._clock() + seconds

    def answered(self, host: Host) -> None:
        """Note that the host answered."""
        self._lane(host).faults = 0

    def failed(self, host: Host) -> None:
        """Note that the host could not be reached; shut it after some times in a row."""
        lane = self._lane(host)
        lane.faults += 1
        if lane.faults >= _MOST_FAULTS:
            lane.faults = 0
            self.shut(host, _REST)

    def _lane(self, host: Host) -> _Lane:
        return self._lanes.setdefault(host, _Lane())
