"""The web: one URL asked for at a time, within limits of time and size, politely, redirects followed."""

import asyncio
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Self

import httpcore2

from rashomon.read.live import statuses
from rashomon.read.live.addresses import Gate, GuardedBackend
from rashomon.read.live.faults import (
    BadPacking,
    BrokenAnswer,
    Busy,
    FetchError,
    LeftAlone,
    NoAnswer,
    RedirectLoop,
    TooLarge,
    TooSlow,
    Unreachable,
)
from rashomon.read.live.hosts import Hosts
from rashomon.read.live.manners import Manners
from rashomon.read.live.robots import LARGEST as ROBOTS_LARGEST
from rashomon.read.live.robots import Robots
from rashomon.read.live.urls import host_of, normal
from rashomon.read.unpacking import Body, PackingError, SizeError


@dataclass(frozen=True, slots=True, kw_only=True)
class Validators:
    """What a server gave to tell whether a page has changed since."""

    etag: str | None = None
    modified: str | None = None

    def headers(self) -> "_Headers":
        """The request headers that ask for the page only if it changed."""
        given = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: value for name, value in given.items() if value}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came. `url` is where it came from, `lasting` the address after permanent redirects only.

    `body` is None where the server says that nothing changed.
    """

    url: str
    lasting: str
    body: bytes | None
    media: str
    charset: str | None
    validators: Validators


_Headers = Mapping[bytes | str, bytes | str]


class Web:
    """Asks for URLs, as an async context or until `close`. What it raises for a URL is a FetchError."""

    def __init__(self, manners: Manners, gate: Gate | None = None) -> None:
        self._manners = manners
        self._hosts = Hosts(pause=manners.pause, most=manners.together)
        self._robots = Robots(self._robots_txt)
        self._pool = httpcore2.AsyncConnectionPool(
            ssl_context=ssl.create_default_context(),
            max_connections=manners.together,
            keepalive_expiry=manners.keep_alive,
            network_backend=GuardedBackend(gate or Gate(manners.allowed)),
        )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        await self.close()

    async def close(self) -> None:
        """Close all connections."""
        await self._pool.aclose()

    async def fetch(self, url: str, *, most: int, validators: Validators | None = None) -> Answer:
        """Ask for a URL, a few times where that makes sense; `most` limits the bytes of the answer."""
        headers = validators.headers() if validators else {}
        url = normal(url)
        for number in range(1, self._manners.tries + 1):
            try:
                return await self._follow(url, most=most, headers=headers)
            except LeftAlone:
                raise
            except FetchError as error:
                wait = self._manners.wait(number)
                if isinstance(error, Busy) and error.wait is not None:
                    wait = error.wait
                if wait > self._manners.longest_wait:
                    self._hosts.shut(host_of(url), wait)
                    raise
                if not error.again or number == self._manners.tries:
                    raise
            self._hosts.rest(host_of(url), wait)
        raise AssertionError("there is at least one try")

    async def _follow(self, url: str, *, most: int, headers: _Headers, robots: bool = True) -> Answer:
        lasting, permanent = url, True
        for _ in range(self._manners.redirects + 1):
            if robots:
                rules = await self._robots.rules(url)
                rules.check(url)
                self._hosts.slow_down(host_of(url), rules.pause)
            got = await self._ask(url, most=most, headers=headers)
            if isinstance(got, Answer):
                return Answer(
                    url=url,
                    lasting=lasting,
                    body=got.body,
                    media=got.media,
                    charset=got.charset,
                    validators=got.validators,
                )
            url = normal(got.target, base=url)
            permanent = permanent and got.permanent
            lasting = url if permanent else lasting
        raise RedirectLoop(f"it was redirected more than {self._manners.redirects} times")

    async def _robots_txt(self, url: str) -> bytes:
        return (await self._follow(url, most=ROBOTS_LARGEST, headers={}, robots=False)).body or b""

    async def _ask(self, url: str, *, most: int, headers: _Headers) -> "Answer | statuses.Redirect":
        """One request, no redirect followed, in the host's turn."""
        host = host_of(url)
        async with self._hosts.turn(host):
            try:
                got = await self._timed(url, most=most, headers=headers)
            except (NoAnswer, TooSlow, Unreachable):
                self._hosts.failed(host)
                raise
            self._hosts.answered(host)
            return got

    async def _timed(self, url: str, *, most: int, headers: _Headers) -> "Answer | statuses.Redirect":
        """One exchange within its time; whatever the client raises becomes a FetchError."""
        try:
            async with asyncio.timeout(self._manners.total):
                return await self._exchange(url, most=most, headers=headers)
        except TimeoutError as error:
            raise TooSlow(f"it did not end within {self._manners.total:g} seconds") from error
        except httpcore2.TimeoutException as error:
            raise NoAnswer("it sent nothing in time") from error
        except httpcore2.ConnectError as error:
            raise Unreachable(f"no connection could be made ({_said(error)})") from error
        except (httpcore2.ProtocolError, httpcore2.NetworkError) as error:
            raise BrokenAnswer(f"its answer is damaged or cut off ({_said(error)})") from error

    async def _exchange(self, url: str, *, most: int, headers: _Headers) -> "Answer | statuses.Redirect":
        asked: dict[bytes | str, bytes | str] = {
            **headers,
            "Host": statuses.host_header(url),
            "User-Agent": self._manners.user_agent,
            "Accept": "*/*",
            "Accept-Encoding": "gzip, deflate",
        }
        timeout = {"connect": self._manners.connect, "read": self._manners.read, "write": self._manners.read}
        async with self._pool.stream(
            "GET", url, headers=asked, extensions={"timeout": {**timeout, "pool": self._manners.total}}
        ) as response:
            head = statuses.Head(response.status, response.headers)
            redirect = head.redirect()
            if redirect is not None:
                return redirect
            body = None if head.unchanged else await _body(response, head, most)
        validators = Validators(etag=head.get("etag"), modified=head.get("last-modified"))
        return Answer(
            url=url, lasting=url, body=body, media=head.media, charset=head.charset, validators=validators
        )


async def _body(response: httpcore2.Response, head: statuses.Head, most: int) -> bytes:
    head.within(most)
    try:
        body = Body(head.get("content-encoding") or "", most=most)
        async for piece in response.aiter_stream():
            body.feed(piece)
        return body.whole()
    except SizeError as error:
        raise TooLarge(str(error)) from error
    except PackingError as error:
        raise BadPacking(str(error)) from error


def _said(error: Exception) -> str:
    return " ".join(str(error).split()) or type(error).__name__
