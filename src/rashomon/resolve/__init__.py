"""Resolve: who is meant, over all articles of one story."""

from collections.abc import Sequence

from rashomon.model import Annotations, Resolution
from rashomon.resolve.entities import find_entities
from rashomon.resolve.speakers import assign_speakers
from rashomon.resolve.times import anchor_times

__all__ = ["resolve"]


def resolve(annotations: Sequence[Annotations]) -> Resolution:
    """Return the story's articles with dates anchored and speakers named, and its entities."""
    anchored = anchor_times(annotations)
    entities, merges = find_entities(anchored)
    spoken = assign_speakers(anchored, entities)
    return Resolution(annotations=spoken, entities=entities, merges=merges)
