"""Fit what judges whether two sentences tell one thing, on stories labelled by hand.

    python training/alignment.py DATA [--more OTHERS] [--folds 4] [--journey] [--write]

DATA holds `articles/<story>/<outlet>.json`, `gold/<story>.json` and the set's own `score.py`, which knows
which sentences are meant; OTHERS, as `training/labelled.py` writes them, are stories that are learned from
and never measured. Prints the best F1 of the sentence pairs of different outlets that one threshold on the
odds gives, each story judged by what did not see it; --journey also what the set's own scorer says of
dossiers made so. --write fits on all stories and writes `src/rashomon/compare/data/alignment.json`. Needs
scikit-learn.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier  # type: ignore[import-untyped]
from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]

import rashomon
from rashomon.compare import compare
from rashomon.compare.align.blocking import near_pairs
from rashomon.compare.align.items import make_items
from rashomon.compare.align.judge import Judge, Sum
from rashomon.compare.align.measures import OF_MEANING, columns
from rashomon.compare.align.sentences import make_tellings
from rashomon.compare.align.views import make_views
from rashomon.link.trees import Trees
from rashomon.model import Dossier

sys.path.append(str(Path(__file__).resolve().parents[1] / "bench"))
from boosted import tree
from points import scored, scorer, stories, write

TARGET = Path(__file__).resolve().parents[1] / "src/rashomon/compare/data/alignment.json"
RIDGE = 0.05  # of the sum, on measures scaled to unit variance: scikit-learn's C
TREES = {
    "max_depth": 4,
    "max_iter": 400,
    "learning_rate": 0.05,
    "min_samples_leaf": 40,
    "l2_regularization": 5.0,
    "max_features": 0.3,
    "max_bins": 64,
    "early_stopping": False,
    "random_state": 0,
}
Matrix = NDArray[np.float64]
Key = frozenset[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Pairs:
    """The pairs of sentences of one story: measures, labels, and the labelled pairs that they stand for.

    `labelled` are all labelled pairs of different outlets.
    """

    columns: Mapping[str, Matrix]
    same: NDArray[np.bool_]
    keys: list[list[Key]]
    labelled: frozenset[Key]

    def rows(self, names: Sequence[str]) -> Matrix:
        """The measures as a matrix."""
        return np.stack([self.columns[name] for name in names], axis=1)


def read(folder: Path, dossier: Dossier, data: Path, module: Any) -> Pairs:
    """Put one story's pairs of sentences beside the labels."""
    with tempfile.TemporaryDirectory() as scratch:
        write(dossier, Path(scratch))
        told = module.Story(data / "gold" / f"{folder.name}.json", data, Path(scratch) / "dossier.json")
    labelled = together(told.gold)
    items = make_items(make_views(dossier.resolution, dossier.comparison.utterances))
    tellings = make_tellings(items)
    near = near_pairs(tellings)
    asked = [(left, right) for left, right in near if tellings[left].article != tellings[right].article]
    stands = [told.sentences([around(dossier, items[telling.items[0]].view)]) for telling in tellings]
    keys = [[frozenset((a, b)) for a in stands[i] for b in stands[j]] for i, j in asked]
    return Pairs(
        columns(items, tellings, near, asked),
        np.array([bool(labelled & set(both)) for both in keys]),
        [[key for key in both if apart(key)] for both in keys],
        frozenset(filter(apart, labelled)),
    )


def together(gold: Mapping[str, Any]) -> set[Key]:
    """The pairs of sentences that share a labelled point."""
    found: set[Key] = set()
    for point in gold["points"]:
        members = sorted((outlet, row) for outlet, rows in point["said_in"].items() for row in rows)
        found |= {frozenset(pair) for pair in combinations(members, 2)}
    return found


def apart(key: Key) -> bool:
    """Whether the sentences stand in two outlets."""
    return len({outlet for outlet, _ in key}) == 2


def around(dossier: Any, view: Any) -> dict[str, Any]:
    """The claim's sentence, as the scorer reads a span."""
    annotations = dossier.resolution.annotations[view.article]
    sentence = annotations.sentences[view.claim.sentence]
    return {"article": annotations.article.id, "start": sentence.start, "end": sentence.end}


def fit(told: Sequence[Pairs]) -> dict[str, Any]:
    """Fit both sums and the trees, as they are written."""
    names = sorted(told[0].columns)
    same = np.concatenate([pairs.same for pairs in told])
    rows = np.concatenate([pairs.rows(names) for pairs in told])
    worded = [name for name in names if name not in OF_MEANING]
    return {
        "sum": weighted(names, rows, same),
        "worded": weighted(worded, rows[:, [names.index(name) for name in worded]], same),
        "trees": branched(names, rows, same),
    }


