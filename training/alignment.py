"""Fit the weights with which claims are aligned, on stories labelled by hand.

    python training/alignment.py DATA [--folds 8] [--out src/rashomon/compare/align/fitted.py]

DATA holds `articles/<story>/<outlet>.json`, `gold/<story>.json` and the set's own `score.py`, which
knows which sentences claims stand in. Writes the weights, once with the sentence model's features and
once without, and prints the best F1 of sentence pairs by one threshold, each story scored by weights
that did not see it. Labels name sentences, not claims: of the claim pairs of a labelled sentence pair
only the likeliest counts as positive, the rest as nothing (three rounds).
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

import rashomon
from rashomon.compare.align.blocking import candidates
from rashomon.compare.align.items import Item, make_items
from rashomon.compare.align.judge import columns
from rashomon.compare.align.views import make_views

sys.path.append(str(Path(__file__).resolve().parents[1] / "bench"))
from points import scorer, stories, write

ROUNDS = 3
RIDGE = 30.0  # on features scaled to unit variance
# Features that need the sentence model.
MEANING = frozenset({"meaning", "scene", "near_beside", "nearness", "across"})
# What the first of two judges looks at: the claims with their sentences, without rivals or places. The
# second looks at all; their mean holds better on a story unlike these than either.
FEW = frozenset(
    """wording letters meaning nearness surroundings scene across across_letters lengths voices substance
    apart claim_same_amount claim_same_time claim_speaker claim_utterance again""".split()
)
# The log-odds from which on each of them speaks for one claim, and that of their mean.
FEW_CENTRE, ALL_CENTRE, CENTRE = -1.5, -1.0, -1.0
Matrix = NDArray[np.float64]
Key = frozenset[tuple[str, int]]
Fitted = tuple[Matrix, float]


@dataclass(frozen=True, slots=True)
class Pairs:
    """The pairs of claims of one story: their features and the sentence pairs that they stand for."""

    names: tuple[str, ...]
    features: Matrix
    keys: list[list[Key]]
    labelled: frozenset[Key]
    across: frozenset[Key]

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
        return [row for row, keys in enumerate(self.keys) if keys and not self.labelled & set(keys)]


def read(folder: Path, data: Path, module: Any) -> tuple[Pairs, Pairs]:
    """Run the journey on one story; return its pairs with and without the sentence model."""
    dossier = rashomon.compare(sorted(folder.glob("*.json")), one_story=True)
    with tempfile.TemporaryDirectory() as scratch:
        write(dossier, Path(scratch))
        told = module.Story(data / "gold" / f"{folder.name}.json", data, Path(scratch) / "dossier.json")
    points = [
        {(outlet, row) for outlet, rows in point["said_in"].items() for row in rows}
        for point in told.gold["points"]
    ]
    labelled = {frozenset(pair) for point in points for pair in combinations(sorted(point), 2)}
    across = {pair for point in points for pair in module.cross(point)}
    items = make_items(make_views(dossier.resolution, dossier.comparison.utterances))
    stands = [told.sentences([vars_of(span) for span in item.view.claim.spans]) for item in items]
    worded = [replace(item, meaning=None, context_meaning=None) for item in items]
    full, plain = (pairs_of(each, stands, frozenset(labelled), frozenset(across)) for each in (items, worded))
    return full, plain


def pairs_of(
    items: Sequence[Item],
    stands: Sequence[set[tuple[str, int]]],
    labelled: frozenset[Key],
    across: frozenset[Key],
) -> Pairs:
    """The pairs worth judging, with their features and the sentences that they stand in."""
    pairs = candidates(items)
    found = columns(items, pairs)
    names = tuple(sorted(found.keys() if items[0].meaning is not None else found.keys() - MEANING))
    keys = [[frozenset((a, b)) for a in stands[i] for b in stands[j] if a != b] for i, j in pairs]
    return Pairs(names, np.stack([found[name] for name in names], axis=1), keys, labelled, across)


def vars_of(span: Any) -> dict[str, Any]:
    """A span as the scorer reads it."""
    return {"article": span.article, "start": span.start, "end": span.end}


def fit(told: Sequence[Pairs]) -> Fitted:
    """The mean of both judges."""
    few, few_prior = fit_one(told, [name in FEW for name in told[0].names])
    full, full_prior = fit_one(told, [True] * len(told[0].names))
    return (few + full) / 2, (few_prior - FEW_CENTRE + full_prior - ALL_CENTRE) / 2 + CENTRE


def fit_one(told: Sequence[Pairs], used: Sequence[bool]) -> Fitted:
    """The weights and the prior of one judge, that sees only some features.

    The first guess at the likeliest pairs is how near their sentences are.
    """
    odds = [pairs.features[:, pairs.names.index("near")] for pairs in told]
    weights, prior = np.zeros(len(told[0].names)), 0.0
    for _ in range(ROUNDS):
        parts = [
            (pairs, pairs.positive(guess), pairs.negative()) for pairs, guess in zip(told, odds, strict=True)
        ]
        rows = np.concatenate([pairs.features[[*yes, *no]] for pairs, yes, no in parts])
        labels = np.concatenate([np.r_[np.ones(len(yes)), np.zeros(len(no))] for _, yes, no in parts])
        weights, prior = regress(rows * np.array(used), labels)
        odds = [pairs.features @ weights + prior for pairs in told]
    return weights, prior


def regress(rows: Matrix, labels: Matrix) -> Fitted:
    """Logistic regression by Newton's method, with a ridge on all but the prior."""
    centre, scale = rows.mean(axis=0), rows.std(axis=0) + 1e-6
    design = np.c_[(rows - centre) / scale, np.ones(len(rows))]
    ridge = np.diag(np.r_[np.full(rows.shape[1], RIDGE), 0.0])
    found = np.zeros(design.shape[1])
    for _ in range(12):
        chance = 1 / (1 + np.exp(-design @ found))
        slope = design.T @ (chance - labels) + ridge @ found
        curve = (design * (chance * (1 - chance))[:, None]).T @ design + ridge
        found = found - np.linalg.solve(curve, slope)
    weights = found[:-1] / scale
    return weights, float(found[-1] - centre @ weights)


