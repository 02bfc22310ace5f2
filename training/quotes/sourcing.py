"""Fit the trees that judge which source goes with an attribution.

    python training/quotes/sourcing.py DATA [--articles N] [--folds 8] [--write]

DATA holds PolNeAR's articles. Reads N articles of the training part (all at 0) with the shipped tagger, and
those kept from its training. Prints, for the latter, how many sources are right and wrong with each
threshold, each judged by trees that did not see its article; the tagger knows the articles that it learned
from better than others. --write fits on all and writes `annotate/quotes/sourcing/data/sources.json`. Needs
scikit-learn; two processor minutes for 400 articles.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier  # type: ignore[import-untyped]

from rashomon.annotate.quotes.found import Found
from rashomon.annotate.quotes.holding import Holding
from rashomon.annotate.quotes.selection import gathered
from rashomon.annotate.quotes.selection.pool import shared, size
from rashomon.annotate.quotes.sources import antecedent_phrase
from rashomon.annotate.quotes.sourcing import weighed
from rashomon.annotate.quotes.sourcing.candidates import Candidate, head_of
from rashomon.annotate.quotes.sourcing.features import NAMES, Case, measure
from rashomon.annotate.quotes.syntax import Syntax

sys.path.append(str(Path(__file__).resolve().parents[1]))
sys.path.append(str(Path(__file__).resolve().parents[2] / "bench"))
from attributions import Attribution, same_source
from boosted import settings, written
from quotes.data import for_choices
from quotes.reading import Read, fold_of, load

TARGET = Path(__file__).resolve().parents[2] / "src/rashomon/annotate/quotes/sourcing/data/sources.json"
SETTINGS = settings(depth=4, rounds=150, rate=0.07, leaf=20, ridge=2.0)
SAME = 0.8  # the Jaccard index of contents that are one, where no cue tells
THRESHOLDS = (-9.0, -3.0, -2.6, -2.2, -1.8, -1.4, -0.8)  # log-odds
Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Labelled:
    """One reading: its candidates' features, which of them are right, whether the gold names a source.

    `weight` is its share of its cue, which several readings may have; `merged` tells whether it is the one
    that tagger and rules give together.
    """

    article: str
    rows: Matrix
    right: NDArray[np.bool_]
    sourced: bool
    weight: float
    merged: bool


def cases(article: Read) -> Iterator[Labelled]:
    """Yield all readings of an article whose cue or content is one of the gold's, inner ones left out."""
    merged = article.merged
    every = gathered(article.syntax, article.marks, article.tagged, merged, article.ruled)
    given = (article.syntax, article.marks, article.spoken.mentions, article.tagged, merged)
    inner = Inner(merged)
    found: dict[tuple[object, ...], tuple[Case, list[Candidate], Attribution]] = {}
    for case, candidates in weighed(*given, [each.found for each in every]):
        label = None if inner.is_told(case.found) else _label(article.gold, case.found)
        if label is not None and candidates:
            found.setdefault((case.found.cue, case.found.source, id(label)), (case, candidates, label))
    readings = Counter(case.found.cue for case, _, _ in found.values())
    for case, candidates, label in found.values():
        yield Labelled(
            article.name,
            np.array([measure(case, each) for each in candidates]),
            np.array([_is_right(article.syntax, case, label, each) for each in candidates]),
            bool(label.source),
            1 / readings[case.found.cue],
            case.found in merged,
        )


class Inner:
    """Which attributions stand inside what another one tells."""

    def __init__(self, found: Sequence[Found]) -> None:
        self._found, self._holding = found, Holding(found)

    def is_told(self, found: Found) -> bool:
        """Whether another cue's content holds this one's cue."""
        around = (self._found[other] for part in found.cue for other in self._holding.around(part))
        return any(each.cue != found.cue for each in around)


def _label(gold: Sequence[Attribution], found: Found) -> Attribution | None:
    """The gold's attribution with the same cue that tells some of the words, else with nearly the same words.

    One of the same words alone, at .3, may be another attribution, whose source is not this one's.
    """
    shares = [(shared(each.cue, found.cue), shared(each.content, found.content)) for each in gold]
    at = max(range(len(gold)), key=lambda place: (*shares[place], -place), default=None)
    if at is not None and all(shares[at]):
        return gold[at]
    like = (
        each
        for each, (_, both) in zip(gold, shares, strict=True)
        if both >= SAME * (size(each.content) + size(found.content) - both)
    )
    return next(like, None)


def _is_right(syntax: Syntax, case: Case, gold: Attribution, candidate: Candidate) -> bool:
    """Whether a candidate is the gold's source, or what the gold's "who" stands for."""
    if not gold.source:
        return False
    if same_source(syntax.tokens, gold, Attribution(candidate.span, case.found.cue, case.found.content)):
        return True
    pronoun = head_of(syntax, gold.source)
    noun = antecedent_phrase(syntax, pronoun, case.anchor) if pronoun is not None else ()
    return bool(noun) and head_of(syntax, noun) == candidate.head


def fit(found: Iterable[Labelled]) -> Any:
    """Fit trees on the candidates, each attribution's among themselves."""
    every = list(found)
    table, right = (np.concatenate([getattr(c, name) for c in every]) for name in ("rows", "right"))
    table[:, np.isnan(table).all(axis=0)] = 0.0  # a tagger that reads nothing, as after a trial of the recipe
    weights = np.concatenate([np.full(len(c.right), c.weight) for c in every])
    return HistGradientBoostingClassifier(**SETTINGS).fit(table, right, sample_weight=weights)


def report(every: Sequence[Labelled], folds: int) -> None:
    """Print what each threshold gives on the articles kept for choices."""
    best: list[tuple[float, bool, bool]] = []
    for fold in range(folds):
        held = [c for c in every if for_choices(c.article) and fold_of(c.article, folds) == fold]
        if not held:
            continue
        names = {c.article for c in held}
        model = fit(c for c in every if c.article not in names)
        held = [c for c in held if c.merged]
        odds = model.decision_function(np.concatenate([c.rows for c in held]))
        ends = np.cumsum([0, *(len(c.right) for c in held)])
        for case, (start, end) in zip(held, pairwise(ends), strict=True):
            top = int(np.argmax(odds[start:end]))
            best.append((float(odds[start + top]), bool(case.right[top]), case.sourced))
    sourced = sum(s for _, _, s in best)
    could = sum(bool(c.right.any()) for c in every if c.merged and for_choices(c.article))
    print(f"{len(best)} attributions, {sourced} with a source, {could} with it among the candidates")
    for threshold in THRESHOLDS:
        right = sum(r for odd, r, _ in best if odd >= threshold)
        given = sum(odd >= threshold for odd, _, _ in best)
        print(f"{threshold:5.1f}: right {right / sourced:.4f}, wrong {given - right}", flush=True)


def main() -> None:
    """Measure, and write the trees where told to."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--articles", type=int, default=388)
    parser.add_argument("--folds", type=int, default=8)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    every = [case for article in load(given.data, given.articles) for case in cases(article)]
    if given.folds:
        report(every, given.folds)
    if given.write:
        TARGET.parent.mkdir(exist_ok=True)
        TARGET.write_text(written(fit(every), NAMES), encoding="utf-8")


if __name__ == "__main__":
    main()
