"""White space in one form: single spaces, no blanks at line ends, one empty line at most."""

import re
from collections.abc import Iterator

from rashomon.text.offsets import Edit

_RUN = re.compile(r"\s{2,}|\A\s|\s\Z")


def spacing(text: str) -> Iterator[Edit]:
    """Normalise every run of white space, keeping line ends and empty lines apart."""
    for found in _RUN.finditer(text):
        breaks = found[0].count("\n")
        if found.start() == 0 or found.end() == len(text):
            new = ""
        else:
            new = "\n\n" if breaks > 1 else "\n" if breaks else " "
        if new != found[0]:
            yield Edit(found.start(), found.end(), new)
