"""Align: which claims of a story state the same thing, whatever the wording.

Sentences are judged first, for they hold what claims lack: who is meant, where and when. Then the claims in
them are linked, each into one group; what is likely one thing beyond that is told as near to each other.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from rashomon.compare.align.blocking import near_pairs
from rashomon.compare.align.features import FEATURES
from rashomon.compare.align.items import Item, make_items
from rashomon.compare.align.judge import judge
from rashomon.compare.align.likelihoods import likelihoods
from rashomon.compare.align.measures import Cosines, Pair, columns
from rashomon.compare.align.near import echoed, near_sets
from rashomon.compare.align.sentences import Telling, make_tellings
from rashomon.compare.align.settling import counts_alone, settled
from rashomon.compare.align.views import View
from rashomon.link.features import score_pair
from rashomon.model import Evidence

__all__ = ["Alignment", "align"]


@dataclass(frozen=True, slots=True)
class Alignment:
    """Groups of claims, as indices into the views, and the likelihood of each scored pair.

    Each claim is in one group; `near` are sets of claims of several groups that are likely one thing.
    `echoed` are the places of the groups of which nobody can say that one article alone tells them.
    `items` are the claims as they were compared, in the order of the views.
    """

    groups: tuple[tuple[int, ...], ...]
    near: tuple[tuple[int, ...], ...]
    echoed: frozenset[int]
    likelihood: dict[tuple[int, int], float]
    items: Sequence[Item]

    def evidence(self, pair: Pair) -> tuple[Evidence, ...]:
        """What speaks for and against both claims of a pair stating the same thing."""
        left, right = pair
        return score_pair(self.items[left], self.items[right], FEATURES).evidence


def align(views: Sequence[View]) -> Alignment:
    """Group the claims that state the same thing; the groups don't depend on the order of articles."""
    items = make_items(views)
    tellings = make_tellings(items)
    pairs = near_pairs(tellings)
    if not pairs:
        return Alignment(tuple((index,) for index in range(len(views))), (), frozenset(), {}, items)
    found = likelihoods(items, tellings, pairs, _judged(items, tellings, pairs))
    groups = settled(views, found.one)
    articles = [view.article for view in views]
    near = near_sets(groups, articles, found.near)
    heard = echoed(groups, near, articles, found.near, alone=partial(counts_alone, views=views))
    return Alignment(tuple(groups), tuple(near), heard, found.one, items)


def _judged(
    items: Sequence[Item], tellings: Sequence[Telling], near: Mapping[Pair, Cosines]
) -> dict[Pair, float]:
    """The log-odds of each pair of sentences of two articles; those of one article are not judged."""
    asked = [(left, right) for left, right in near if tellings[left].article != tellings[right].article]
    if not asked:
        return {}
    odds = judge().odds(columns(items, tellings, near, asked), meaning=items[0].meaning is not None)
    return dict(zip(asked, odds, strict=True))
