"""Likelihoods: from pairs of sentences that tell one thing to the claims in them that do."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp

from rashomon.compare.align.days import of_two_days
from rashomon.compare.align.features import FEATURES, PRIOR
from rashomon.compare.align.items import Item
from rashomon.compare.align.labels import unlike
from rashomon.compare.align.sentences import Telling
from rashomon.compare.align.views import View
from rashomon.compare.slots.dated import far_apart
from rashomon.compare.slots.people import of_two_doers
from rashomon.link.features import total_of

# A pair of sentences whose log-odds are above CENTRE speaks for one claim: the fitted odds are shy, for
# the labels don't hold all that is alike. Below KEEP no claims are compared. Set on the labelled stories,
# each judged by what was fitted on others (docs/measured/points.md). One article's sentences are not
# judged, for it seldom says a thing twice, and the labels seldom say so: its claims' own log-odds must
# pass AGAIN.
CENTRE = -1.0
AGAIN = 1.5
KEEP = -3.5
# Log-odds that a pair of claims loses for each by which its own are behind the best pair's of both sentences.
BEHIND = 1.0
# What is asked of claims that are one, and of those that are only near: log-odds that are added, and those
# that are lost for each by which their own are below a bound. For one thing claims must speak themselves.
ONE, NEAR = (1.0, 1.5, 1.0), (0.0, 0.3, -1.0)

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Likelihoods:
    """How likely each compared pair of claims, the smaller first, states one thing.

    `one` asks more of the claims themselves than `near`, which takes their sentences' word for it.
    """

    one: dict[Pair, float]
    near: dict[Pair, float]


def likelihoods(
    items: Sequence[Item], tellings: Sequence[Telling], pairs: Iterable[Pair], odds: Mapping[Pair, float]
) -> Likelihoods:
    """Return the likelihoods of the claims of each pair of sentences.

    `odds` are the log-odds of the pairs of two articles; pairs of one article have none.
    """
    found = Likelihoods({}, {})
    for left, right in pairs:
        total = odds.get((left, right))
        if total is not None and total < KEEP:
            continue
        own = {
            pair: total_of(items[pair[0]], items[pair[1]], FEATURES)
            for pair in _claims(tellings[left], tellings[right])
            if not _two(items[pair[0]].view, items[pair[1]].view)
        }
        best = max(own.values(), default=0.0)
        for pair, score in own.items():
            claims = score + PRIOR
            more = claims - AGAIN if total is None else total - CENTRE - BEHIND * (best - score)
            found.one[pair] = _asked(more, claims, *ONE)
            found.near[pair] = _asked(more, claims, *NEAR)
    return found


def _two(left: View, right: View) -> bool:
    """Whether the claims can't be of one thing, however alike they are."""
    if unlike(left.labels, right.labels) or of_two_days(left, right):
        return True
    return far_apart(left, right) or of_two_doers(left, right)


def _asked(odds: float, own: float, more: float, share: float, least: float) -> float:
    """The likelihood at these odds, with what is added and what claims lose whose own are below `least`."""
    return round(1 / (1 + exp(share * max(0.0, least - own) - odds - more)), 6)


def _claims(left: Telling, right: Telling) -> Iterator[Pair]:
    for own in left.items:
        for other in right.items:
            yield min(own, other), max(own, other)
