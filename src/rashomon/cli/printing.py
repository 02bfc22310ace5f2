"""Printing for a terminal, or, where nobody watches, for whatever takes the lines."""

import sys
from collections.abc import Iterable

from rich.console import Console, RenderableType

# Columns of a line that no terminal shows.
_PIPED = 100


def width() -> int:
    """How many columns a line has."""
    return Console().width if sys.stdout.isatty() else _PIPED


def show(parts: Iterable[RenderableType]) -> None:
    """Print for a person, or, where nobody watches, plain lines of one width without trailing space."""
    if sys.stdout.isatty():
        Console(highlight=False).print(*parts, sep="\n")
        return
    console = Console(highlight=False, width=_PIPED)
    with console.capture() as captured:
        console.print(*parts, sep="\n")
    sys.stdout.write("".join(f"{line.rstrip()}\n" for line in captured.get().splitlines()))
