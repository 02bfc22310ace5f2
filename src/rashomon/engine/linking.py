"""Linking: which articles make one story, decided part by part of the graph of pairs.

Two groups are only ever joined, held against each other, or said to continue each other, where a pair of
theirs was kept; so each connected part of the pairs can be grouped by itself, and the result is that of the
whole.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from rashomon.engine.catalogue import Catalogue
from rashomon.engine.pairing import Pairs
from rashomon.group import first_told
from rashomon.group.linking import Linked, Odds, group_by_odds
from rashomon.group.profiles import Profile
from rashomon.group.relations import continued
from rashomon.link.group import connected

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Linking:
    """The articles of one story, by number: in the order of their ids, with the odds of their pairs by
    place in it. `continues` is the title of the story that it continues.
    """

    members: tuple[int, ...]
    odds: tuple[tuple[int, int, float], ...] = ()
    continues: str | None = None


@dataclass(frozen=True, slots=True)
class _Told:
    """What of a profile says when and how an article was told."""

    article: str
    title: str
    day: int | None


def link(catalogue: Catalogue, pairs: Pairs) -> Iterator[Linking]:
    """Yield every story, those of one article too, in the order of the input."""
    ids = catalogue.column("article")
    places = catalogue.order
    parts = connected(range(len(ids)), zip(pairs.left.tolist(), pairs.right.tolist(), strict=True))
    groups = _odds_within(parts, pairs, len(ids))
    stories: list[tuple[int, Linking]] = []
    for number, part in enumerate(parts):
        if len(part) == 1:
            stories.append((int(places[part[0]]), Linking(part)))
            continue
        members = sorted(part, key=lambda i: ids[i])
        found = _grouped(catalogue, members, groups.get(number, []))
        stories += [(min(int(places[i]) for i in story.members), story) for story in found]
    stories.sort(key=lambda item: item[0])
    for _, story in stories:
        yield story


def _odds_within(
    parts: Sequence[tuple[int, ...]], pairs: Pairs, count: int
) -> dict[int, list[tuple[int, int, float]]]:
    """The pairs of each part that has several articles."""
    import numpy as np

    part_of: NDArray[np.int64] = np.zeros(count, np.int64)
    for number, part in enumerate(parts):
        part_of[list(part)] = number
    found: dict[int, list[tuple[int, int, float]]] = {}
    columns = (part_of[pairs.left], pairs.left, pairs.right, pairs.odds)
    for owner, left, right, odds in zip(*(column.tolist() for column in columns), strict=True):
        found.setdefault(owner, []).append((left, right, odds))
    return found


def _grouped(
    catalogue: Catalogue, members: Sequence[int], pairs: Sequence[tuple[int, int, float]]
) -> Iterator[Linking]:
    """Group the articles of one part, given in the order of their ids."""
    place = {number: at for at, number in enumerate(members)}
    odds = {_ordered(place[i], place[j]): value for i, j, value in pairs}
    groups = group_by_odds(len(members), odds)
    told = cast(Sequence[Profile], _told(catalogue, members))
    earlier = continued(Linked(tuple(groups), odds), told)
    inside = _inside(groups, odds)
    for number, group in enumerate(groups):
        before = [told[i] for i in groups[earlier[number]]] if number in earlier else None
        yield Linking(
            tuple(members[i] for i in group), tuple(inside[number]), first_told(before) if before else None
        )


def _inside(groups: Sequence[tuple[int, ...]], odds: Odds) -> list[list[tuple[int, int, float]]]:
    """The odds of each group's own pairs, by place in the group."""
    where = {i: (number, at) for number, group in enumerate(groups) for at, i in enumerate(group)}
    found: list[list[tuple[int, int, float]]] = [[] for _ in groups]
    for (i, j), value in sorted(odds.items()):
        (one, left), (other, right) = where[i], where[j]
        if one == other:
            found[one].append((left, right, value))
    return found


def _ordered(i: int, j: int) -> tuple[int, int]:
    return (i, j) if i < j else (j, i)


def _told(catalogue: Catalogue, members: Sequence[int]) -> list[_Told]:
    rows: list[Any] = catalogue.rows(("article", "title", "day"), members)
    return [_Told(row["article"], row["title"], row["day"] or None) for row in rows]
