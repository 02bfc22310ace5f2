"""Small things that every statement needs: upserts on both databases, text that both can hold."""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite

# What SQLite takes and PostgreSQL does not, or neither does: a zero byte, half a surrogate pair.
_UNFIT = re.compile("[\x00\ud800-\udfff]")
# PostgreSQL indexes at most 2,700 bytes of a row: a longer key is cut and told apart by its sha256.
_KEY = 600


def now() -> str:
    """Return the time as stored: UTC, ISO 8601, to the microsecond."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def fit(text: str | None) -> str | None:
    """Return the text with every character that no database holds replaced; for columns, not for records."""
    return _UNFIT.sub("\ufffd", text) if text is not None else None


def key(text: str) -> str:
    """Return the text as a key: the same for the same text, and never too long for an index."""
    clean = _UNFIT.sub("\ufffd", text)
    if clean == text and len(text) <= _KEY:
        return text
    return f"{clean[:_KEY]}#{hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"


def as_json(value: object) -> str:
    """Return plain data as one line of JSON with sorted keys, ASCII, so that every database holds it."""
    return json.dumps(value, ensure_ascii=True, sort_keys=True, separators=(",", ":"))


def put(
    connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]] | Mapping[str, Any], *update: str
) -> None:
    """Insert the rows; one whose key is there already gets the named columns anew, or stays as it is."""
    found = [rows] if isinstance(rows, Mapping) else list(rows)
    if not found:
        return
    dialect = sqlite if connection.dialect.name == "sqlite" else postgresql
    insert = dialect.insert(table)
    if update:
        insert = insert.on_conflict_do_update(
            index_elements=list(table.primary_key.columns),
            set_={name: insert.excluded[name] for name in update},
        )
    else:
        insert = insert.on_conflict_do_nothing()
    connection.execute(insert, found)


def chunks(values: Iterable[str], size: int = 500) -> Iterable[list[str]]:
    """Cut many keys into lists that one statement can name."""
    found = list(values)
    return (found[start : start + size] for start in range(0, len(found), size))
