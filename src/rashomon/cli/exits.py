"""What the exit code of every command means, and the one line that goes with an error."""

import errno
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import IntEnum
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

from rashomon.model.errors import NothingRead, RashomonError, UsageError


class Exit(IntEnum):
    """Exit codes, the same for every command."""

    OK = 0
    """Done, and nothing to report."""
    FINDINGS = 1
    """Done, with something to look at: inputs were left out, or a dossier breaks a promise."""
    USAGE = 2
    """The call is off: no input, an option that doesn't exist."""
    FAILED = 3
    """Not done: nothing could be read or written. One line on stderr says why."""


_WHY = {
    errno.ENOENT: "there is no such file or folder",
    errno.EISDIR: "it is a folder, not a file",
    errno.ENOTDIR: "a part of this path is a file, not a folder",
    errno.EACCES: "it may not be opened or written: check its permissions",
    errno.EROFS: "nothing can be written there: give another place",
    errno.ENOSPC: "the disk is full: make room, and run the command again",
}


def complain(message: str) -> None:
    """Say one line on stderr."""
    print(f"rashomon: {' '.join(message.split())}", file=sys.stderr)


def complain_of(name: str, reason: str) -> None:
    """Say one line about an input that was left out, or of which something was: then the reason says what."""
    head = "" if "is left out" in reason else "left out "
    complain(f"{head}{name}: {reason}")


@contextmanager
def one_line_errors() -> Iterator[None]:
    """Turn whatever goes wrong into one line and an exit code; RASHOMON_DEBUG=1 shows where it arose."""
    try:
        yield
    except (RashomonError, OSError) as error:
        if isinstance(error, BrokenPipeError) or os.environ.get("RASHOMON_DEBUG"):
            raise
        if isinstance(error, NothingRead) and error.cut:
            for failure in error.failures:
                complain_of(failure.input, failure.reason)
        complain(_in_words(error))
        sys.exit(Exit.USAGE if isinstance(error, UsageError) else Exit.FAILED)
    except Exception as error:
        if os.environ.get("RASHOMON_DEBUG"):
            raise
        if isinstance(error, ModuleNotFoundError) and (extra := _extra_with(error.name or "")):
            complain(f"this needs {error.name}, which is not installed: pip install 'rashomon[{extra}]'")
            sys.exit(Exit.USAGE)
        kind = type(error).__name__
        complain(f"a fault of rashomon ({kind}: {error}): please report it; RASHOMON_DEBUG=1 shows more")
        sys.exit(Exit.FAILED)


def check_folder(folder: Path) -> None:
    """Raise OSError where nothing could be written into the folder, before the work begins."""
    for place in (folder, *folder.parents):
        if place.exists():
            if not place.is_dir():
                raise OSError(0, "it is a file, not a folder: give another --out", str(place))
            if not os.access(place, os.W_OK | os.X_OK):
                raise OSError(0, "nothing may be written there: give another --out", str(place))
            return


def _extra_with(module: str) -> str | None:
    """The extra that brings a module, as this installation names them; None where none does."""
    package = module.partition(".")[0].replace("_", "-")
    try:
        needed = requires("rashomon") or []
    except PackageNotFoundError:
        return None
    found = (re.match(rf"{re.escape(package)}\b.*extra == ['\"](\w+)", each) for each in needed)
    return next((match[1] for match in found if match), None)


def _in_words(error: Exception) -> str:
    if isinstance(error, OSError) and error.filename:
        return f"{error.filename}: {_WHY.get(error.errno or 0, error.strerror)}"
    return str(error)
