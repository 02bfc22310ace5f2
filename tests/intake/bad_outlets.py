"""The outlets that something is wrong with, and the name that each fault must get."""

import gzip
import socket
import zlib
from collections.abc import Callable

from intake.outlets import Newsstand, Outlet, Request, article, drip, flood, rss, silence

BOMB = gzip.compress(b"<p>nothing</p>" * 700_000)
ENTITIES = (
    b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    b"<rss version='2.0'><channel><title>&b;</title></channel></rss>"
)
OUTSIDE = (
    b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    b"<rss version='2.0'><channel><title>&x;</title></channel></rss>"
)


def answers(body: bytes = b"", **given: object) -> Callable[[Request], None]:
    """A page that always answers so."""
    return lambda request: request.send(body, **given)  # type: ignore[arg-type]


def moves(target: str, status: int = 302) -> Callable[[Request], None]:
    """A page that always sends elsewhere."""
    return lambda request: request.redirect(target, status)


def cut_off(request: Request) -> None:
    """Promise more than comes."""
    request.head(content_length="5000")
    request.write(b"<rss>")
    request.handler.connection.shutdown(socket.SHUT_RDWR)


def no_http(request: Request) -> None:
    """Talk something else."""
    request.write(b"\x00\x01 hello, this is not the web\r\n\r\n")
    request.handler.connection.shutdown(socket.SHUT_RDWR)


def bad_feeds(stand: Newsstand, canary: Outlet) -> dict[str, str]:
    """Open the outlets whose very feed is bad; returns the fault's name for each."""
    cases: dict[str, tuple[object, str]] = {
        "Dripping": (drip, "too slow"),
        "Silent": (silence, "no answer"),
        "Endless": (flood, "too large"),
        "Bomb": (answers(BOMB, content_encoding="gzip"), "too large"),
        "Huge": (lambda request: request.head(content_length="99999999999"), "too large"),
        "Gone": (answers(status=410), "gone"),
        "Lost": (answers(status=404), "gone"),
        "Closed": (answers(status=403), "forbidden"),
        "Busy": (answers(status=429, retry_after="7200"), "busy"),
        "Broken": (answers(status=500), "server fault"),
        "Teapot": (answers(status=418), "odd answer"),
        "Private": (moves("http://10.11.12.13/feed"), "address refused"),
        "Cloud": (moves("http://169.254.169.254/latest/meta-data/"), "address refused"),
        "Mapped": (moves("http://[::ffff:127.0.0.1]:9/feed"), "address refused"),
        "Inward": (moves(canary.url("/feed"), 301), "address refused"),
        "Renamed": (moves(canary.url("/feed").replace("127.0.0.1", "localhost")), "address refused"),
        "Numbered": (moves(canary.url("/feed").replace("127.0.0.1", "2130706433")), "address refused"),
        "Filed": (moves("file:///etc/hostname"), "bad url"),
        "Circling": (moves("/feed"), "redirects"),
        "Nowhere": (lambda request: request.send(b"", status=302), "redirects"),
        "Torn": (answers(gzip.compress(rss())[:30], content_encoding="gzip"), "bad packing"),
        "Wrapped": (answers(rss(), content_encoding="zstd"), "bad packing"),
        "Cut": (cut_off, "broken answer"),
        "Babble": (no_http, "broken answer"),
        "Entities": (ENTITIES, "bad feed"),
        "Outside": (OUTSIDE, "bad feed"),
        "Page": (article("Page", 1), "bad feed"),
        "Empty": (b"", "bad feed"),
        "Binary": (bytes(range(256)) * 50, "bad feed"),
    }
    for name, (page, _) in cases.items():
        stand.open(name).pages["/feed"] = page  # type: ignore[assignment]
    stand.open("Shy", articles=1, robots=b"User-agent: *\nDisallow: /")
    stand.open("Unsure", articles=1).pages["/robots.txt"] = answers(status=500)
    return {**{name: fault for name, (_, fault) in cases.items()}, "Shy": "robots", "Unsure": "robots"}


def deflated(data: bytes) -> bytes:
    """Deflate without a header, as some servers send it."""
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()
