"""Reading where an article went."""

from sqlalchemy import Connection, select

from rashomon.store import schema
from rashomon.store.records import StoryRow
from rashomon.store.stories import story


def story_of(connection: Connection, article: str) -> StoryRow | None:
    """Return the story that the article belongs to; None where it is in none that is told."""
    table = schema.memberships
    id = connection.scalar(select(table.c.story).where(table.c.article == article))
    return story(connection, id) if id else None
