"""File contents as bytes, unpacked where packed, never more than the limits allow."""

import gzip
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from rashomon.model.errors import InputError
from rashomon.read import limits


def load(stream: BinaryIO, *, most: int, begun: bytes = b"") -> bytes:
    """Return all that the stream holds, behind what was `begun`; raises InputError past `most` bytes."""
    data = begun + stream.read(max(0, most + 1 - len(begun)))
    if len(data) > most:
        raise InputError(
            f"it holds more than {limits.megabytes(most)}, too much to read in one piece: split it, or give"
            " many articles as .jsonl, one a line"
        )
    return data


def load_lines(stream: BinaryIO) -> Iterator[bytes]:
    """Yield the lines of a stream; raises InputError where one, or all together, are too long."""
    total = 0
    while line := stream.readline(limits.ARTICLE + 1):
        total += len(line)
        if len(line) > limits.ARTICLE:
            raise InputError(
                f"a line is longer than {limits.megabytes(limits.ARTICLE)}: write one article a line;"
                " the rest of the file is not read"
            )
        if total > limits.UNPACKED:
            raise InputError(f"it unpacks to more than {limits.megabytes(limits.UNPACKED)}: split it")
        yield line


@contextmanager
def opened(path: Path, *, unpack: bool = True) -> Iterator[BinaryIO]:
    """Open a file, through gzip where its first bytes say so; failures become InputError."""
    try:
        with path.open("rb") as plain:
            packed = unpack and plain.peek(2)[:2] == b"\x1f\x8b"
            yield cast(BinaryIO, gzip.GzipFile(fileobj=plain)) if packed else plain
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise InputError("it is a damaged gzip file: pack it again") from error
    except FileNotFoundError as error:
        raise InputError("there is no such file or folder") from error
    except IsADirectoryError as error:
        raise InputError("it is a folder, not a file") from error
    except PermissionError as error:
        raise InputError("it may not be opened: check its permissions") from error
    except OSError as error:
        raise InputError(f"it can't be read ({error.strerror or error})") from error


def named_text(path: Path, *, absent: str | None = None) -> str:
    """Return the text of a small file that a call names; raises InputError where it can't be read.

    `absent` stands for a file that is not there, if one need not be. The message names the file, for no
    failure does.
    """
    try:
        with opened(path, unpack=False) as stream:
            return stream.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: it is no UTF-8 text ({error.reason}): save it as such") from error
    except InputError as error:
        if absent is not None and isinstance(error.__cause__, FileNotFoundError):
            return absent
        raise InputError(f"{path}: {error}") from error
