"""Fit the trees that judge how a report stands to a claim.

    python training/stance.py DATA [--cache FILE] [--write]

DATA holds `pairs.jsonl.gz` (headline, body_id, stance) and `articles.jsonl.gz`. Prints F1 of each side over
five folds twice: by story, where no headline and no body of a story is seen, and by body, where headlines
may be seen with other bodies; the sides' weights are chosen on the folds left over each time. Headlines
and bodies that are paired anywhere are one story. --write fits on all and writes
`src/rashomon/compare/data/stance_*.json`. Needs scikit-learn.
"""

import argparse
import gzip
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from zlib import crc32

import networkx as nx
import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier  # type: ignore[import-untyped]

from rashomon.compare.stance import SIDES, WEIGHTS

sys.path.append(str(Path(__file__).resolve().parents[1] / "bench"))
from boosted import settings, written
from conflict_stance import features, macro

TARGET = Path(__file__).resolve().parents[1] / "src/rashomon/compare/data"
SETTINGS = settings(depth=5, rounds=100, rate=0.07, leaf=20, ridge=5.0)
FOLDS = 5
GRID = [
    (agree, disagree, 1.0) for agree in (0.8, 1.0, 1.3, 1.6, 2.0) for disagree in (1, 1.5, 2, 3, 4, 5, 6, 8)
]
Matrix = NDArray[np.float64]


def pairs(folder: Path) -> list[dict[str, Any]]:
    """The related pairs."""
    with gzip.open(folder / "pairs.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [row for row in map(json.loads, lines) if row["stance"] in SIDES]


def stories(rows: Sequence[dict[str, Any]]) -> list[int]:
    """The fold of each pair's story."""
    graph = nx.Graph()
    for row in rows:
        graph.add_edge(("headline", row["headline"]), ("body", str(row["body_id"])))
    fold: dict[tuple[str, str], int] = {}
    for members in nx.connected_components(graph):
        fold |= dict.fromkeys(members, crc32(str(min(members)).encode()) % FOLDS)
    return [fold["body", str(row["body_id"])] for row in rows]


def fit(rows: Matrix, labels: NDArray[np.bool_]) -> Any:
    """Fit the trees of one side against the others."""
    return HistGradientBoostingClassifier(**SETTINGS).fit(rows, labels)


def unseen(rows: Matrix, labels: NDArray[np.str_], folds: NDArray[np.int_]) -> Matrix:
    """The likelihood of each side, by trees that did not see the pair's fold."""
    chances = np.zeros((len(rows), len(SIDES)))
    for fold in range(FOLDS):
        held = folds == fold
        for column, side in enumerate(SIDES):
            model = fit(rows[~held], labels[~held] == side)
            chances[held, column] = model.predict_proba(rows[held])[:, 1]
    whole: Matrix = chances / chances.sum(axis=1, keepdims=True)
    return whole


def weighed(chances: Matrix, weights: Sequence[float]) -> list[str]:
    """The side of each pair, by the weights of `SIDES`."""
    return [SIDES[column] for column in (chances * np.array(weights)).argmax(axis=1)]


def best_weights(chances: Matrix, labels: NDArray[np.str_]) -> tuple[float, ...]:
    """The weights that give the best macro-F1."""
    return max(GRID, key=lambda weights: macro(list(labels), weighed(chances, weights))["macro_f1"])


def by_folds(chances: Matrix, labels: NDArray[np.str_], folds: NDArray[np.int_]) -> list[str]:
    """Judge each pair with weights that were chosen on the other folds."""
    said = np.empty(len(labels), dtype=object)
    for fold in range(FOLDS):
        held = folds == fold
        said[held] = weighed(chances[held], best_weights(chances[~held], labels[~held]))
    return list(said)


def main() -> None:
    """Measure, and write the trees where told to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--cache", type=Path)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    told = pairs(given.data)
    if given.cache and given.cache.exists():
        held = np.load(given.cache)
        names, rows = list(held["names"]), held["rows"]
    else:
        found = list(features(given.data, told))
        names, rows = list(found[0]), np.array([list(row.values()) for row in found])
        if given.cache:
            np.savez(given.cache, names=np.array(names), rows=rows)
    labels = np.array([row["stance"] for row in told])
    bodies = [crc32(str(row["body_id"]).encode()) % FOLDS for row in told]
    for title, folds in (("story", np.array(stories(told))), ("body", np.array(bodies))):
        chances = unseen(rows, labels, folds)
        figures = macro(list(labels), by_folds(chances, labels, folds))
        shipped = macro(list(labels), weighed(chances, [WEIGHTS[side] for side in SIDES]))
        print(title, json.dumps(figures), "at the weights that ship", json.dumps(shipped))
        print("  best on all folds:", best_weights(chances, labels), flush=True)
    if given.write:
        for side in SIDES:
            text = written(fit(rows, labels == side), [str(name) for name in names])
            (TARGET / f"stance_{side}.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
