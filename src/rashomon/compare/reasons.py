"""Reasons: why claims are one point, in words for the reader."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from rashomon.compare.align import Alignment
from rashomon.compare.align.features import FEATURES
from rashomon.compare.lineage import Lineage


def shared_reasons(
    alignment: Alignment, group: Sequence[int], witnesses: Sequence[Sequence[str]], lineage: Lineage
) -> Iterator[str]:
    """Yield how many tell it, on how many origins it rests, and what most speaks for one claim.

    `witnesses` are the articles that tell it, those that are one witness together.
    """
    articles = sum(map(len, witnesses))
    if articles == 1:
        yield "only one article tells this"
    else:
        rest = f"{len(witnesses)} independent origins" if len(witnesses) > 1 else "one origin"
        yield f"told by {articles} articles, on {rest}"
    if any(lineage.one_newsroom(*pair) for group in witnesses for pair in combinations(group, 2)):
        yield "what one newsroom tells twice counts once"
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
