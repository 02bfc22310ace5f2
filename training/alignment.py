"""Fit the weights with which claims are aligned, on stories labelled by hand.

    python training/alignment.py DATA [--folds 4]

DATA holds `articles/<story>/<outlet>.json`, `gold/<story>.json` and the set's own `score.py`, which
knows which sentences claims stand in. Prints the WEIGHTS and PRIOR for
`rashomon/compare/align/features.py`, and the best F1 of sentence pairs by one threshold, each story
scored by weights that did not see it. Labels name sentences, not claims: of the claim pairs of a
labelled sentence pair only the likeliest counts as positive, the rest as nothing (three rounds).
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

import rashomon
from rashomon.compare.align import candidates
from rashomon.compare.align.features import COMPARE
from rashomon.compare.align.items import Item, make_items
from rashomon.compare.align.views import make_views

sys.path.append(str(Path(__file__).resolve().parents[1] / "bench"))
from points import scorer, stories, write

ROUNDS = 3
RIDGE = 1.0  # on features scaled to unit variance
Matrix = NDArray[np.float64]
Key = frozenset[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Pairs:
    """The pairs of claims of one story: their features and the sentence pairs that they stand for."""

    features: Matrix
    keys: list[list[Key]]
    labelled: frozenset[Key]

    def positive(self, odds: Matrix) -> list[int]:
        """The likeliest pair of claims of each labelled pair of sentences."""
        best: dict[Key, int] = {}
        for row, keys in enumerate(self.keys):
            for key in keys:
                if key in self.labelled and (key not in best or odds[row] > odds[best[key]]):
                    best[key] = row
        return sorted(set(best.values()))

    def negative(self) -> list[int]:
        """The pairs of claims of no labelled pair of sentences."""
        return [row for row, keys in enumerate(self.keys) if not self.labelled & set(keys)]


def read(folder: Path, data: Path, module: Any) -> Pairs:
    """Run the journey on one story and put its pairs of claims beside the labels."""
    dossier = rashomon.compare(sorted(folder.glob("*.json")), one_story=True)
    with tempfile.TemporaryDirectory() as scratch:
        write(dossier, Path(scratch))
        told = module.Story(data / "gold" / f"{folder.name}.json", data, Path(scratch) / "dossier.json")
    labelled: set[Key] = set()
    for point in told.gold["points"]:
        members = {(outlet, row) for outlet, rows in point["said_in"].items() for row in rows}
        labelled |= module.cross(members)
    items = make_items(make_views(dossier.resolution, dossier.comparison.utterances))
    stands = [told.sentences([vars_of(span) for span in item.view.claim.spans]) for item in items]
    rows, keys = [], []
    for left, right in candidates(items):
        both = [frozenset((a, b)) for a in stands[left] for b in stands[right] if a[0] != b[0]]
        if both:  # a title is no labelled sentence
            rows.append(features(items[left], items[right]))
            keys.append(both)
    return Pairs(np.array(rows), keys, frozenset(labelled))


def vars_of(span: Any) -> dict[str, Any]:
    """A span as the scorer reads it."""
    return {"article": span.article, "start": span.start, "end": span.end}


def features(left: Item, right: Item) -> list[float]:
    """The pair's features; one that has nothing to say counts nothing."""
    found = [compare(left, right) for compare in COMPARE]
    return [0.0 if one is None else one[0] for one in found]


def fit(told: Sequence[Pairs]) -> tuple[Matrix, float]:
    """The weights and the prior; the first guess at the likeliest pairs is the features' plain sum."""
    odds = [pairs.features.sum(axis=1) for pairs in told]
    weights, prior = np.zeros(len(COMPARE)), 0.0
    for _ in range(ROUNDS):
        parts = [
            (pairs, pairs.positive(guess), pairs.negative()) for pairs, guess in zip(told, odds, strict=True)
        ]
        rows = np.concatenate([pairs.features[[*yes, *no]] for pairs, yes, no in parts])
        labels = np.concatenate([np.r_[np.ones(len(yes)), np.zeros(len(no))] for _, yes, no in parts])
        weights, prior = regress(rows, labels)
        odds = [pairs.features @ weights + prior for pairs in told]
    return weights, prior


def regress(rows: Matrix, labels: Matrix) -> tuple[Matrix, float]:
    """Logistic regression by Newton's method, with a ridge on all but the prior."""
    scale = np.r_[rows.std(axis=0) + 1e-6, 1.0]
    design = np.c_[rows, np.ones(len(rows))] / scale
    ridge = np.diag(np.r_[np.full(rows.shape[1], RIDGE), 0.0])
    found = np.zeros(design.shape[1])
    for _ in range(30):
        chance = 1 / (1 + np.exp(-design @ found))
        slope = design.T @ (chance - labels) + ridge @ found
        curve = (design * (chance * (1 - chance))[:, None]).T @ design + ridge
        found = found - np.linalg.solve(curve, slope)
    found = found / scale
    return found[:-1], float(found[-1])


def best_f1(told: Sequence[Pairs], odds: Sequence[Matrix]) -> float:
    """The best F1 of sentence pairs that one threshold on the odds gives."""
    found = []
    for threshold in np.arange(-3.0, 1.0, 0.2):
        hit = said = 0
        for pairs, row in zip(told, odds, strict=True):
            keys = {key for at in np.flatnonzero(row >= threshold) for key in pairs.keys[at]}
            hit, said = hit + len(keys & pairs.labelled), said + len(keys)
        found.append(2 * hit / max(1, said + sum(len(pairs.labelled) for pairs in told)))
    return round(max(found), 3)


def main() -> None:
    """Parse the arguments, fit, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--folds", type=int, default=4)
    options = parser.parse_args()
    module = scorer(options.data)
    told = [read(folder, options.data, module) for folder in stories(options.data, None)]
    odds: list[Matrix] = [np.zeros(0)] * len(told)
    for fold in range(options.folds):
        weights, prior = fit([pairs for at, pairs in enumerate(told) if at % options.folds != fold])
        for at in range(fold, len(told), options.folds):
            odds[at] = told[at].features @ weights + prior
    weights, prior = fit(told)
    named = {compare.__name__: round(float(w), 2) for compare, w in zip(COMPARE, weights, strict=True)}
    print(
        json.dumps({"WEIGHTS": named, "PRIOR": round(prior, 2), "unseen_f1": best_f1(told, odds)}, indent=4)
    )


if __name__ == "__main__":
    main()
