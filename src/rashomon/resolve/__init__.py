"""Resolve: who is meant, over all articles of one story."""

from collections.abc import Sequence

from rashomon.link.gazetteer import Gazetteer
from rashomon.model import Annotations, Judgement, Resolution
from rashomon.resolve.entities import find_entities
from rashomon.resolve.speakers import assign_speakers
from rashomon.resolve.times import anchor_times

__all__ = ["resolve"]


def resolve(
    annotations: Sequence[Annotations],
    *,
    judgements: Sequence[Judgement] = (),
    gazetteer: Gazetteer | None = None,
) -> Resolution:
    """Return the story's articles with dates anchored and speakers named, and its entities.

    A person's `judgements` on names are kept; `gazetteer` is the bundled one if None.
    """
    anchored = anchor_times(annotations)
    found = find_entities(anchored, judgements=judgements, gazetteer=gazetteer)
    spoken = assign_speakers(anchored, found.entities)
    return Resolution(
        annotations=spoken, entities=found.entities, merges=found.merges, judgements=found.judgements
    )
