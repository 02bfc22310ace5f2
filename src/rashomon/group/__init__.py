"""Group: which articles are about one event."""

from collections.abc import Sequence

from rashomon.model import Annotations, Story
from rashomon.model.identity import content_id

__all__ = ["stories"]

Grouped = tuple[Story, tuple[Annotations, ...]]


def stories(annotations: Sequence[Annotations], *, one_story: bool = False) -> tuple[Grouped, ...]:
    """Return each story with its articles, in the order of the input."""
    ids = tuple(a.article.id for a in annotations)
    title = annotations[0].article.title or ""
    story = Story(id=content_id("s", sorted(ids)), title=title, date=None, place=None, articles=ids)
    return ((story, tuple(annotations)),)
