"""Tell: the dossier, its brief and timeline, and the files that people and tools read."""

from collections.abc import Sequence
from pathlib import Path

from rashomon.model import Comparison, Dossier, Failure, Provenance, Resolution, Story
from rashomon.tell.brief import find_brief
from rashomon.tell.contract import dumps, to_json
from rashomon.tell.timeline import find_timeline
from rashomon.tell.verify import Problem, verify

__all__ = ["Problem", "dumps", "tell", "to_json", "verify", "write"]


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
        timeline=find_timeline(comparison.claims, comparison.points),
        brief=find_brief(story, resolution, comparison),
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
