"""Tell: the dossier, its brief and timeline, and the files that people and tools read."""

from collections.abc import Sequence
from pathlib import Path

from rashomon.model import Comparison, Dossier, Failure, Provenance, Resolution, Story
from rashomon.tell.contract import dumps, to_json

__all__ = ["dumps", "tell", "to_json", "write"]


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


def write(dossier: Dossier, directory: str | Path) -> tuple[Path, ...]:
    """Write dossier.json into the directory, made if absent; return the paths."""
    folder = Path(directory)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "dossier.json"
    path.write_bytes(dumps(to_json(dossier)).encode("utf-8"))
    return (path,)
