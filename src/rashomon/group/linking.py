"""Linking: which articles are about one event, decided by pairs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from rashomon.group.candidates import MOST, candidate_pairs, nearest_of_all
from rashomon.group.crowds import all_crowded
from rashomon.group.features import FEATURES, measure
from rashomon.group.pairs import Pair, meaning_of, paired, wording_of
from rashomon.group.profiles import Profile
from rashomon.link.clear import Standing, clear_groups, standing_groups
from rashomon.link.group import Linkage, joints
from rashomon.link.trees import Trees
from rashomon.model import Evidence

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# All set on the development parts of four sets (gva_longtail, giveme5w1h_newscluster, allsides_neus,
# wikinews_events), by folds of their stories.
THRESHOLD = 0.3  # log-odds that the pairs of two groups must reach on average
CLEAR = 4.6  # how far below that average the next ones must lie; what lacks of it is asked of the average
RESERVE = 0.8  # two groups need more than a lone article that joins one
BONUS = 0.1  # many pairs are surer than one
FLOOR = THRESHOLD - CLEAR  # what lies lower neither joins a group nor makes it less clear
ABSENT = -6.0  # what a pair counts that was not compared, for its articles share too little
LINKAGE = Linkage(ABSENT, RESERVE, BONUS, MOST)
SURE = 8.0  # log-odds beyond this say no more
WORTH = -6.0  # log-odds below which a pair is not kept
# A pair below both is not measured: of 1,000 pairs of the development sets that would link, 3 at most go.
ALIKE = 0.1
MEANT = 0.35

Odds = Mapping[tuple[int, int], float]


@dataclass(frozen=True, slots=True)
class Linked:
    """The groups, each by the places of its articles, and the log-odds of the pairs that were compared."""

    groups: tuple[tuple[int, ...], ...]
    odds: Odds


@cache
def pair_model() -> Trees:
    """Return the fitted trees."""
    names = [feature.name for feature in FEATURES]
    return Trees.shipped("rashomon.group", "pairs.json", names=names, recipe="training/grouping.py")


def pair_odds(found: Sequence[Profile] | Mapping[int, Profile], pairs: Sequence[tuple[int, int]]) -> Odds:
    """Return the log-odds that each pair is about one event, within -SURE..SURE."""
    import numpy as np

    rows = {(i, j): measure(pair) for i, j in pairs if (pair := _worthy(found[i], found[j]))}
    if not rows:
        return {}
    odds = np.clip(pair_model().odds(np.array([*rows.values()], np.float64)), -SURE, SURE).round(6).tolist()
    return {pair: value for pair, value in zip(rows, odds, strict=True) if value > WORTH}


def _worthy(left: Profile, right: Profile) -> Pair | None:
    """The pair if it could be one event: a cheap look that spares most of the cost."""
    alike, meant = wording_of(left, right), meaning_of(left, right)
    if alike >= ALIKE or meant >= MEANT:  # nan, where there is no model, is not
        return paired(left, right, alike=alike, meant=meant)
    return None


def worth_measuring(alike: "NDArray[np.float64]", meant: "NDArray[np.float64]") -> "NDArray[np.bool]":
    """Return which pairs could be one event, by their likeness in wording and in meaning."""
    return (alike >= ALIKE) | (meant >= MEANT)


def link(found: Sequence[Profile]) -> Linked:
    """Group articles by event. What belongs together doesn't depend on their order."""
    near = nearest_of_all(found)
    odds = pair_odds(all_crowded(found, near), candidate_pairs(near))
    groups = group_by_odds(len(found), odds)
    return Linked(tuple(groups), odds)


def group_by_odds(count: int, odds: Odds, *, least: float = THRESHOLD) -> list[tuple[int, ...]]:
    """Return the groups that the pairs' odds make of articles 0..count-1."""
    floor = least - CLEAR
    merges = joints(count, odds, down_to=floor, linkage=LINKAGE)
    return clear_groups(count, merges, least=least, clear=CLEAR, floor=floor)


def standing_by_odds(count: int, odds: Odds) -> list[Standing]:
    """Return the groups that the pairs' odds make of articles 0..count-1, whatever lies around them."""
    merges = joints(count, odds, down_to=THRESHOLD, linkage=LINKAGE)
    return standing_groups(count, merges, least=THRESHOLD, clear=CLEAR)


def evidence(left: Profile, right: Profile) -> tuple[Evidence, ...]:
    """Return what speaks for or against one event, the strongest first: each feature's share of the odds.

    Scores are log-odds over SURE, so that -1 and 1 are as sure as can be.
    """
    shares = pair_model().shares(measure(paired(left, right)))
    ranked = sorted(range(len(FEATURES)), key=lambda k: (-abs(shares[k]), k))
    return tuple(
        Evidence(
            FEATURES[k].name, round(max(-1.0, min(1.0, shares[k] / SURE)), 4), *FEATURES[k].show(left, right)
        )
        for k in ranked
        if shares[k]
    )
