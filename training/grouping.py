"""Fit the trees that judge whether two articles are about one event.

    python training/grouping.py DATA... [--cache DIR] [--folds 4] [--draws 3] [--write]

Each DATA holds `articles.jsonl.gz` with a `story` or `incident` an article. Prints B-cubed F1 and pairwise
precision and recall with each threshold: `folds`, where a story's articles are scored by trees that saw
none of its pairs, and `others`, where a set is scored by trees fitted on the other sets alone. Every set
weighs the same. With few stories much hangs on how the folds are drawn: --draws draws them so often and
gives the mean. --write fits on all and writes `src/rashomon/group/data/pairs.json`. Needs scikit-learn.
"""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from statistics import fmean
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier  # type: ignore[import-untyped]

from rashomon.group import linking
from rashomon.group.candidates import candidate_pairs, nearest_of_all
from rashomon.group.crowds import all_crowded
from rashomon.group.features import FEATURES, measure
from rashomon.group.pairs import paired

sys.path.append(str(Path(__file__).resolve().parents[1] / "bench"))
from boosted import settings, written
from group import figures, sample

TARGET = Path(__file__).resolve().parents[1] / "src/rashomon/group/data/pairs.json"
SETTINGS = settings(depth=4, rounds=300, rate=0.08, leaf=150, ridge=30.0)
WEIGHT = 10_000.0  # of each set, whatever its size
THRESHOLDS = [linking.THRESHOLD + step / 10 for step in (-6, -3, 0, 3, 6)]
NAMES = [feature.name for feature in FEATURES]
Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Pairs:
    """The candidate pairs of one set: their measures, whether they are one story."""

    name: str
    labels: list[str]
    pairs: list[tuple[int, int]]
    rows: Matrix
    same: NDArray[np.bool_]


def load(folder: Path, cache: Path | None) -> Pairs:
    """Measure the candidate pairs of a set."""
    found, labels, _ = sample(folder, None, cache)
    near = nearest_of_all(found)
    profiles, pairs = all_crowded(found, near), candidate_pairs(near)
    return Pairs(
        folder.name,
        labels,
        pairs,
        np.array([measure(paired(profiles[i], profiles[j])) for i, j in pairs]),
        np.array([labels[i] == labels[j] for i, j in pairs]),
    )


def folds_of(data: Pairs, folds: int, draw: int) -> NDArray[np.int64]:
    """Draw the fold of each pair's two stories."""
    own = [int(sha256(f"{draw} {label}".encode()).hexdigest(), 16) % folds for label in data.labels]
    return np.array([(own[i], own[j]) for i, j in data.pairs])


def fit(parts: Sequence[tuple[Matrix, NDArray[np.bool_], float]]) -> Any:
    """Fit trees on sets of (measures, same story, weight of a row)."""
    rises = [feature.rises for feature in FEATURES]
    model = HistGradientBoostingClassifier(**SETTINGS, monotonic_cst=rises, max_bins=64)
    weights = np.concatenate([np.full(len(rows), weight) for rows, _, weight in parts])
    return model.fit(
        np.concatenate([rows for rows, _, _ in parts]),
        np.concatenate([same for _, same, _ in parts]),
        sample_weight=weights,
    )


def part(data: Pairs, keep: NDArray[np.bool_] | None = None) -> tuple[Matrix, NDArray[np.bool_], float]:
    """The rows of a set to fit on, with their weight."""
    rows, same = (data.rows, data.same) if keep is None else (data.rows[keep], data.same[keep])
    return rows, same, WEIGHT / len(data.pairs)


def by_folds(sets: Sequence[Pairs], folds: int, draw: int) -> list[Matrix]:
    """Score each pair with trees that saw neither of its stories; across folds, the mean of both."""
    odds = [np.zeros(len(data.pairs)) for data in sets]
    drawn = [folds_of(data, folds, draw) for data in sets]
    for fold in range(folds):
        model = fit([part(data, (at != fold).all(axis=1)) for data, at in zip(sets, drawn, strict=True)])
        for data, at, own in zip(sets, drawn, odds, strict=True):
            held = (at == fold).any(axis=1)
            share = np.where((at[held] == fold).all(axis=1), 1.0, 0.5)
            own[held] += share * model.decision_function(data.rows[held])
    return odds


def by_others(sets: Sequence[Pairs]) -> list[Matrix]:
    """Score each set with trees fitted on the others."""
    models = [fit([part(data) for data in sets if data is not own]) for own in sets]
    return [np.asarray(m.decision_function(data.rows)) for m, data in zip(models, sets, strict=True)]


def report(title: str, sets: Sequence[Pairs], drawn: Sequence[Sequence[Matrix]]) -> None:
    """Print what each threshold gives, the mean of all draws."""
    for threshold in THRESHOLDS:
        line = [f"{title} {threshold:5.1f}"]
        for place, data in enumerate(sets):
            each = [_scored(data, odds[place], threshold) for odds in drawn]
            f1, p, r = (fmean(column) for column in zip(*each, strict=True))
            line.append(f"{data.name[:8]} {f1:.3f} {p:.3f}/{r:.3f}")
        print("  ".join(line), flush=True)


def _scored(data: Pairs, odds: Matrix, threshold: float) -> tuple[float, float, float]:
    clipped = np.clip(odds, -linking.SURE, linking.SURE)
    worthy = linking.worth_measuring(*(data.rows[:, NAMES.index(name)] for name in ("wording", "meaning")))
    kept = zip(data.pairs, clipped.tolist(), worthy.tolist(), strict=True)
    scores = {pair: score for pair, score, worth in kept if worth and score > linking.WORTH}
    found = figures(linking.group_by_odds(len(data.labels), scores, least=threshold), data.labels)
    return found["b_cubed"]["f1"], found["pairwise"]["p"], found["pairwise"]["r"]


def main() -> None:
    """Measure, and write the trees where told to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", nargs="+", type=Path)
    parser.add_argument("--cache", type=Path)
    parser.add_argument("--folds", type=int, default=4)
    parser.add_argument("--draws", type=int, default=1)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    sets = [load(folder, given.cache) for folder in given.data]
    if given.folds:
        report("folds ", sets, [by_folds(sets, given.folds, draw) for draw in range(given.draws)])
        report("others", sets, [by_others(sets)])
    if given.write:
        TARGET.parent.mkdir(exist_ok=True)
        TARGET.write_text(written(fit([part(data) for data in sets]), NAMES), encoding="utf-8")


if __name__ == "__main__":
    main()
