"""Tell: the dossier, its brief and timeline, and the files that people and tools read."""

from collections.abc import Sequence

from rashomon.model import Comparison, Dossier, Failure, Provenance, Resolution, Story

__all__ = ["tell"]


def tell(
    story: Story,
    resolution: Resolution,
    comparison: Comparison,
    failures: Sequence[Failure],
    provenance: Provenance,
) -> Dossier:
    """Put the dossier together: brief and timeline from the points."""
    return Dossier(
        story=story,
        resolution=resolution,
        comparison=comparison,
        timeline=(),
        brief=(),
        failures=tuple(failures),
        provenance=provenance,
    )
