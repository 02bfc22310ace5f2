"""Quality over many labelled stories, as one JSON line.

Usage: `python bench/stories.py FOLDER [--show]`. The folder holds `articles/<story>/`, `gold/` and a
`score.py` that takes the folder and the dossiers; --show prints its lines a story, on stderr.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from rashomon import compare
from rashomon.tell import write


def score(folder: Path, *, show: bool = False) -> dict[str, float]:
    """Return the figures over all stories of the folder, flat: `pairs.f1`."""
    with tempfile.TemporaryDirectory() as out:
        for story in sorted((folder / "articles").iterdir()):
            write(compare([story], one_story=True), Path(out) / story.name)
        command = [sys.executable, str(folder / "score.py"), str(folder), out]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
    *stories, last = done.stdout.strip().splitlines()
    if show:
        print("\n".join(stories), file=sys.stderr)
    return dict(_flat(json.loads(last)))


def _flat(figures: dict[str, Any]) -> list[tuple[str, float]]:
    flat: list[tuple[str, float]] = []
    for name, value in figures.items():
        flat += (
            [(f"{name}.{key}", each) for key, each in value.items()]
            if isinstance(value, dict)
            else [(name, value)]
        )
    return flat


if __name__ == "__main__":
    figures = score(Path(sys.argv[1]), show="--show" in sys.argv)
    print(json.dumps({"bench": "stories", "data": Path(sys.argv[1]).name, **figures}))
