"""One article as given, before anything is cleaned: as it arrived, and as its text and what is said of it."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

FIELDS = ("title", "outlet", "url", "published", "byline", "language")
"""The keys of a JSON article besides `text`, and the columns of a metadata file besides `file`."""

HTML, TEXT, JSON = "text/html", "text/plain", "application/json"
"""The media types that an article arrives in; JSON is an object with `text` and the fields above."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived:
    """What came for one article, byte for byte: enough to read it again at any time.

    `source` is the file or address that it came from, which reading it again begins with. `charset` is
    what the server said of it. `hints` stand where the article itself says nothing (what a
    feed says about the page); `known` has the last word (what a metadata file or the operator says).
    """

    name: str
    body: bytes
    media: str
    source: str = ""
    charset: str | None = None
    hints: Mapping[str, str] = field(default_factory=dict)
    known: Mapping[str, str] = field(default_factory=dict)

    @property
    def digest(self) -> str:
        """The sha256 of all that the article is made from, where it lies left aside."""
        said = (self.media, self.charset, sorted(self.hints.items()), sorted(self.known.items()))
        head = json.dumps(said, ensure_ascii=True).encode()
        return hashlib.sha256(head + b"\n" + self.body).hexdigest()

    def with_metadata(self, row: Mapping[str, str]) -> "Arrived":
        """Return it with what a metadata file says about it, which has the last word."""
        given = {name: row[name] for name in FIELDS if row.get(name)}
        return replace(self, known={**self.known, **given}) if given else self


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

    def completed(self, *, hints: Mapping[str, str], known: Mapping[str, str]) -> "Record":
        """Return the record with the hints where it says nothing, and with what is known in any case."""
        given = {name: hints[name] for name in FIELDS if hints.get(name) and not getattr(self, name)}
        if _finer(self.published, hints.get("published")):
            given["published"] = hints["published"]
        given.update((name, known[name]) for name in FIELDS if known.get(name))
        return replace(self, **given) if given else self


def _finer(day: str | None, moment: str | None) -> bool:
    """Whether both are the same day, and the second tells the time too."""
    return bool(day and moment and len(day) == 10 and len(moment) > 15 and moment.startswith(day))


def field_text(value: object) -> str | None:
    """A field's value as text on one line, or None where it holds none."""
    if isinstance(value, (list, tuple)):
        parts = [part for each in value if (part := field_text(each))]
        return ", ".join(parts) or None
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return None
    return " ".join(str(value).split()) or None
