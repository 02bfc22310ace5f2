"""Judge: odds of sentences from their measures, with and without the sentence model."""

import numpy as np

from rashomon.compare.align.judge import Sum, judge
from rashomon.compare.align.measures import OF_MEANING, columns

HELD = {"prior": -1.0, "measures": [["near", 2.0, 0.5], ["apart", -1.0, 0.25]]}


def test_a_missing_measure_counts_as_its_mean() -> None:
    found = {"near": np.array([1.0, np.nan]), "apart": np.array([0.0, 0.0])}
    assert Sum.read(HELD).odds(found).tolist() == [1.0, 0.0]


def test_what_was_fitted_knows_each_measure_and_no_other() -> None:
    names = set(columns([], [], {}))
    told = judge()
    assert set(told.sum.names) == set(told.trees.names) == names
    assert set(told.worded.names) == names - OF_MEANING


def test_nearer_sentences_are_likelier_one() -> None:
    told = judge()
    middle = dict(zip(told.sum.names, told.sum.middle, strict=True))
    found = {name: np.array([value, value]) for name, value in middle.items()}
    for name in ("near", "words", "letters", "meaning", "held_less", "claims_near"):
        found[name][1] *= 2
    less, more = told.odds(found, meaning=True)
    assert less < more
    less, more = told.odds(found, meaning=False)
    assert less < more
