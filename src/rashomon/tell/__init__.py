"""Tell: the dossier, its brief and timeline, and the files that people and tools read."""

from collections.abc import Sequence
from pathlib import Path

from rashomon.model import Comparison, Dossier, Failure, Provenance, Resolution, Story
from rashomon.tell.brief import find_brief
from rashomon.tell.contract import IDENTIFIED, dumps, to_json
from rashomon.tell.markdown import to_markdown
from rashomon.tell.report import index_parts, render, render_index
from rashomon.tell.timeline import find_timeline
from rashomon.tell.verify import Problem, verify

__all__ = [
    "IDENTIFIED",
    "Problem",
    "dumps",
    "index_parts",
    "render",
    "render_index",
    "tell",
    "to_json",
    "to_markdown",
    "verify",
    "write",
]


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
    """Write dossier.json, report.html and brief.md into the directory, made if absent; return the paths."""
    folder = Path(directory)
    folder.mkdir(parents=True, exist_ok=True)
    data = to_json(dossier)
    files = {
        "dossier.json": dumps(data),
        "report.html": render(data),
        "brief.md": to_markdown(data),
    }
    for name, text in files.items():
        (folder / name).write_bytes(text.encode("utf-8", "replace"))
    return tuple(folder / name for name in files)
