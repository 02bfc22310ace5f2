"""Relations: how articles of a story stand to it and to each other, and which story continues which."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from math import exp, fsum
from typing import Literal

from rashomon.group.linking import Linked, Odds
from rashomon.group.pairs import share
from rashomon.group.profiles import Profile

REVISED = 0.5  # share of wording that two reports of one outlet have in common, where one revises the other
COPIED = 0.8  # the same for two outlets, where one text is printed twice
REVISED_WITHIN = 3  # days
# What the pairs of two stories must reach on average, and the best of them, for the later to continue the
# earlier: short of what joins them. Set by reading linked stories of the development sets, not fitted.
NEARLY, BEST = -1.5, 0.5
LATER = 2  # days between the first reports of two stories, below which neither continues the other

RelationKind = Literal["revision", "near-duplicate"]


@dataclass(frozen=True, slots=True)
class Relation:
    """Two articles of one story: `later` revises `earlier`, or prints nearly the same text."""

    kind: RelationKind
    earlier: str
    later: str
    share: float


def sureness(group: Sequence[int], odds: Odds) -> tuple[float, ...]:
    """Return for each article how sure it belongs, 0 to 1: what its pairs with the others say on average."""
    held: defaultdict[int, list[float]] = defaultdict(list)
    for left, right in combinations(sorted(group), 2):
        if (left, right) in odds:
            held[left].append(odds[(left, right)])
            held[right].append(odds[(left, right)])
    if len(group) == 1:
        return (1.0,)
    means = [fsum(held[i]) / len(held[i]) if held[i] else 0.0 for i in group]
    return tuple(round(1 / (1 + exp(-mean)), 3) for mean in means)


def window(members: Sequence[Profile]) -> tuple[str, str] | None:
    """Return the first and the last day on which the story's articles were published."""
    days = sorted(member.day for member in members if member.day is not None)
    return (_iso(days[0]), _iso(days[-1])) if days else None


def relations(pairs: Iterable[tuple[Profile, Profile]]) -> tuple[Relation, ...]:
    """Return the revisions and near-duplicates among pairs of a story; no article is left out for them."""
    found = []
    for pair in pairs:
        one, other = sorted(pair, key=lambda profile: (profile.day or 0, profile.article))
        copied = share(one.shingles, other.shingles)
        kind: RelationKind | None = None
        if _one_outlet(one, other) and copied >= REVISED:
            kind = "revision"
        elif copied >= COPIED:
            kind = "near-duplicate"
        if kind:
            found.append(Relation(kind, one.article, other.article, round(copied, 3)))
    return tuple(sorted(found, key=lambda each: (-each.share, each.earlier, each.later)))


def continued(linked: Linked, found: Sequence[Profile]) -> dict[int, int]:
    """Return by the place of a later story that of the earlier one which it continues."""
    story = {i: place for place, group in enumerate(linked.groups) for i in group}
    starts = [min((d for i in g if (d := found[i].day) is not None), default=None) for g in linked.groups]
    between: defaultdict[tuple[int, int], list[float]] = defaultdict(list)
    for (left, right), value in linked.odds.items():
        if story[left] != story[right]:
            between[(min(story[left], story[right]), max(story[left], story[right]))].append(value)
    best: dict[int, tuple[float, int]] = {}
    for (one, other), values in sorted(between.items()):
        first, second = starts[one], starts[other]
        if first is None or second is None or abs(first - second) < LATER:
            continue
        earlier, later = (one, other) if first < second else (other, one)
        mean = round(fsum(values) / len(values), 6)
        if max(values) >= BEST and mean >= NEARLY:
            best[later] = max(best.get(later, (mean, -earlier)), (mean, -earlier))
    return {later: -earlier for later, (_, earlier) in sorted(best.items())}


def _one_outlet(one: Profile, other: Profile) -> bool:
    """Whether both came from one outlet, within days."""
    if one.outlet is None or one.outlet != other.outlet:
        return False
    return one.day is None or other.day is None or abs(one.day - other.day) <= REVISED_WITHIN


def _iso(day: int) -> str:
    return date.fromordinal(day).isoformat()
