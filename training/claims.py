"""Fit the weights that tell which claims of two sentences belong together, on stories labelled by hand.

    python training/claims.py DATA

DATA is that of `training/alignment.py`. Prints WEIGHTS and PRIOR for `rashomon/compare/align/features.py`.
Labels name sentences, not claims: of the pairs of claims of a labelled pair of sentences only the likeliest
counts as positive, the rest as nothing (three rounds, from the weights of now). Needs scikit-learn.
"""

import argparse
import json
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]

import rashomon
from alignment import Key, Matrix, apart, scorer, stories, together, write
from rashomon.compare.align.blocking import near_pairs
from rashomon.compare.align.features import COMPARE, PRIOR, WEIGHTS
from rashomon.compare.align.items import Item, make_items
from rashomon.compare.align.labels import unlike
from rashomon.compare.align.sentences import make_tellings
from rashomon.compare.align.views import make_views

ROUNDS = 3


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
    """Run the journey on one story and put the claims of near sentences beside the labels."""
    dossier = rashomon.compare(sorted(folder.glob("*.json")), one_story=True)
    with tempfile.TemporaryDirectory() as scratch:
        write(dossier, Path(scratch))
        told = module.Story(data / "gold" / f"{folder.name}.json", data, Path(scratch) / "dossier.json")
    items = make_items(make_views(dossier.resolution, dossier.comparison.utterances))
    tellings = make_tellings(items)
    stands = [
        told.sentences(
            [{"article": s.article, "start": s.start, "end": s.end} for s in item.view.claim.spans]
        )
        for item in items
    ]
    rows, keys = [], []
    for one, other in near_pairs(tellings):
        for left, right in ((a, b) for a in tellings[one].items for b in tellings[other].items):
            both = [key for a in stands[left] for b in stands[right] if apart(key := frozenset((a, b)))]
            if both and not unlike(items[left].view.labels, items[right].view.labels):
                rows.append(features(items[left], items[right]))
                keys.append(both)
    return Pairs(np.array(rows), keys, frozenset(filter(apart, together(told.gold))))


def features(left: Item, right: Item) -> list[float]:
    """The pair's features; one that has nothing to say counts nothing."""
    found = [compare(left, right) for compare in COMPARE]
    return [0.0 if one is None else one[0] for one in found]


def fit(told: Sequence[Pairs]) -> tuple[Matrix, float]:
    """The weights and the prior."""
    weights, prior = np.array([WEIGHTS[compare.__name__] for compare in COMPARE]), PRIOR
    for _ in range(ROUNDS):
        parts = [
            (pairs, pairs.positive(pairs.features @ weights + prior), pairs.negative()) for pairs in told
        ]
        rows = np.concatenate([pairs.features[[*yes, *no]] for pairs, yes, no in parts])
        labels = np.concatenate([np.r_[np.ones(len(yes)), np.zeros(len(no))] for _, yes, no in parts])
        scale = rows.std(axis=0) + 1e-6
        model = LogisticRegression(max_iter=1000).fit(rows / scale, labels)
        weights, prior = model.coef_[0] / scale, float(model.intercept_[0])
    return weights, prior


def main() -> None:
    """Parse the arguments, fit, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path)
    data = parser.parse_args().data
    module = scorer(data)
    weights, prior = fit([read(folder, data, module) for folder in stories(data, None)])
    named = {compare.__name__: round(float(w), 2) for compare, w in zip(COMPARE, weights, strict=True)}
    print(json.dumps({"WEIGHTS": named, "PRIOR": round(prior, 2)}, indent=4))


if __name__ == "__main__":
    main()
