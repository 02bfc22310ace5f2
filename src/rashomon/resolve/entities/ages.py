"""Ages: how old an article says somebody is, right beside the name."""

import re

_BEFORE = re.compile(r"\b(\d{1,3})[-‐‑– ]year[-‐‑– ]old\s+$")
_BEHIND = re.compile(r"(?:,? (?:Jr|Sr)\.?)?(?:, (?:aged? )?(\d{1,3})(?=[,.;])| \((\d{1,3})\))")
_REACH = 24  # characters before a name that hold an age


def age_beside(text: str, start: int, end: int) -> int | None:
    """Return the age at the name `text[start:end]`: "25-year-old Ada Vane", "Ada Vane, 25, said"."""
    found = _BEFORE.search(text, max(0, start - _REACH), start) or _BEHIND.match(text, end)
    return int(next(filter(None, found.groups()))) if found else None
