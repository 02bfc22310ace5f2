"""Web archives: the pages in a WARC file, and in the WARC files of a WACZ package."""

import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO, cast

from rashomon.model import Failure
from rashomon.model.errors import InputError
from rashomon.read import limits
from rashomon.read.records import HTML, TEXT, Arrived

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

_PAGES = {"text/html": HTML, "application/xhtml+xml": HTML, "text/plain": TEXT}
_DAMAGED = "the archive is damaged here, what comes after is not read"


def warc_arrivals(stream: BinaryIO, name: str) -> Iterator[Arrived | Failure]:
    """Yield the pages of an unpacked WARC file in its order; pictures, scripts and such are no articles.

    Redirections are passed over. Pages that the server answered with a fault are told together.
    """
    refused = number = 0
    try:
        for number, record in enumerate(_records(stream), start=1):
            found = _page(record, f"{name}#{number}")
            refused += found == "refused"
            if isinstance(found, (Arrived, Failure)):
                yield found
    except (EOFError, gzip.BadGzipFile, zlib.error, ValueError) as error:
        yield Failure(f"{name}#{number + 1}", "read", f"{_DAMAGED} ({type(error).__name__})")
    if not number:
        yield Failure(name, "read", "it holds no record of a web archive: check that it is WARC")
    if refused:
        yield Failure(name, "read", f"{refused} pages were passed over: the server had answered with a fault")


def wacz_arrivals(stream: BinaryIO, name: str) -> Iterator[Arrived | Failure]:
    """Yield the pages of the WARC files in a WACZ package, in the order of their names."""
    try:
        with zipfile.ZipFile(stream) as package:
            members = sorted(
                (each for each in package.infolist() if _is_warc(each.filename)),
                key=lambda each: each.filename,
            )
            if not members:
                raise InputError("it holds no WARC file: check that it is a WACZ package")
            for member in members:
                with package.open(member) as packed:
                    plain = gzip.GzipFile(fileobj=packed) if member.filename.endswith(".gz") else packed
                    yield from warc_arrivals(cast(BinaryIO, plain), f"{name}/{member.filename}")
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        raise InputError(f"it is a damaged or locked package ({error}): pack it again") from error


def _is_warc(name: str) -> bool:
    return name.casefold().endswith((".warc", ".warc.gz"))


def _records(stream: BinaryIO) -> "Iterator[ArcWarcRecord]":
    try:
        from warcio.archiveiterator import ArchiveIterator
        from warcio.exceptions import ArchiveLoadFailed
    except ImportError as error:
        raise InputError("web archives are read with warcio: install rashomon[desk]") from error
    try:
        yield from ArchiveIterator(_Limited(stream), arc2warc=True)
    except ArchiveLoadFailed as error:
        raise ValueError(str(error)) from error


def _page(record: "ArcWarcRecord", name: str) -> Arrived | Failure | str:
    """The page that a record holds, or why it is none."""
    media = _media(record)
    if record.rec_type not in {"response", "resource", "conversion"} or media not in _PAGES:
        return "no page"
    if record.rec_type == "response" and (status := record.http_headers.get_statuscode()) != "200":
        return "elsewhere" if status.startswith("3") else "refused"
    url = record.rec_headers.get_header("WARC-Target-URI")
    try:
        body = record.content_stream().read(limits.ARTICLE + 1)
    except (zlib.error, EOFError, OSError, ValueError) as error:
        return Failure(name, "read", f"its content is damaged ({type(error).__name__}: {error})")
    if len(body) > limits.ARTICLE:
        return Failure(name, "read", f"it holds more than {limits.megabytes(limits.ARTICLE)}")
    if not body.strip():
        return Failure(name, "read", f"the archive holds an empty page of {url}")
    hints = {"url": url} if url and url.startswith(("http://", "https://")) else {}
    return Arrived(name=name, body=body, media=_PAGES[media], charset=_charset(record), hints=hints)


def _content_type(record: "ArcWarcRecord") -> str:
    headers = record.http_headers or record.rec_headers
    return headers.get_header("Content-Type") or ""


def _media(record: "ArcWarcRecord") -> str:
    return _content_type(record).split(";")[0].strip().casefold()


def _charset(record: "ArcWarcRecord") -> str | None:
    for part in _content_type(record).split(";")[1:]:
        name, _, value = part.partition("=")
        if name.strip().casefold() == "charset":
            return value.strip(" \"'") or None
    return None


class _Limited(io.RawIOBase):
    """The stream, refusing to go on past the limit for unpacked archives."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._left = limits.ARCHIVE

    def read(self, size: int = -1) -> bytes:
        """Read from the stream; raises InputError past the limit."""
        data = self._stream.read(size)
        self._left -= len(data)
        if self._left < 0:
            raise InputError(f"it unpacks to more than {limits.megabytes(limits.ARCHIVE)}: split it")
        return data

    def readable(self) -> bool:
        """Whether it can be read: yes."""
        return True
