"""The stage of groups: articles that likely pairs connect, piece by piece of the graph of pairs."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from rashomon.engine.work import Work
from rashomon.group.linking import group_by_odds, standing_by_odds
from rashomon.link.clear import Standing
from rashomon.model.identity import content_id

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]

STAGE, FILE = "grouped", "groups.npz"
TOGETHER = 40_000  # pairs of a task, some hundreds of pieces
ALWAYS = float("inf")


@dataclass(frozen=True, slots=True)
class Pieces:
    """Some pieces with all pairs inside them, by piece; `whole` says that no pair leads out of any."""

    id: str
    piece: "Ints"
    left: "Ints"
    right: "Ints"
    odds: "Floats"
    whole: bool


@dataclass(frozen=True, slots=True)
class Groups:
    """The group of each item; and where what lies around it exceeds `limit`, what it falls into `instead`.

    Groups go by their first item.
    """

    item: "Ints"
    group: "Ints"
    instead: "Ints"
    limit: "Floats"


def cut(
    piece: "Ints", left: "Ints", right: "Ints", odds: "Floats", *, of: "NDArray[np.bool]", whole: bool
) -> Iterator[Pieces]:
    """Cut the pairs inside pieces into tasks; `piece` is that of each item, `of` says which are done."""
    import numpy as np

    inside = np.flatnonzero((piece[left] == piece[right]) & of[left])
    inside = inside[np.lexsort((right[inside], left[inside], piece[left[inside]]))]
    own = piece[left[inside]]
    begin = 0
    while begin < len(own):
        end = int(np.searchsorted(own, own[min(begin + TOGETHER, len(own)) - 1], side="right"))
        rows = inside[begin:end]
        columns = (own[begin:end], left[rows], right[rows], odds[rows])
        said = [content_id("", column.tolist(), length=20) for column in columns]
        yield Pieces(content_id("g", said, whole, length=20), *columns, whole)
        begin = end


def group_pieces(work: Work, order: Pieces) -> None:
    """Group the articles of each piece."""
    import numpy as np

    found: list[tuple[int, int, int, float]] = []
    starts = np.flatnonzero(np.diff(order.piece, prepend=-1)).tolist()
    for begin, end in pairwise([*starts, len(order.piece)]):
        left, right = order.left[begin:end], order.right[begin:end]
        members: list[int] = np.unique(np.concatenate((left, right))).tolist()
        place = {item: at for at, item in enumerate(members)}
        pairs = zip(left.tolist(), right.tolist(), order.odds[begin:end].tolist(), strict=True)
        odds = {(place[i], place[j]): value for i, j, value in pairs}
        for standing in _groups(len(members), odds, whole=order.whole):
            found += _rows(standing, members)
    columns = list(zip(*found, strict=True))
    with work.making(STAGE, order.id) as folder, (folder / FILE).open("wb") as file:
        item, group, instead = (np.array(column, np.int64) for column in columns[:3])
        np.savez_compressed(
            file, item=item, group=group, instead=instead, limit=np.array(columns[3], np.float64)
        )


def load_groups(work: Work, task: str) -> Groups:
    """Return what a task has found."""
    import numpy as np

    with np.load(work.path(STAGE, task) / FILE) as held:
        return Groups(held["item"], held["group"], held["instead"], held["limit"])


def _groups(count: int, odds: dict[tuple[int, int], float], *, whole: bool) -> list[Standing]:
    if not whole:
        return standing_by_odds(count, odds)
    return [Standing(group, ALWAYS, (group,)) for group in group_by_odds(count, odds)]


def _rows(group: Standing, members: list[int]) -> Iterator[tuple[int, int, int, float]]:
    """A row for each article of a group."""
    first = members[group.members[0]]
    for part in group.parts or (group.members,):
        for place in part:
            yield members[place], first, members[part[0]], group.limit
