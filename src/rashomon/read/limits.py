"""How much is read at most, so that no input can take the machine: sizes in bytes unless said."""

ARTICLE = 8_000_000
"""One text or HTML file, and one line of JSON Lines."""

FEED = 52_428_800
"""One feed, sitemap or list of feeds: as much as a sitemap may have."""

CHARACTERS = 3_000_000
"""One article's text, in characters: thirty thousand sentences."""

JSON_FILE = 64_000_000
"""One JSON file, which has to be held whole."""

UNPACKED = 2_000_000_000
"""A gzipped JSON Lines file, once unpacked."""

ARCHIVE = 100_000_000_000
"""A web archive, once unpacked; it is read as a stream."""

DEPTH = 40
"""Folders inside folders."""

ENTRIES = 200_000
"""Files and folders under one path."""


def megabytes(size: int) -> str:
    """The size as a reader says it."""
    return f"{size / 1_000_000:.1f} MB"