def unseen(told: Sequence[Pairs], folds: int) -> list[Matrix]:
    """Each story's odds by weights fitted without it."""
    odds: list[Matrix] = [np.zeros(0)] * len(told)
    for fold in range(folds):
        weights, prior = fit([pairs for at, pairs in enumerate(told) if at % folds != fold])
        for at in range(fold, len(told), folds):
            odds[at] = told[at].features @ weights + prior
    return odds


def best_f1(told: Sequence[Pairs], odds: Sequence[Matrix]) -> float:
    """The best F1 of cross-outlet sentence pairs that one threshold on the odds gives."""
    found = []
    for threshold in np.arange(-3.0, 1.0, 0.2):
        hit = said = 0
        for pairs, row in zip(told, odds, strict=True):
            keys = {key for at in np.flatnonzero(row >= threshold) for key in pairs.keys[at]}
            keys = {key for key in keys if len({outlet for outlet, _ in key}) > 1}
            hit, said = hit + len(keys & pairs.across), said + len(keys)
        found.append(2 * hit / max(1, said + sum(len(pairs.across) for pairs in told)))
    return round(max(found), 3)


def module_of(full: tuple[Pairs, Fitted], plain: tuple[Pairs, Fitted]) -> Iterator[str]:
    """The lines of the file of weights."""
    yield '"""Fitted: the judge\'s weights; `training/alignment.py` writes this file."""\n'
    for prefix, (pairs, (weights, prior)) in (("WEIGHTS", full), ("WORDED", plain)):
        yield f"{prefix} = {{"
        yield from (f'    "{name}": {w:.4g},' for name, w in zip(pairs.names, weights, strict=True))
        yield "}"
        yield f"{'PRIOR' if prefix == 'WEIGHTS' else 'WORDED_PRIOR'} = {prior:.4g}"


def main() -> None:
    """Parse the arguments, fit, write, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--folds", type=int, default=8)
    default = Path(__file__).resolve().parents[1] / "src/rashomon/compare/align/fitted.py"
    parser.add_argument("--out", type=Path, default=default)
    options = parser.parse_args()
    module = scorer(options.data)
    told = [read(folder, options.data, module) for folder in stories(options.data, None)]
    full, plain = [pairs for pairs, _ in told], [pairs for _, pairs in told]
    lines = module_of((full[0], fit(full)), (plain[0], fit(plain)))
    options.out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    figures = {
        name: best_f1(part, unseen(part, options.folds))
        for name, part in (("unseen_f1", full), ("worded_unseen_f1", plain))
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
