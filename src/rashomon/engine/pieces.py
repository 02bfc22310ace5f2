"""Pieces of the graph of pairs as tasks: some at a time, each with all pairs inside it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import pairwise
from typing import TYPE_CHECKING

from rashomon.engine.job import Job, Todo
from rashomon.engine.work import Work
from rashomon.link.pieces import Between
from rashomon.model.identity import content_id

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]

TOGETHER = 40_000  # pairs of a task


@dataclass(frozen=True, slots=True)
class Pieces:
    """Some pieces: the pairs inside them, piece by piece, and the piece of each. Merges end at `level`.

    `sizes` are those of the groups of each pair, a row each.
    """

    id: str
    piece: "Ints"
    pairs: Between
    sizes: "Ints"
    level: float


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece: its groups in ascending order, and what the pairs between them score, by place in it."""

    groups: list[int]
    sizes: list[int]
    between: dict[tuple[int, int], tuple[float, int]]


def carry(
    job: Job,
    folder: str,
    stage: Callable[[Work, Pieces], None],
    piece: "Ints",
    pairs: Between,
    sizes: "Ints",
    *,
    level: float,
) -> list[str]:
    """Have the pieces done, some at a time; returns the tasks that are. `piece`, `sizes`: of each group."""
    import numpy as np

    inside = np.flatnonzero(piece[pairs.one] == piece[pairs.other])
    tasks: list[str] = []

    def todo() -> Iterator[Todo[Pieces]]:
        for order in _cut(inside, piece, pairs, sizes, level):
            tasks.append(order.id)
            yield Todo(order.id, len(order.piece), f"pairs {order.id}", order)

    job.carry("stories", folder, stage, todo(), len(inside))
    return [task for task in tasks if job.work.done(folder, task)]


def _cut(inside: "Ints", piece: "Ints", pairs: Between, sizes: "Ints", level: float) -> Iterator[Pieces]:
    """Cut the pairs that lie inside pieces into tasks, piece by piece."""
    import numpy as np

    inside = inside[np.lexsort((pairs.other[inside], pairs.one[inside], piece[pairs.one[inside]]))]
    own = piece[pairs.one[inside]]
    begin = 0
    while begin < len(own):
        end = int(np.searchsorted(own, own[min(begin + TOGETHER, len(own)) - 1], side="right"))
        rows = inside[begin:end]
        held = Between(pairs.one[rows], pairs.other[rows], pairs.total[rows], pairs.known[rows])
        both = np.stack((sizes[held.one], sizes[held.other]))
        columns = (own[begin:end], held.one, held.other, held.total, held.known, both)
        said = [sha256(column.tobytes()).hexdigest() for column in columns]
        yield Pieces(content_id("g", level, *said, length=20), own[begin:end], held, both, level)
        begin = end


def each(order: Pieces) -> Iterator[Piece]:
    """Yield the pieces of a task."""
    import numpy as np

    pairs = order.pairs
    starts = np.flatnonzero(np.diff(order.piece, prepend=-1)).tolist()
    for begin, end in pairwise([*starts, len(order.piece)]):
        one, other = pairs.one[begin:end], pairs.other[begin:end]
        groups, first = np.unique(np.concatenate((one, other)), return_index=True)
        sizes = np.concatenate((order.sizes[0, begin:end], order.sizes[1, begin:end]))[first]
        left, right = np.searchsorted(groups, one).tolist(), np.searchsorted(groups, other).tolist()
        known = zip(pairs.total[begin:end].tolist(), pairs.known[begin:end].tolist(), strict=True)
        between = dict(zip(zip(left, right, strict=True), known, strict=True))
        yield Piece(groups.tolist(), sizes.tolist(), between)
