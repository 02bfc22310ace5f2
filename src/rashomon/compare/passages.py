"""Passages: stretches of wording that stand in several articles."""

from collections.abc import Sequence

from rashomon.model import Annotations, Passage


def find_passages(annotations: Sequence[Annotations]) -> tuple[Passage, ...]:
    """Return the passages that two or more articles share."""
    return ()
