"""Near: claims of different groups that are likely one thing, told with other details, or nearly one.

A claim stands in one group. What it tells beside that, or tells otherwise than the group that it
resembles, makes a set of its own: the claim with its likely partners of other groups and articles.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from itertools import combinations

# How likely a pair of claims must be; how likely the partners of one claim must be with each other to
# stand in one set, and on average with the set those who say the same as one of it. Set on the labelled
# stories, each judged by what was fitted on others: F1 of sentence pairs goes from .447 with groups alone
# to .590. A PAIR of .55 gives .591 and finds fewer of the points that differ and of their values; .5
# gives .586.
PAIR = 0.54
TOGETHER = 0.2
MATE = 0.6
# Of who says as good as surely the same as one of a set a little less is asked: articles that print one text
# are told together. Asked nothing more, precision of pairs falls from .614 to .568.
SURE, MATE_OF_SURE = 0.99, 0.5
# How likely a claim must be one with another article's before nobody says that its article alone tells it:
# precision of exclusives goes from .642 to .648, and the page doesn't say two things of one claim.
ECHO = 0.95

Pair = tuple[int, int]


def near_sets(
    groups: Sequence[Sequence[int]], articles: Sequence[int], likelihood: Mapping[Pair, float]
) -> list[tuple[int, ...]]:
    """Return the sets, ascending: together they hold each likely pair of two groups and two articles.

    The claim with most likely partners that no set holds yet goes first, of equals the first.
    """
    home = {index: place for place, group in enumerate(groups) for index in group}
    beside: defaultdict[int, set[int]] = defaultdict(set)
    for (left, right), value in likelihood.items():
        if value >= PAIR and home[left] != home[right] and articles[left] != articles[right]:
            beside[left].add(right)
            beside[right].add(left)
    found = []
    while open_ones := {index: len(others) for index, others in beside.items() if others}:
        pivot = min(open_ones, key=lambda index: (-open_ones[index], index))
        chosen = _around(pivot, sorted(beside[pivot]), articles, likelihood)
        mates = sorted({mate for index in chosen for mate in groups[home[index]]} - set(chosen))
        chosen += [mate for mate in mates if _belongs(mate, chosen, articles, likelihood)]
        for index in chosen:
            beside[index] -= set(chosen)
        found.append(tuple(sorted(chosen)))
    return sorted(found)


def _belongs(
    index: int, chosen: Sequence[int], articles: Sequence[int], likelihood: Mapping[Pair, float]
) -> bool:
    """Whether the claim is likely one with those of other articles, on average."""
    others = [other for other in chosen if articles[other] != articles[index]]
    found = [likelihood.get((min(index, other), max(index, other)), 0.0) for other in others]
    least = MATE_OF_SURE if max(found, default=0.0) >= SURE else MATE
    return bool(found) and round(sum(found) / len(found), 9) >= least


def _around(
    pivot: int, partners: Sequence[int], articles: Sequence[int], likelihood: Mapping[Pair, float]
) -> list[int]:
    """The claim, and its partners that are not unlike those before them."""
    chosen: list[int] = []
    for index in partners:
        others = [other for other in chosen if articles[other] != articles[index]]
        if all(likelihood.get((min(index, o), max(index, o)), 0.0) >= TOGETHER for o in others):
            chosen.append(index)
    return [pivot, *chosen]


def echoed(
    groups: Sequence[Sequence[int]],
    near: Sequence[Sequence[int]],
    articles: Sequence[int],
    likelihood: Mapping[Pair, float],
    *,
    alone: Callable[[int, Sequence[int]], bool],
) -> frozenset[int]:
    """Return the places of the groups of one article whose claims all have a likely partner elsewhere.

    `alone` tells whether a claim brings news of its own to a set, whatever else the set says with it.
    """
    heard = {
        index
        for each in near
        for pair in combinations(each, 2)
        if articles[pair[0]] != articles[pair[1]] and likelihood.get(pair, 0.0) >= ECHO
        for index in pair
        if not alone(index, each)
    }
    return frozenset(
        place
        for place, group in enumerate(groups)
        if len({articles[index] for index in group}) == 1 and heard.issuperset(group)
    )
