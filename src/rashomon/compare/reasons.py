"""Reasons: why claims are one point, in words for the reader."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from rashomon.compare.align import Alignment
from rashomon.compare.align.features import FEATURES
from rashomon.compare.align.views import View


def shared_reasons(
    views: Sequence[View], alignment: Alignment, group: Sequence[int], witnesses: int
) -> Iterator[str]:
    """Yield how many tell it, on how many texts it rests, and what most speaks for one claim."""
    outlets = len({views[index].article for index in group})
    if outlets == 1:
        yield "only one article tells this"
    else:
        rest = f"{witnesses} independent" if witnesses > 1 else "one text"
        yield f"told by {outlets} articles, resting on {rest}"
    best = _best_pair(alignment, group)
    if best is not None:
        weights = {feature.name: (feature.weight, feature.reason) for feature in FEATURES}
        evidence = sorted(
            alignment.evidence(best), key=lambda e: (-e.score * weights[e.feature][0], e.feature)
        )
        yield from (weights[e.feature][1] for e in evidence[:2] if e.score * weights[e.feature][0] > 0)


def _best_pair(alignment: Alignment, group: Sequence[int]) -> tuple[int, int] | None:
    pairs = [pair for pair in combinations(sorted(group), 2) if pair in alignment.likelihood]
    return min(pairs, key=lambda pair: (-alignment.likelihood[pair], pair), default=None)
