"""Street addresses: the house numbers in them are neither years nor amounts."""

import re

_STREET = re.compile(
    r"\s+(?:block\b|(?:[NSEW]\.?\s+|[A-Z][\w.]*\s+|\d+(?:st|nd|rd|th)\s+){0,4}"
    r"(?:Street|Avenue|Road|Boulevard|Drive|Lane|Court|Place|Way|Highway|St|Ave|Rd|Blvd|Dr|Ln|Ct|Pl)\b)"
)


def is_house_number(text: str, end: int) -> bool:
    """Whether the number that ends at `end` stands before a street's name, or counts its blocks."""
    return _STREET.match(text, end) is not None
