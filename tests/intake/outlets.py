"""A newsstand on loopback: many small outlets, each a server of its own, good and bad ones."""

import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self

Serve = Callable[["Request"], None]

HARBOURS = ["Sandwick", "Hallin", "Orla Quay", "Pellworth", "Marlow", "Tarrow Mouth", "Velland", "Verash"]


def article(outlet: str, number: int, *, more: str = "", charset: str = "utf-8") -> bytes:
    """A page with an article that no other outlet or number has."""
    town = HARBOURS[(number + len(outlet)) % len(HARBOURS)]
    title = f"{outlet}: ferry number {number} of {town} sails again"
    paragraphs = [
        f"The ferry number {number} of {town} sailed again on Monday, {outlet} learned, after {number} days.",
        f"“We checked every bolt of the {outlet.lower()} engine,” said the captain, who has much to do.",
        f"More than {100 + 7 * number} passengers had waited on the quay of {town} since the storm, he said.",
        f"The harbour office of {town} said that the wall would be mended by the autumn. {more}",
    ]
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    head = f"<!doctype html><html><head><title>{title}</title></head>"
    return f"{head}<body><article><h1>{title}</h1>{body}</article></body></html>".encode(charset)


def titles(outlet: str, *numbers: int) -> set[str]:
    """The titles of an outlet's articles."""
    return {
        f"{outlet}: ferry number {n} of {HARBOURS[(n + len(outlet)) % len(HARBOURS)]} sails again"
        for n in numbers
    }


def rss(*links: str, ids: tuple[str, ...] = (), extra: str = "", end: str = "</channel></rss>") -> bytes:
    """A feed with an item for each link."""
    guids = [f"<guid isPermaLink='false'>{id}</guid>" for id in ids] or [""] * len(links)
    items = "".join(
        f"<item><title>News {n}</title><link>{link}</link>{guid}</item>"
        for n, (link, guid) in enumerate(zip(links, guids, strict=True))
    )
    head = '<?xml version="1.0"?><rss version="2.0"><channel><title>Ferries</title>'
    return f"{head}{extra}{items}{end}".encode()


@dataclass(slots=True)
class Request:
    """One request, and the ways to answer it."""

    handler: BaseHTTPRequestHandler
    outlet: "Outlet"

    @property
    def path(self) -> str:
        """What is asked for."""
        return self.handler.path

    def header(self, name: str) -> str | None:
        """A header of the request."""
        return self.handler.headers.get(name)

    def send(self, body: bytes, *, status: int = 200, **headers: str) -> None:
        """Answer whole; header names are written with underscores."""
        given = {"content_length": str(len(body)), "content_type": "text/html; charset=utf-8", **headers}
        self.head(status, **given)
        self.handler.wfile.write(body)

    def head(self, status: int = 200, **headers: str) -> None:
        """Send status and headers only."""
        self.handler.send_response_only(status)
        for name, value in headers.items():
            self.handler.send_header(name.replace("_", "-"), value)
        self.handler.end_headers()

    def redirect(self, target: str, status: int = 302) -> None:
        """Send elsewhere."""
        self.send(b"", status=status, location=target)

    def write(self, data: bytes) -> None:
        """Send raw bytes."""
        self.handler.wfile.write(data)
        self.handler.wfile.flush()


@dataclass(slots=True)
class Outlet:
    """One server: `pages` are what it serves, `hits` what was asked for, `together` how many at once."""

    name: str
    pages: dict[str, Serve | bytes] = field(default_factory=dict)
    hits: Counter[str] = field(default_factory=Counter)
    unchanged: Counter[str] = field(default_factory=Counter)
    together: int = 0
    most_together: int = 0
    server: Any = None

    @property
    def place(self) -> str:
        """Host and port."""
        return f"127.0.0.1:{self.server.server_port}"

    def url(self, path: str) -> str:
        """The address of a page of it."""
        return f"http://{self.place}{path}"

    def answer(self, request: Request) -> None:
        """Serve one request; pages given as bytes know whether they changed."""
        self.hits[request.path] += 1
        page = self.pages.get(request.path)
        if page is None:
            request.send(b"no such page", status=404)
        elif isinstance(page, bytes):
            self._page(request, page)
        else:
            page(request)

    def _page(self, request: Request, page: bytes) -> None:
        tag = f'"{hash(page)}"'
        if request.header("If-None-Match") == tag:
            self.unchanged[request.path] += 1
            request.head(304, etag=tag)
        else:
            request.send(page, etag=tag, last_modified=formatdate(0, usegmt=True))


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Any

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        outlet: Outlet = self.server.outlet
        outlet.together += 1
        outlet.most_together = max(outlet.most_together, outlet.together)
        try:
            outlet.answer(Request(self, outlet))
        except OSError:
            self.close_connection = True  # the reader has gone, as it should from a bad outlet
        finally:
            outlet.together -= 1


class Newsstand:
    """Outlets by name, served while the block runs."""

    def __init__(self) -> None:
        self.outlets: dict[str, Outlet] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        for outlet in self.outlets.values():
            outlet.server.shutdown()
            outlet.server.server_close()

    def open(self, name: str, *, articles: int = 0, robots: bytes | None = None) -> Outlet:
        """Open an outlet with so many articles at /1, /2, ... and a feed of them at /feed."""
        outlet = Outlet(name)
        if robots is not None:
            outlet.pages["/robots.txt"] = robots
        outlet.server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
        outlet.server.daemon_threads = True
        outlet.server.outlet = outlet
        serving = threading.Thread(
            target=outlet.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
        )
        serving.start()
        for number in range(1, articles + 1):
            outlet.pages[f"/{number}"] = article(name, number)
        if articles:
            outlet.pages["/feed"] = rss(*(outlet.url(f"/{number}") for number in range(1, articles + 1)))
        self.outlets[name] = outlet
        return outlet


def drip(request: Request) -> None:
    """Never end, a byte at a time."""
    request.head()
    while True:
        request.write(b" ")
        time.sleep(0.02)


def silence(_request: Request) -> None:
    """Say nothing for longer than anybody waits."""
    time.sleep(7)


def flood(request: Request) -> None:
    """Never end, as fast as it goes."""
    request.head()
    while True:
        request.write(b"<p>more</p>" * 10_000)
