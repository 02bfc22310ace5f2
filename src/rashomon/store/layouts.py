"""Pages of stories as they were laid out: kept with the dossier they show, made anew from it at any time."""

from collections.abc import Sequence

from sqlalchemy import Connection, and_, delete, func, select

from rashomon.store import schema
from rashomon.store.records import LaidOut
from rashomon.store.rows import put

_TABLE, _STORIES = schema.layouts, schema.stories


def laid_out(connection: Connection, story: str) -> LaidOut | None:
    """Return the story's page that was laid out last, perhaps of an earlier version."""
    row = connection.execute(select(_TABLE).where(_TABLE.c.story == story)).first()
    return LaidOut(**row._mapping) if row else None


def to_lay_out(connection: Connection, made_by: str, limit: int) -> tuple[tuple[str, int], ...]:
    """Return stories and versions whose page is lacking or was made by something else, the newest first."""
    there = and_(
        _TABLE.c.story == _STORIES.c.id, _TABLE.c.version == _STORIES.c.version, _TABLE.c.made_by == made_by
    )
    query = (
        select(_STORIES.c.id, _STORIES.c.version)
        .outerjoin(_TABLE, there)
        .where(_STORIES.c.live, _STORIES.c.version > 0, _TABLE.c.story.is_(None))
        .order_by(func.coalesce(_STORIES.c.date, "").desc(), _STORIES.c.id)
    )
    return tuple((row.id, row.version) for row in connection.execute(query.limit(limit)))


def keep(connection: Connection, rows: Sequence[LaidOut]) -> None:
    """Keep the pages in place of those before them."""
    for row in rows:
        values = {"story": row.story, "version": row.version, "made_by": row.made_by}
        put(
            connection,
            _TABLE,
            {**values, "tag": row.tag, "body": row.body},
            "version",
            "made_by",
            "tag",
            "body",
        )


def forget(connection: Connection, story: str) -> None:
    """Let go of the page of a story that ended."""
    connection.execute(delete(_TABLE).where(_TABLE.c.story == story))
