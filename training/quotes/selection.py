"""Fit the trees that judge what a reading of an attribution is worth.

    python training/quotes/selection.py DATA [--articles N] [--folds 4] [--write]

DATA holds PolNeAR's articles. Reads N articles of the training part (all at 0) with the shipped tagger, and
those kept from its training, which count for more: the tagger knows the articles that it learned from.
Prints for the kept ones what each bar gives, each article judged by trees that did not see it. --write fits
on all and writes `annotate/quotes/selection/data/attributions.json`. Sources are given by trees that did not
see the article in both cases. Needs scikit-learn; three processor minutes for 400 articles.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingRegressor  # type: ignore[import-untyped]

sys.path.append(str(Path(__file__).resolve().parents[1]))
sys.path.append(str(Path(__file__).resolve().parents[2] / "bench"))
from attributions import ROLES, Attribution, characters, count, figures, of_quotes, same_source
from boosted import settings, written
from quotes.data import for_choices
from quotes.reading import Read, fold_of, load
from quotes.sourcing import NAMES as OF_SOURCES
from quotes.sourcing import cases
from quotes.sourcing import fit as fit_sources
from rashomon.annotate.quotes.assemble import assemble
from rashomon.annotate.quotes.found import Found
from rashomon.annotate.quotes.selection import readings, stand
from rashomon.annotate.quotes.selection.features import NAMES, Reading
from rashomon.annotate.quotes.selection.pool import Member
from rashomon.link.trees import Trees

TARGET = Path(__file__).resolve().parents[2] / "src/rashomon/annotate/quotes/selection/data/attributions.json"
SETTINGS = settings(depth=5, rounds=200, rate=0.06, leaf=25, ridge=2.0)
KEPT = 8.0  # how much more an article counts that the tagger did not learn from; 1 and 3 were worse
# What a reading is worth: if its content is the label's at Jaccard .8; if it is the same; if cue and source
# are right as well; for a cue and for a source that are some label's. WRONG is what a source costs that is
# not the label's, where the content is at .3: a wrong answer is worse than none.
SAME, EXACT, WHOLE, CUE, SOURCE, WRONG = 0.25, 0.25, 0.2, 0.15, 0.15, -0.3
BARS = (0.35, 0.4, 0.42, 0.45, 0.5)
Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Judged:
    """One article: its readings, their features, and what they are worth."""

    article: Read
    pool: list[Member]
    rows: Matrix
    worth: Matrix


def judged(article: Read, sources: Trees) -> Judged:
    """Return the article's readings with what the labels say of them."""
    given = (article.syntax, article.marks)
    tagged = article.tagged
    pool = readings(*given, article.spoken.mentions, tagged, article.merged, article.ruled, sources)
    rows = list(Reading(*given, article.spoken.sentences, tagged, pool).rows())
    worth = [_worth(article, each.found) for each in pool]
    return Judged(article, pool, np.array(rows).reshape(len(pool), len(NAMES)), np.array(worth))


def _worth(article: Read, found: Found) -> float:
    """What one reading is worth beside the label whose content is nearest."""
    (ours,) = shown(article, [found])
    told = characters(ours.content)
    likeness, nearest = 0.0, None
    for gold in article.gold:
        if gold.content[0][0] < ours.content[-1][1] and ours.content[0][0] < gold.content[-1][1]:
            labelled = characters(gold.content)
            jaccard = len(told & labelled) / len(told | labelled)
            if jaccard > likeness:
                likeness, nearest = jaccard, gold
    worth = CUE * (_spans(ours.cue) in {_spans(gold.cue) for gold in article.gold if gold.cue})
    worth += SOURCE * (_spans(ours.source) in {_spans(gold.source) for gold in article.gold if gold.source})
    if nearest is None or likeness < 0.3:
        return worth
    named = same_source(article.spoken.tokens, nearest, ours)
    worth += WRONG * (bool(nearest.source) and not named)
    if likeness < 0.8:
        return worth
    whole = named and bool(characters(ours.cue) & characters(nearest.cue))
    return worth + SAME + EXACT * (likeness == 1.0) + WHOLE * whole


def _spans(ranges: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    return tuple((start, end) for start, end in ranges)


def shown(article: Read, found: Sequence[Found]) -> list[Attribution]:
    """Attributions in the labels' convention."""
    spoken = article.spoken
    return of_quotes(assemble(spoken.article, found, article.marks), spoken.article.text, spoken.tokens)


def sources(articles: Sequence[Read], folds: int) -> dict[str, Trees]:
    """Return for each article trees of sources that were fitted on others."""
    every = [case for article in articles for case in cases(article)]
    fitted = {}
    for fold in range(folds):
        model = fit_sources(case for case in every if fold_of(case.article, folds) != fold)
        fitted[fold] = Trees.read(written(model, OF_SOURCES))
    return {article.name: fitted[fold_of(article.name, folds)] for article in articles}


def fit(found: Iterable[Judged]) -> Any:
    """Fit trees on what readings are worth."""
    every = [each for each in found if each.pool]
    weights = [np.full(len(each.pool), KEPT if for_choices(each.article.name) else 1.0) for each in every]
    rows, worth = (np.concatenate([getattr(each, name) for each in every]) for name in ("rows", "worth"))
    rows[:, np.isnan(rows).all(axis=0)] = 0.0  # a tagger that reads nothing, as after a trial of the recipe
    return HistGradientBoostingRegressor(**SETTINGS).fit(rows, worth, sample_weight=np.concatenate(weights))


def unseen(every: Sequence[Judged], folds: int) -> Iterator[tuple[Judged, list[float]]]:
    """Yield the articles kept for choices with what trees that did not see them say."""
    for fold in range(folds):
        held = [e for e in every if for_choices(e.article.name) and fold_of(e.article.name, folds) == fold]
        if held:
            names = {each.article.name for each in held}
            model = fit(each for each in every if each.article.name not in names)
            for each in held:
                yield each, model.predict(each.rows).tolist() if each.pool else []


def report(every: Sequence[Judged], folds: int) -> None:
    """Print what each bar gives on the articles kept for choices."""
    found = list(unseen(every, folds))
    for bar in BARS:
        counts: Counter[str] = Counter()
        for each, worth in found:
            spoken = each.article.spoken
            ours = shown(each.article, stand(each.pool, worth, bar))
            count(spoken.article.text, spoken.tokens, each.article.gold, ours, counts)
            for role in ROLES:
                spans = [{s for a in made for s in getattr(a, role)} for made in (each.article.gold, ours)]
                counts.update({role: len(spans[0] & spans[1]), f"all {role}": len(spans[0]) + len(spans[1])})
        wanted = figures(counts)
        names = ("j30", "j80", "exact", "complete", "source_right", "source_right_j80")
        line = [f"{name} {wanted[name]:.4f}" for name in names]
        line += [f"{role} {2 * counts[role] / counts['all ' + role]:.4f}" for role in ROLES]
        print(f"{bar:4.2f}: " + ", ".join(line), flush=True)


def main() -> None:
    """Measure, and write the trees where told to."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--articles", type=int, default=388)
    parser.add_argument("--folds", type=int, default=4)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    run(list(load(given.data, given.articles)), given.folds, given.write)


def run(articles: Sequence[Read], folds: int, write: bool) -> None:
    """Fit both kinds of trees, print what they give, and write those of readings if told to."""
    named = sources(articles, folds)
    every = [judged(article, named[article.name]) for article in articles]
    report(every, folds)
    if write:
        TARGET.parent.mkdir(exist_ok=True)
        TARGET.write_text(written(fit(every), NAMES), encoding="utf-8")


if __name__ == "__main__":
    main()