def weighted(names: Sequence[str], rows: Matrix, same: NDArray[np.bool_]) -> dict[str, Any]:
    """A logistic regression; a missing measure counts as its mean."""
    middle = np.nanmean(rows, axis=0)
    rows = np.where(np.isnan(rows), middle, rows)
    scale = rows.std(axis=0) + 1e-9
    model = LogisticRegression(C=RIDGE, max_iter=1000).fit((rows - middle) / scale, same)
    weights = model.coef_[0] / scale
    prior = float(model.intercept_[0] - weights @ middle)
    measures = [
        [name, float(f"{weight:.6g}"), float(f"{mean:.6g}")]
        for name, weight, mean in zip(names, weights, middle, strict=True)
    ]
    return {"prior": round(prior, 6), "measures": measures}


def branched(names: Sequence[str], rows: Matrix, same: NDArray[np.bool_]) -> dict[str, Any]:
    """Gradient-boosted trees."""
    model = HistGradientBoostingClassifier(**TREES).fit(rows, same)
    return {
        "names": list(names),
        "depth": TREES["max_depth"],
        "bias": round(float(model._baseline_prediction.ravel()[0]), 6),
        "trees": [tree(each[0].nodes, int(TREES["max_depth"])) for each in model._predictors],
    }


def made(held: Mapping[str, Any]) -> Judge:
    """The judge that what was fitted makes."""
    return Judge(Sum.read(held["sum"]), Trees.read(json.dumps(held["trees"])), Sum.read(held["worded"]))


def best_f1(told: Sequence[Pairs], odds: Sequence[Sequence[float]]) -> dict[str, float]:
    """The best F1 of sentence pairs that one threshold on the odds gives."""
    labelled = sum(len(pairs.labelled) for pairs in told)
    found = []
    for threshold in np.arange(-2.0, 1.0, 0.1):
        hit = said = 0
        for pairs, row in zip(told, odds, strict=True):
            keys = {key for at, value in enumerate(row) if value >= threshold for key in pairs.keys[at]}
            hit, said = hit + len(keys & pairs.labelled), said + len(keys)
        found.append((2 * hit / (said + labelled), threshold, hit / max(1, said), hit / labelled))
    return dict(zip(("f1", "threshold", "p", "r"), (round(float(x), 3) for x in max(found)), strict=True))


def journey(
    data: Path, folders: Sequence[Path], dossiers: Sequence[Dossier], judges: Sequence[Judge]
) -> dict[str, Any]:
    """Compare each story again, judged by what did not see it, and score the dossiers."""
    room = sys.modules["rashomon.compare.align"]
    with tempfile.TemporaryDirectory() as scratch:
        for at, (folder, dossier) in enumerate(zip(folders, dossiers, strict=True)):
            unseen = judges[at % len(judges)]
            with patch.object(room, "judge", lambda unseen=unseen: unseen):
                write(replace(dossier, comparison=compare(dossier.resolution)), Path(scratch) / folder.name)
        return scored(data, Path(scratch))[0]


def main() -> None:
    """Parse the arguments, fit, print, write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--more", type=Path, help="a folder of stories only learned from")
    parser.add_argument("--folds", type=int, default=4)
    parser.add_argument("--journey", action="store_true")
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    module = scorer(given.data)
    folders = stories(given.data, None)
    dossiers = [rashomon.compare(sorted(folder.glob("*.json")), one_story=True) for folder in folders]
    told = [read(*each, given.data, module) for each in zip(folders, dossiers, strict=True)]
    others = [
        read(folder, rashomon.compare(sorted(folder.glob("*.json")), one_story=True), given.more, module)
        for folder in (stories(given.more, None) if given.more else ())
    ]
    judges = [
        made(fit([pairs for at, pairs in enumerate(told) if at % given.folds != fold] + others))
        for fold in range(given.folds)
    ]
    for meaning in (True, False):
        odds = [
            judges[at % given.folds].odds(pairs.columns, meaning=meaning) for at, pairs in enumerate(told)
        ]
        print(json.dumps({"meaning": meaning, "unseen": best_f1(told, odds)}))
    if given.journey:
        print(json.dumps({"journey": journey(given.data, folders, dossiers, judges)}))
    if given.write:
        TARGET.parent.mkdir(exist_ok=True)
        TARGET.write_text(written(fit(told + others)), encoding="utf-8")


def written(held: Mapping[str, Any]) -> str:
    """What was fitted as JSON, a tree and a measure a line."""
    text = json.dumps(held, ensure_ascii=False)
    return text.replace("]]], [", "]]],\n[").replace('"], ["', '"],\n["').replace('], ["', '],\n["') + "\n"


if __name__ == "__main__":
    main()
