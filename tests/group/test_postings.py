"""The nearest of many articles at once are those that the index finds of each alone."""

from dataclasses import dataclass

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.group import postings
from rashomon.group.candidates import Index
from rashomon.group.postings import Keys, nearest_within

WEIGHTS = st.sampled_from([0.05, 0.1, 0.3, 0.7])
ARTICLES = st.lists(st.dictionaries(st.integers(0, 8), WEIGHTS, max_size=5), min_size=1, max_size=30)


@dataclass(frozen=True)
class Article:
    keys: tuple[tuple[str, float], ...]


@pytest.mark.parametrize(("scan", "cells"), [(2, 1), (60, 64), (60, 1 << 20)])
@given(articles=ARTICLES, bounds=st.tuples(st.integers(0, 30), st.integers(0, 30)))
def test_many_at_once_are_found_as_each_alone(scan, cells, articles, bounds):
    begin, end = (min(bound, len(articles)) for bound in sorted(bounds))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(postings, "SCAN", scan)
        patch.setattr("rashomon.group.candidates.SCAN", scan)
        patch.setattr(postings, "CELLS", cells)
        index = Index()
        held = [Article(tuple((str(term), weight) for term, weight in own.items())) for own in articles]
        for number, article in enumerate(held):
            index.add(number, article)
        expected = [index.nearest(number, held[number]) for number in range(begin, end)]
        keys = Keys(
            np.cumsum([0, *map(len, articles)]),
            np.array([term for own in articles for term in own], np.int64),
            np.array([weight for own in articles for weight in own.values()], np.float64),
        )
        assert [found.tolist() for found in nearest_within(keys, begin, end)] == expected
