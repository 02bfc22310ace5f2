"""Postings: the nearest of many articles at once, as `candidates.Index` finds those of one, from arrays."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]

MOST = 24  # candidates an article
SCAN = 60  # articles looked at for a term on either side: the nearest in time of those that hold it
LEAST = 0.02  # cosine over the rarest terms; on the development sets few pairs of one story lie below
CELLS = 1 << 20  # sums held at once, 8 MB: as many articles as fit are worked on together


@dataclass(frozen=True, slots=True)
class Keys:
    """The rarest terms of articles in ascending order, as numbers, with their weights.

    Article `i` holds the entries from `ends[i]` to `ends[i + 1]`, the rarest first, each term once.
    """

    ends: "Ints"
    terms: "NDArray[np.uint64] | Ints"
    weights: "Floats"


@dataclass(frozen=True, slots=True)
class _Postings:
    """All entries by term, and for each entry, in the order of articles, which of them to look at."""

    owner: "Ints"
    weight: "Floats"
    first: "Ints"
    last: "Ints"


def nearest_within(keys: Keys, begin: int, end: int) -> "Iterator[Ints]":
    """Yield for each of the articles `[begin, end)` those that share most of its keys, the best first."""
    import numpy as np

    posted = _posted(keys)
    at = begin
    while at < end:
        low, high = _span(keys, posted, at, min(at + 1, end))
        together = max(1, min(end - at, CELLS // max(1, 4 * (high - low))))
        low, high = _span(keys, posted, at, at + together)
        scores = _scores(keys, posted, at, at + together, low, high)
        rows, columns = np.nonzero(scores >= LEAST)
        best = np.lexsort((columns, -scores[rows, columns], rows))
        counts = np.bincount(rows, minlength=together)
        for found in np.split(columns[best] + low, np.cumsum(counts)[:-1]):
            yield found[:MOST]
        at += together


def _posted(keys: Keys) -> _Postings:
    """Put the entries in the order of terms; of a term the `SCAN` before and after an entry count."""
    import numpy as np

    count = len(keys.terms)
    owners = np.repeat(np.arange(len(keys.ends) - 1), np.diff(keys.ends))
    order = np.argsort(keys.terms, kind="stable")
    terms = keys.terms[order]
    starts = np.flatnonzero(np.concatenate(([True], terms[1:] != terms[:-1]))) if count else order
    sizes = np.diff(np.append(starts, count))
    start, size = np.repeat(starts, sizes), np.repeat(sizes, sizes)
    places = np.arange(count)
    first, last = np.empty_like(order), np.empty_like(order)
    first[order] = np.maximum(start, places - SCAN)
    last[order] = np.minimum(start + size, places + SCAN + 1)
    return _Postings(owners[order], keys.weights[order], first, last)


def _span(keys: Keys, posted: _Postings, begin: int, end: int) -> tuple[int, int]:
    """The articles from the first to behind the last that are looked at for `[begin, end)`."""
    own = slice(keys.ends[begin], keys.ends[end])
    low, high = posted.owner[posted.first[own]], posted.owner[posted.last[own] - 1]
    return int(low.min(initial=begin)), int(high.max(initial=end - 1)) + 1


def _scores(keys: Keys, posted: _Postings, begin: int, end: int, low: int, high: int) -> "Floats":
    """What the articles `[begin, end)` have in common with `[low, high)`, a row each; nothing with itself."""
    import numpy as np

    own = slice(keys.ends[begin], keys.ends[end])
    lengths = posted.last[own] - posted.first[own]
    shift = posted.first[own] - (np.cumsum(lengths) - lengths)
    flat = np.repeat(shift, lengths) + np.arange(int(lengths.sum()))
    sizes = np.diff(keys.ends[begin : end + 1])
    rows = np.repeat(np.repeat(np.arange(end - begin), sizes), lengths)
    shared = np.repeat(keys.weights[own], lengths) * posted.weight[flat]
    width = high - low
    # an article's terms are added up in their order, so a sum is the same whatever it is found with
    cells = np.bincount(
        rows * width + posted.owner[flat] - low, weights=shared, minlength=(end - begin) * width
    )
    scores: Floats = np.asarray(cells, np.float64).reshape(end - begin, width)
    scores[np.arange(end - begin), np.arange(begin, end) - low] = 0
    return scores
