"""The WARC format (ISO 28500): named headers, then as many bytes as they say, record after record.

Read here and not by a library because a damaged archive must give all that stands before the damage, and
say where it is: one library at hand passes a cut over in silence, another ends the program.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.model.errors import InputError

_LONGEST_LINE = 65_536  # bytes of a header: many times what servers allow
_MOST_LINES = 1_000  # of headers
_SKIP = 1 << 20


class Headers:
    """The headers of a record or of an answer in it; the first of a name counts."""

    def __init__(self, lines: list[bytes]) -> None:
        self.first = lines[0].decode("utf-8", "replace") if lines else ""
        self._values: dict[str, str] = {}
        for line in lines[1:]:
            name, _, value = line.decode("utf-8", "replace").partition(":")
            self._values.setdefault(name.strip().casefold(), value.strip())

    def get(self, name: str) -> str:
        """The header's value, empty where it is not given."""
        return self._values.get(name, "")


@dataclass(slots=True)
class WarcRecord:
    """One record; its block is taken with `block`, at once, or is passed over."""

    headers: Headers
    length: int
    _stream: io.BufferedIOBase
    _left: int

    @property
    def type(self) -> str:
        """What the record holds: response, resource, request, metadata, ..."""
        return self.headers.get("warc-type").casefold()

    @property
    def url(self) -> str | None:
        """The web address that the record is about."""
        url = self.headers.get("warc-target-uri").strip("<>")
        return url if url.startswith(("http://", "https://")) else None

    def block(self, most: int) -> bytes:
        """The record's bytes, at most so many; raises InputError where the archive ends within them."""
        data = self._stream.read(min(self._left, most))
        self._left -= len(data)
        if len(data) < min(self.length, most):
            raise InputError("the archive ends within it")
        return data

    def skip(self) -> None:
        """Pass over what was not read; raises InputError where the archive ends before."""
        while self._left > 0:
            data = self._stream.read(min(self._left, _SKIP))
            if not data:
                raise InputError("it is cut off")
            self._left -= len(data)


def warc_records(stream: io.BufferedIOBase) -> Iterator[WarcRecord]:
    """Yield the records one after the other; raises InputError where the archive can't be read on."""
    while first := _first_line(stream):
        if not first.startswith(b"WARC/"):
            raise InputError(f"no record begins with {first[:40]!r}")
        headers = Headers([first, *_lines(stream)])
        length = headers.get("content-length")
        if not (length.isascii() and length.isdigit() and len(length) < 16):
            raise InputError("a record does not say how long it is")
        record = WarcRecord(headers, int(length), stream, int(length))
        yield record
        record.skip()


def split_answer(block: bytes) -> tuple[Headers, bytes]:
    """A stored HTTP answer as its headers and its body."""
    stream = io.BytesIO(block)
    lines = [stream.readline(_LONGEST_LINE).rstrip(b"\r\n")]
    for line in stream:
        if not line.rstrip(b"\r\n"):
            break
        lines.append(line.rstrip(b"\r\n"))
    return Headers(lines), stream.read()


def _first_line(stream: io.BufferedIOBase) -> bytes:
    """The next line that is not empty; empty at the end."""
    while line := stream.readline(_LONGEST_LINE):
        if line.strip():
            return line.strip()
    return b""


def _lines(stream: io.BufferedIOBase) -> Iterator[bytes]:
    for _ in range(_MOST_LINES):
        line = stream.readline(_LONGEST_LINE)
        if not line.endswith(b"\n"):
            raise InputError("it is cut off")
        if not line.strip():
            return
        yield line.strip()
    raise InputError("a record has too many headers")
