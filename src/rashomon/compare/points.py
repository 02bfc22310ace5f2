"""Points: claims that state the same thing, and how their versions relate."""

from collections.abc import Sequence

from rashomon.compare.origins import Lineage
from rashomon.model import Point, Resolution, Utterance


def find_points(
    resolution: Resolution, lineage: Lineage, utterances: Sequence[Utterance]
) -> tuple[Point, ...]:
    """Return the story's points, the most salient first."""
    return ()
