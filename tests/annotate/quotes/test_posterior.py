"""How sure the tagger is of a stretch, against all ways to label a short text."""

from itertools import pairwise, product
from math import exp, log

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.annotate.quotes.tagger import unread
from rashomon.annotate.quotes.tagger.posterior import LEAST, posterior

NEVER = -1e4
LABELS = 7


def transitions(liking: list[float]) -> np.ndarray:
    """A chain in which a further word follows only its own kind."""
    table = np.array(liking, np.float32).reshape(LABELS + 1, LABELS)
    for further in (2, 4, 6):
        own = table[further - 1, further], table[further, further]
        table[:, further] = NEVER
        table[further - 1, further], table[further, further] = own
    return table


def by_counting(scores: np.ndarray, steps: np.ndarray, first: int, last: int, label: int) -> float:
    """The share of the labellings in which a span of the label is these words."""
    wanted = [label, *[label + 1] * (last - first - 1)]
    held = total = 0.0
    for labels in product(range(LABELS), repeat=len(scores)):
        score = steps[-1, labels[0]] + sum(steps[a, b] for a, b in pairwise(labels))
        weight = exp(score + sum(row[k] for row, k in zip(scores, labels, strict=True)))
        total += weight
        ends = last == len(scores) or labels[last] != label + 1
        held += weight * (list(labels[first:last]) == wanted and ends)
    return held / total


numbers = st.floats(-2, 2, width=32)


@settings(max_examples=25)
@given(
    st.lists(numbers, min_size=4 * LABELS, max_size=4 * LABELS),
    st.lists(numbers, min_size=8 * LABELS, max_size=8 * LABELS),
    st.integers(0, 3),
    st.integers(1, 4),
    st.sampled_from(["source", "cue", "content"]),
)
def test_a_stretch_has_its_share_of_all_labellings(
    scores: list[float], liking: list[float], first: int, length: int, role: str
) -> None:
    table, steps = np.array(scores, np.float32).reshape(4, LABELS), transitions(liking)
    last = min(4, first + length)
    likely = posterior(table, steps, [0, 2, 4, 6], [False] * 4)
    wanted = by_counting(table, steps, first, last, 1 + 2 * ["source", "cue", "content"].index(role))
    assert exp(likely.of(role, (2 * first, 2 * last))) == pytest.approx(wanted, rel=1e-4, abs=1e-6)
    assert likely.labels.sum(axis=1) == pytest.approx(np.ones(4))


def test_punctuation_at_an_edge_is_left_open() -> None:
    scores = np.zeros((3, LABELS), np.float32)
    scores[:, 5:] = [[9, 0], [0, 9], [0, 9]]
    steps = transitions([0.0] * 8 * LABELS)
    strict, open_ = (posterior(scores, steps, [0, 2, 4], [False, False, comma]) for comma in (False, True))
    assert strict.of("content", (0, 3)) < log(0.1)
    assert open_.of("content", (0, 3)) == open_.of("content", (0, 5)) > log(0.9)


def test_a_text_without_words_has_no_likely_stretch() -> None:
    assert unread(()).posterior.of("content", (0, 4)) == LEAST
