"""Unpacking: a body taken in pieces, never more of it than the limit, as sent or once unpacked."""

import zlib

from rashomon.read import limits
from rashomon.read.live.faults import BadPacking, TooLarge

ACCEPTED = "gzip, deflate"
"""What requests say they understand."""

_STEP = 1 << 16
_GZIP = 16 + zlib.MAX_WBITS


class Body:
    """Gathers a body: `feed` each piece, then `whole`. Raises TooLarge as soon as it is too large."""

    def __init__(self, coding: str, *, most: int) -> None:
        self._most = most
        self._parts: list[bytes] = []
        self._size = self._arrived = 0
        self._coding = _coding(coding)
        self._unpack = zlib.decompressobj(_GZIP) if self._coding == "gzip" else None

    def feed(self, piece: bytes) -> None:
        """Take the next piece as it came."""
        self._arrived += len(piece)
        self._within(self._arrived)
        if self._coding == "deflate" and self._unpack is None and piece:
            self._unpack = zlib.decompressobj(_deflate_bits(piece))
        if self._unpack is None:
            self._keep(piece)
            return
        while piece:
            piece = self._unpacked(piece)

    def whole(self) -> bytes:
        """The whole body; raises BadPacking where its end is missing."""
        if self._unpack is not None and not self._unpack.eof and self._arrived:
            raise BadPacking(f"the {self._coding} body is cut off")
        return b"".join(self._parts)

    def _unpacked(self, piece: bytes) -> bytes:
        """Unpack one step and return what is left of the piece."""
        assert self._unpack is not None
        if self._unpack.eof:  # gzip may hold several members; whatever else follows is padding
            if self._coding != "gzip" or not piece.lstrip(b"\0"):
                return b""
            self._unpack = zlib.decompressobj(_GZIP)
        try:
            self._keep(self._unpack.decompress(piece, _STEP))
        except zlib.error as error:
            raise BadPacking(f"the {self._coding} body is damaged ({error})") from error
        return self._unpack.unused_data or self._unpack.unconsumed_tail

    def _keep(self, data: bytes) -> None:
        self._size += len(data)
        self._within(self._size)
        self._parts.append(data)

    def _within(self, size: int) -> None:
        if size > self._most:
            raise TooLarge(f"more than {limits.megabytes(self._most)} came, and was not read on")


def _coding(header: str) -> str:
    names = [name.strip().casefold() for name in header.split(",")]
    names = [name.removeprefix("x-") for name in names if name not in {"", "identity"}]
    if not names:
        return ""
    if len(names) > 1 or names[0] not in {"gzip", "deflate"}:
        raise BadPacking(f"its content coding {header!r} was not asked for and is not known")
    return names[0]


def _deflate_bits(start: bytes) -> int:
    """Deflate comes with a zlib header, as it should, or raw, as some servers send it."""
    return zlib.MAX_WBITS if start[0] & 0x0F == 8 else -zlib.MAX_WBITS
