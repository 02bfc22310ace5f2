"""Points of labelled stories: the same claim or not, how outlets differ, what one tells; one JSON line.

Usage: `python bench/points.py DATA [--out DIR] [--stories N] [--show]`. DATA holds
`articles/<story>/<outlet>.json`, `gold/<story>.json` and the set's own `score.py`, which does the
scoring: a pair of sentences of two outlets counts as found where one point holds both. Each story's
articles run through the whole journey as one story; the dossiers are written to DIR, or thrown away.
`--show` prints the scorer's line for each story too. Beside the scorer's figures stand the number of
points a story and of `contradict` points that no label knows.
"""

import argparse
import contextlib
import importlib.util
import io
import json
import sys
import tempfile
from pathlib import Path
from time import perf_counter
from typing import Any

import rashomon
from rashomon.model import Dossier
from rashomon.tell.contract import to_json


def stories(data: Path, limit: int | None) -> list[Path]:
    """The folders of the labelled stories, in order."""
    labelled = {path.stem for path in (data / "gold").glob("*.json")}
    return sorted(path for path in (data / "articles").iterdir() if path.name in labelled)[:limit]


def write(dossier: Dossier, folder: Path) -> None:
    """Write one story's dossier where the scorer looks for it."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "dossier.json").write_text(json.dumps(to_json(dossier), ensure_ascii=False), encoding="utf-8")


def scorer(data: Path) -> Any:
    """The set's own scorer, as a module."""
    spec = importlib.util.spec_from_file_location("labelled_score", data / "score.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"{data / 'score.py'} is missing")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def scored(data: Path, dossiers: Path) -> tuple[dict[str, Any], str]:
    """The figures of the set's own scorer, and what it printed."""
    lines = io.StringIO()
    with contextlib.redirect_stdout(lines):
        figures = scorer(data).main(data, dossiers)
    return dict(figures), lines.getvalue()


def run(data: Path, out: Path, limit: int | None, *, show: bool) -> dict[str, Any]:
    """Run the journey on every story and score it."""
    began, points, contradicted = perf_counter(), 0, 0
    folders = stories(data, limit)
    for folder in folders:
        dossier = rashomon.compare(sorted(folder.glob("*.json")), one_story=True)
        write(dossier, out / folder.name)
        told = dossier.comparison.points
        points += len(told)
        contradicted += sum(point.relation == "contradict" for point in told)
    seconds = perf_counter() - began
    figures, lines = scored(data, out)
    if show:
        print(lines, end="")
    return figures | {
        "points_a_story": round(points / max(1, len(folders)), 1),
        "contradict_said": contradicted,
        "seconds_a_story": round(seconds / max(1, len(folders)), 2),
    }


def main() -> None:
    """Parse the arguments, run, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--stories", type=int)
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        out = options.out or Path(scratch)
        figures = run(options.data, out, options.stories, show=options.show)
    json.dump(figures, sys.stdout)
    print()


if __name__ == "__main__":
    main()
