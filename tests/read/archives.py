"""Web archives written for tests, record by record."""

import gzip
from collections.abc import Sequence

from fictional import PLAIN


def page(title: str) -> bytes:
    """A page with an article."""
    paragraphs = "".join(f"<p>{line}</p>" for line in PLAIN.splitlines() if line)
    return f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1>{paragraphs}</article></body></html>".encode()  # noqa: E501


def record(block: bytes, *, type: str = "response", url: str = "", media: str = "application/http") -> bytes:
    """One record."""
    head = f"WARC/1.1\r\nWARC-Type: {type}\r\nWARC-Target-URI: {url}\r\nContent-Type: {media}\r\n"
    return f"{head}Content-Length: {len(block)}\r\n\r\n".encode() + block + b"\r\n\r\n"


def answer(body: bytes, *, status: str = "200 OK", **headers: str) -> bytes:
    """A stored HTTP answer; header names are written with underscores."""
    given = {"content_type": "text/html; charset=utf-8", **headers}
    lines = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in given.items())
    return f"HTTP/1.1 {status}\r\n{lines}\r\n".encode() + body


def crawl() -> list[bytes]:
    """An archive of three pages, packed in their ways, among things that are no article."""
    third = page("Third ferry")
    return [
        record(b"software: test", type="warcinfo", media="application/warc-fields"),
        record(b"GET / HTTP/1.1\r\n\r\n", type="request", url="https://orla.example/1"),
        record(answer(page("First ferry")), url="https://orla.example/1"),
        record(
            answer(gzip.compress(page("Second ferry")), content_encoding="gzip"), url="https://orla.example/2"
        ),
        record(
            answer(b"%x\r\n%b\r\n0\r\n\r\n" % (len(third), third), transfer_encoding="chunked"),
            url="https://orla.example/3",
        ),
        record(answer(b"", status="301 Moved"), url="https://orla.example/old"),
        record(answer(b"\x89PNG", content_type="image/png"), url="https://orla.example/p.png"),
        record(page("Fourth ferry"), type="resource", media="text/html", url="https://orla.example/4"),
    ]


def packed(records: Sequence[bytes]) -> bytes:
    """The records, each packed for itself as archives are."""
    return b"".join(map(gzip.compress, records))
