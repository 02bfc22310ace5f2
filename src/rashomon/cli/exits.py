"""What the exit code of every command means, and the one line that goes with an error."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import IntEnum

from rashomon.model.errors import RashomonError, UsageError


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


def complain(message: str) -> None:
    """Say one line on stderr."""
    print(f"rashomon: {' '.join(message.split())}", file=sys.stderr)


@contextmanager
def one_line_errors() -> Iterator[None]:
    """Turn whatever goes wrong into one line and an exit code; RASHOMON_DEBUG=1 shows where it arose."""
    try:
        yield
    except (RashomonError, OSError) as error:
        if isinstance(error, BrokenPipeError) or os.environ.get("RASHOMON_DEBUG"):
            raise
        complain(_in_words(error))
        sys.exit(Exit.USAGE if isinstance(error, UsageError) else Exit.FAILED)
    except Exception as error:
        if os.environ.get("RASHOMON_DEBUG"):
            raise
        kind = type(error).__name__
        complain(f"a fault of rashomon ({kind}: {error}): please report it; RASHOMON_DEBUG=1 shows more")
        sys.exit(Exit.FAILED)


def _in_words(error: Exception) -> str:
    if isinstance(error, OSError) and error.filename:
        return f"{error.filename}: {error.strerror}"
    return str(error)
