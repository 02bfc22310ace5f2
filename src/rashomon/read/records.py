"""One article as given: its text and what the input says about it, before anything is cleaned."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

FIELDS = ("title", "outlet", "url", "published", "byline", "language")
"""The keys of a JSON article besides `text`, and the columns of a metadata file besides `file`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What one input gives. `title` is set where it is given apart from the text."""

    file: str
    text: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    byline: str | None = None
    language: str | None = None

    def with_metadata(self, row: Mapping[str, str]) -> "Record":
        """Return the record with what a metadata file says about it, which has the last word."""
        given = {name: row[name] for name in FIELDS if row.get(name)}
        return replace(self, **given) if given else self


def field_text(value: object) -> str | None:
    """A field's value as text on one line, or None where it holds none."""
    if isinstance(value, (list, tuple)):
        parts = [part for each in value if (part := field_text(each))]
        return ", ".join(parts) or None
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return None
    return " ".join(str(value).split()) or None
