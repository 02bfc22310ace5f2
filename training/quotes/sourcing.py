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
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier  # type: ignore[import-untyped]

from rashomon.annotate.quotes.holding import Holding
from rashomon.annotate.quotes.sources import antecedent_phrase
from rashomon.annotate.quotes.sourcing import weighed
from rashomon.annotate.quotes.sourcing.candidates import Candidate, head_of
from rashomon.annotate.quotes.sourcing.features import NAMES, Case, measure
from rashomon.annotate.quotes.syntax import Syntax

sys.path.append(str(Path(__file__).resolve().parents[1]))
sys.path.append(str(Path(__file__).resolve().parents[2] / "bench"))
from attributions import Attribution, matches, same_source
from boosted import settings, written
from quotes.data import for_choices
from quotes.reading import Read, fold_of, load

TARGET = Path(__file__).resolve().parents[2] / "src/rashomon/annotate/quotes/sourcing/data/sources.json"
SETTINGS = settings(depth=4, rounds=150, rate=0.07, leaf=20, ridge=2.0)
THRESHOLDS = (-9.0, -3.0, -2.6, -2.2, -1.8, -1.4, -0.8)  # log-odds
Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Labelled:
    """One attribution: its candidates' features, which of them are right, whether the gold names a source."""

    article: str
    rows: Matrix
    right: NDArray[np.bool_]
    sourced: bool


def cases(article: Read) -> Iterator[Labelled]:
    """Yield the attributions of an article whose content is one of the gold's, inner ones left out."""
    syntax, found = article.syntax, article.merged
    holding = Holding(found)
    outer = [
        each
        for place, each in enumerate(found)
        if not any(other != place for part in each.cue for other in holding.around(part))
    ]
    known = list(weighed(syntax, article.marks, article.spoken.mentions, article.tagged, found, outer))
    same = matches(
        [each.content for each in article.gold], [tuple(sorted(case.found.content)) for case, _ in known], 0.3
    )
    for number, (case, candidates) in enumerate(known):
        if number in same and candidates:
            label = article.gold[same[number]]
            right = [_is_right(syntax, case, label, each) for each in candidates]
            table = np.array([measure(case, each) for each in candidates])
            yield Labelled(article.name, table, np.array(right), bool(label.source))


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
    table = np.concatenate([c.rows for c in every])
    table[:, np.isnan(table).all(axis=0)] = 0.0  # a tagger that reads nothing, as after a trial of the recipe
    return HistGradientBoostingClassifier(**SETTINGS).fit(table, np.concatenate([c.right for c in every]))


def report(every: Sequence[Labelled], folds: int) -> None:
    """Print what each threshold gives on the articles kept for choices."""
    best: list[tuple[float, bool, bool]] = []
    for fold in range(folds):
        held = [c for c in every if for_choices(c.article) and fold_of(c.article, folds) == fold]
        if not held:
            continue
        names = {c.article for c in held}
        model = fit(c for c in every if c.article not in names)
        odds = model.decision_function(np.concatenate([c.rows for c in held]))
        ends = np.cumsum([0, *(len(c.right) for c in held)])
        for case, (start, end) in zip(held, pairwise(ends), strict=True):
            top = int(np.argmax(odds[start:end]))
            best.append((float(odds[start + top]), bool(case.right[top]), case.sourced))
    sourced = sum(s for _, _, s in best)
    could = sum(bool(c.right.any()) for c in every if for_choices(c.article))
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
