"""Unpacking: packed data taken in pieces, never more of it than the limit, as sent or once unpacked."""

import io
import zlib
from typing import Any, BinaryIO

from rashomon.model.errors import InputError
from rashomon.read import limits

_STEP = 1 << 16
_GZIP = 16 + zlib.MAX_WBITS


class PackingError(InputError):
    """The data's compression is damaged, cut off, or of an unknown kind."""


class SizeError(InputError):
    """The data is over the limit, as sent or once unpacked."""


class Body:
    """Gathers a body that comes in a content coding of HTTP: `feed` each piece, then take the `whole`.

    Raises SizeError as soon as it is too large, PackingError where it can't be unpacked.
    """

    def __init__(self, coding: str, *, most: int) -> None:
        self._most = most
        self._parts: list[bytes] = []
        self._size = self._arrived = 0
        self._coding = _coding(coding)
        self._unpack: Any = {"gzip": _gzip, "br": _brotli}.get(self._coding, lambda: None)()

    def feed(self, piece: bytes) -> None:
        """Take the next piece as it came."""
        self._arrived += len(piece)
        self._within(self._arrived)
        if self._coding == "deflate" and self._unpack is None and piece:
            self._unpack = zlib.decompressobj(_deflate_bits(piece))
        if self._unpack is None:
            self._keep(piece)
        elif self._coding == "br":
            self._unbrotli(piece)
        else:
            while piece:
                piece = self._inflated(piece)

    def whole(self) -> bytes:
        """The whole body; raises PackingError where its end is missing."""
        if self._unpack is not None and self._arrived:
            ended = self._unpack.is_finished() if self._coding == "br" else self._unpack.eof
            if not ended:
                raise PackingError(f"its {self._coding} body is cut off")
        return b"".join(self._parts)

    def _inflated(self, piece: bytes) -> bytes:
        """Unpack one step and return what is left of the piece."""
        if self._unpack.eof:  # gzip may hold several members; whatever else follows is padding
            if self._coding != "gzip" or not piece.lstrip(b"\0"):
                return b""
            self._unpack = _gzip()
        try:
            self._keep(self._unpack.decompress(piece, _STEP))
        except zlib.error as error:
            raise PackingError(f"its {self._coding} body is damaged ({error})") from error
        return bytes(self._unpack.unused_data or self._unpack.unconsumed_tail)

    def _unbrotli(self, piece: bytes) -> None:
        import brotli

        try:
            self._keep(self._unpack.process(piece, output_buffer_limit=_STEP))
            while not self._unpack.can_accept_more_data():
                self._keep(self._unpack.process(b"", output_buffer_limit=_STEP))
        except brotli.error as error:
            raise PackingError(f"its br body is damaged ({error})") from error

    def _keep(self, data: bytes) -> None:
        self._size += len(data)
        self._within(self._size)
        self._parts.append(data)

    def _within(self, size: int) -> None:
        if size > self._most:
            raise SizeError(f"it holds more than {limits.megabytes(self._most)}, and was not read on")


class Unpacked(io.RawIOBase):
    """A stream out of gzip where it is packed, plain otherwise; `fault` says why it ended early.

    All that stands before the damage is read. Raises InputError past `most` bytes.
    """

    def __init__(self, stream: BinaryIO, *, most: int) -> None:
        self._stream = stream
        self._left = most
        self._pending = stream.read(_STEP)
        self._unpack = _gzip() if self._pending.startswith(b"\x1f\x8b") else None
        self.fault: str | None = None

    def readable(self) -> bool:
        """Whether it can be read: yes."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer as far as one step goes; 0 at the end."""
        data = self._next(len(buffer))
        self._left -= len(data)
        if self._left < 0:
            raise SizeError("it unpacks to more than a web archive may hold: split it")
        buffer[: len(data)] = data
        return len(data)

    def _next(self, size: int) -> bytes:
        while not self.fault:
            piece = self._pending or self._stream.read(_STEP)
            self._pending = b""
            if self._unpack is None:
                self._pending = piece[size:]
                return piece[:size]
            if not piece:
                self.fault = None if self._unpack.eof else "it is cut off"
                break
            if data := self._inflated(piece, size):
                return data
        return b""

    def _inflated(self, piece: bytes, size: int) -> bytes:
        assert self._unpack is not None
        if self._unpack.eof:
            self._unpack = _gzip()
        try:
            data = self._unpack.decompress(piece, size)
        except zlib.error as error:
            self.fault = str(error)
            return b""
        self._pending = self._unpack.unused_data or self._unpack.unconsumed_tail
        return data


def dechunked(data: bytes) -> bytes:
    """A body out of HTTP's chunks; as it is where an archive names chunks but stores none."""
    parts: list[bytes] = []
    at = 0
    while True:
        line_end = data.find(b"\r\n", at)
        length = data[at:line_end].split(b";")[0].strip() if line_end > 0 else b""
        try:
            size = int(length, 16)
        except ValueError:
            if at == 0:
                return data
            raise PackingError("its chunks are damaged") from None
        if size == 0:
            return b"".join(parts)
        chunk = data[line_end + 2 : line_end + 2 + size]
        if size < 0 or len(chunk) < size:
            raise PackingError("its chunks are cut off")
        parts.append(chunk)
        at = line_end + 2 + size + 2


def _gzip() -> "zlib._Decompress":
    return zlib.decompressobj(_GZIP)


def _brotli() -> Any:
    try:
        import brotli
    except ImportError as error:
        raise PackingError("its content coding br is read with brotli: install rashomon[desk]") from error
    return brotli.Decompressor()


def _coding(header: str) -> str:
    names = [name.strip().casefold() for name in header.split(",")]
    names = [name.removeprefix("x-") for name in names if name not in {"", "identity"}]
    if not names:
        return ""
    if len(names) > 1 or names[0] not in {"gzip", "deflate", "br"}:
        raise PackingError(f"its content coding {header!r} is not known")
    return names[0]


def _deflate_bits(start: bytes) -> int:
    """Deflate comes with a zlib header, as it should, or raw, as some servers send it."""
    return zlib.MAX_WBITS if start[0] & 0x0F == 8 else -zlib.MAX_WBITS
