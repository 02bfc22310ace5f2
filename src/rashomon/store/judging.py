"""What people said: appended, never overwritten, and revocable."""

import json
from collections.abc import Mapping

from sqlalchemy import Connection, Row, select, update

from rashomon.model.errors import UsageError
from rashomon.model.identity import content_id
from rashomon.store import schema
from rashomon.store.records import JudgementKind, StoredJudgement
from rashomon.store.rows import as_json, now, put

_KEYS: Mapping[str, tuple[str, ...]] = {
    "merge": ("kind", "names", "story"),
    "split": ("kind", "names", "story"),
    "move": ("article", "story"),
    "wrong": ("story", "point", "claims", "note"),
}
_TABLE = schema.judgements


def judge(
    connection: Connection, kind: JudgementKind, subject: Mapping[str, object], *, who: str, at: str
) -> StoredJudgement:
    """Store the judgement; raises UsageError where its subject lacks a part."""
    lacking = [name for name in _KEYS.get(kind, ()) if name not in subject]
    if kind not in _KEYS or lacking:
        raise UsageError(f"a judgement {kind!r} needs {', '.join(lacking) or ' or '.join(_KEYS)}")
    story = subject["story"]
    row = {
        "id": content_id("j", kind, subject, who, at),
        "kind": kind,
        "subject": as_json(dict(subject)),
        "story": str(story) if story is not None else None,
        "who": who,
        "at": at,
        "undone_by": None,
        "undone_at": None,
    }
    put(connection, _TABLE, row)
    return one(connection, str(row["id"]))


def undo(connection: Connection, id: str, *, who: str) -> StoredJudgement:
    """Take the judgement back; one that was taken back already stays so."""
    connection.execute(
        update(_TABLE)
        .where(_TABLE.c.id == id, _TABLE.c.undone_at.is_(None))
        .values(undone_by=who, undone_at=now())
    )
    return one(connection, id)


def one(connection: Connection, id: str) -> StoredJudgement:
    """Return the judgement; raises UsageError where there is none."""
    row = connection.execute(select(_TABLE).where(_TABLE.c.id == id)).first()
    if row is None:
        raise UsageError(f"there is no judgement {id}")
    return as_judgement(row)


def as_judgement(row: "Row[tuple[object, ...]]") -> StoredJudgement:
    """Return the row as a record."""
    values = dict(row._mapping)
    return StoredJudgement(**{**values, "subject": json.loads(values["subject"])})
