"""Which column of a table holds what: by the keys of a JSON article, or by other names for one of them."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rashomon.model import Failure
from rashomon.model.errors import InputError
from rashomon.read import limits
from rashomon.read.records import FIELDS, JSON, Arrived

KEYS = ("text", *FIELDS)
# Names with one meaning in exports of news archives, in lower case with single spaces. "source" is not among
# them: it is the outlet here, the archive or the agency there.
_ALSO = {
    "text": ("body", "content", "article text", "full text", "fulltext", "maintext"),
    "title": ("headline",),
    "outlet": ("publication", "publisher", "newspaper", "media name"),
    "url": ("link",),
    "published": (
        "date",
        "date published",
        "publication date",
        "publish date",
        "published at",
        "published date",
        "pub date",
        "pubdate",
    ),
    "byline": ("author", "authors"),
    "language": ("lang",),
}
_ASKED = ("outlet", "published")  # without these an article can't be told from others of its story
_SHOWN = 12  # columns named in a message
_SPACE = re.compile(r"[\s_-]+")


def columns(names: Sequence[str]) -> dict[str, str]:
    """The column that holds each key of an article; raises InputError where none holds the text."""
    known = {_plain(name): name for name in reversed(names)}
    found = {
        key: known[also] for key in KEYS for also in reversed((key, *_ALSO.get(key, ()))) if also in known
    }
    if "text" not in found:
        raise InputError(
            f'it has no column "text", only {_listed(names)}: name its columns {", ".join(KEYS)}, as far as'
            " it has them"
        )
    return found


def unread(names: Sequence[str], found: Mapping[str, str], table: str) -> Iterator[Failure]:
    """Yield a failure where columns that nobody reads may hold the outlet or date that no other gives."""
    left = [name for name in names if name.strip() and name not in found.values()]
    asked = [key for key in _ASKED if key not in found]
    if left and asked:
        wanted = " nor ".join(f'"{key}"' for key in asked)
        reason = f"no column is named {wanted}: where one of these holds it, name it so"
        yield Failure(f"{table}, column{'s' if len(left) > 1 else ''} {_listed(left)}", "read", reason)


def row_arrival(row: Mapping[str, Any], name: str) -> Arrived | Failure:
    """The article of a row, as JSON; dates and times as ISO 8601 says them."""
    text = row.get("text")
    if not isinstance(text, str) or not text.strip():
        return Failure(name, "read", "its cell in the column of the text is empty: give the article's text")
    body = json.dumps(row, default=_said).encode()
    if len(body) > limits.ARTICLE:
        return Failure(name, "read", f"it holds more than {limits.megabytes(limits.ARTICLE)}: split it")
    return Arrived(name=name, body=body, media=JSON)


def _listed(names: Sequence[str]) -> str:
    shown = [" ".join(name.split()) or "one without a name" for name in names[:_SHOWN]]
    return ", ".join(shown) + (f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else "")


def _plain(name: str) -> str:
    return _SPACE.sub(" ", name.strip()).casefold()


def _said(value: Any) -> str:
    return value.isoformat() if hasattr(value, "isoformat") else str(value)
