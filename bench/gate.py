"""The quality gate: measure on the shared data, and refuse a figure beyond its floor in floors.json.

Usage: `python bench/gate.py`. A floor is raised when the figure is better for good; lowering one needs
its reason in the same commit. Where the shared data is not beside this checkout, the gate says so.
"""

import json
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import conflict_made
import conflict_pairs
import group
import names
import origins
import points
import quotes
import seeds
import speakers

HERE = Path(__file__).resolve().parent
SHARED = HERE.parents[1] / "shared"
PAIRS = 120  # pairs of sentences of each set for entailment: a sample
QUOTED = 12  # articles, and eight times as many paragraphs, of the attribution set: a sample


def _points(folder: Path) -> Mapping[str, Any]:
    with tempfile.TemporaryDirectory() as out:
        return points.run(folder, Path(out), None, show=False)


def _speakers(folder: Path) -> Mapping[str, Any]:
    return speakers.score(folder, show=False)


def _pairs_of_names(folder: Path) -> Mapping[str, Any]:
    return names.score_pairs(folder, show=False)


def _chains_of_names(folder: Path) -> Mapping[str, Any]:
    return names.score_chains(folder, show=False)


def _stories(folder: Path) -> Mapping[str, Any]:
    found: Mapping[str, Any] = group.score(folder, None, cache=None, show=False, peers=False)["ours"]
    return found


def _quotes(folder: Path) -> Mapping[str, Any]:
    found = quotes.score(folder, "ours", sample=QUOTED)
    return {name: found[name] for name in ("article", "sentence")}


def _sentence_pairs(folder: Path) -> Mapping[str, Any]:
    return conflict_pairs.score(folder, PAIRS)


def _made_pairs(articles: Path) -> Mapping[str, Any]:
    return conflict_made.score(articles.parent)


MEASURES: Mapping[str, Callable[[Path], Mapping[str, Any]]] = {
    "seeds": seeds.score,
    "data/labelled_stories": _points,
    "data/basil": _speakers,
    "data/polnear": _quotes,
    "data/giveme5w1h_newscluster": _stories,
    "data/allsides_neus": _stories,
    "data/wikinews_events": _stories,
    "data/names": _pairs_of_names,
    "data/cdcr_newswcl50_meantime/newswcl50": _chains_of_names,
    "data/cdcr_newswcl50_meantime/meantime": _chains_of_names,
    "data/gum_news": _chains_of_names,
    "data/gum_news/articles.jsonl.gz": _made_pairs,
    "data/nli_contradiction": _sentence_pairs,
    "data/gva_longtail/articles.jsonl.gz": origins.score,
}


def flat(figures: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, float]]:
    """Yield each figure under its dotted name: `pairs.f1`."""
    for name, value in figures.items():
        if isinstance(value, dict):
            yield from flat(value, f"{prefix}{name}.")
        elif isinstance(value, int | float):
            yield f"{prefix}{name}", value


def broken(figures: Mapping[str, float], floor: Mapping[str, Mapping[str, float]]) -> Iterator[str]:
    """Yield a line for each figure below its least or above its most."""
    for name, least in floor.get("least", {}).items():
        if figures[name] < least:
            yield f"{name} is {figures[name]}, at least {least} was reached before"
    for name, most in floor.get("most", {}).items():
        if figures[name] > most:
            yield f"{name} is {figures[name]}, at most {most} is allowed"


def main() -> int:
    """Measure what has floors; the exit code tells whether all hold."""
    floors = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))
    bad = 0
    for name, floor in floors.items():
        if not (SHARED / name).exists():
            print(f"{name}: skipped, there is no {SHARED / name}")
            continue
        figures = dict(flat(MEASURES[name](SHARED / name)))
        lines = list(broken(figures, floor))
        bad += len(lines)
        print(f"{name}: {json.dumps(figures)}")
        print("\n".join(f"  BROKEN {line}" for line in lines) or "  every floor holds")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
