"""Web archives: the pages in a WARC file, and in the WARC files of a WACZ package."""

import io
import zipfile
from collections.abc import Iterator
from typing import BinaryIO, cast

from rashomon.model import Failure
from rashomon.model.errors import InputError
from rashomon.read import limits
from rashomon.read.records import HTML, TEXT, Arrived
from rashomon.read.unpacking import Body, Unpacked, dechunked
from rashomon.read.warcfile import Headers, WarcRecord, split_answer, warc_records

_PAGES = {"text/html": HTML, "application/xhtml+xml": HTML, "text/plain": TEXT}
_KINDS = {"response", "resource", "conversion"}
# A page's own headers come on top of its bytes.
_BLOCK = limits.ARTICLE + 100_000


def warc_arrivals(stream: BinaryIO, name: str) -> Iterator[Arrived | Failure]:
    """Yield the pages of a WARC file, packed or not, in its order.

    Pictures, scripts and redirections are no articles and are passed over. Pages that the server had
    answered with a fault are told together.
    """
    unpacked = Unpacked(stream, most=limits.ARCHIVE)
    refused = number = 0
    fault = None
    try:
        for number, record in enumerate(warc_records(io.BufferedReader(unpacked)), start=1):
            found = _found(record, f"{name}#{number}")
            refused += found == "refused"
            if isinstance(found, (Arrived, Failure)):
                yield found
    except InputError as error:
        fault = str(error)
    if fault := unpacked.fault or fault:
        reason = f"the archive is damaged here, and what comes after is not read ({fault})"
        yield Failure(f"{name}#{number + 1}", "read", reason)
    elif not number:
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
                    yield from warc_arrivals(cast(BinaryIO, packed), f"{name}/{member.filename}")
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        raise InputError(f"it is a damaged or locked package ({error}): pack it again") from error


def _is_warc(name: str) -> bool:
    return name.casefold().endswith((".warc", ".warc.gz"))


def _found(record: WarcRecord, name: str) -> Arrived | Failure | str:
    try:
        return _page(record, name) if record.type in _KINDS else "no page"
    except InputError as error:
        return Failure(name, "read", str(error))


def _page(record: WarcRecord, name: str) -> Arrived | str:
    """The page that a record holds, or why it is none."""
    answered = record.headers.get("content-type").casefold().startswith("application/http")
    if not answered and _media(record.headers) not in _PAGES:
        return "no page"
    block = record.block(_BLOCK)
    head, body = split_answer(block) if answered else (record.headers, block)
    if answered and (status := head.first.split(" ")[1:2]) and not status[0].startswith("2"):
        return "elsewhere" if status[0].startswith("3") else "refused"
    if _media(head) not in _PAGES:
        return "no page"
    body = _decoded(body, head) if answered else body
    if len(body) > limits.ARTICLE or record.length > _BLOCK:
        raise InputError(f"it holds more than {limits.megabytes(limits.ARTICLE)}")
    if not body.strip():
        raise InputError("the archive holds an empty page")
    hints = {"url": record.url} if record.url else {}
    return Arrived(name=name, body=body, media=_PAGES[_media(head)], charset=_charset(head), hints=hints)


def _decoded(data: bytes, head: Headers) -> bytes:
    """The page's bytes out of HTTP's codings."""
    if "chunked" in head.get("transfer-encoding").casefold():
        data = dechunked(data)
    body = Body(head.get("content-encoding"), most=limits.ARTICLE)
    body.feed(data)
    return body.whole()


def _media(head: Headers) -> str:
    return head.get("content-type").partition(";")[0].strip().casefold()


def _charset(head: Headers) -> str | None:
    for part in head.get("content-type").split(";")[1:]:
        name, _, value = part.partition("=")
        if name.strip().casefold() == "charset":
            return value.strip(" \"'") or None
    return None
