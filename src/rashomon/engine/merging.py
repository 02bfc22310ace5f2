"""The stage of stories in large archives, where likely pairs connect nearly everything.

Merging goes down level by level. At each, the groups that are as alike as the level asks make pieces, and
each piece is merged by itself; what comes to be alike across pieces is merged at the next level. How
clearly a group stands out is told by those next to it alone.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rashomon.engine.job import Job
from rashomon.engine.pieces import Pieces, carry, each
from rashomon.engine.work import Work
from rashomon.group.linking import CLEAR, FLOOR, LINKAGE, THRESHOLD
from rashomon.link.clear import standing_groups
from rashomon.link.group import Joint, merges
from rashomon.link.pieces import Between, components, gathered, scores

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]

STAGE, FILE = "grouped", "merges.npz"
# Above THRESHOLD, so near each other that pieces stay small: some hundreds of groups in 10,000 headlines.
STEPS = (5.0, 4.0, 3.0, 2.4, 1.8, 1.4, 1.0, 0.7, 0.4, 0.2, 0.0)


@dataclass(frozen=True, slots=True)
class Merges:
    """Merges in their order: how alike the groups were, by what the one goes that is kept, which is gone."""

    score: "Floats"
    keep: "Ints"
    gone: "Ints"


def merged(job: Job, pairs: Between, count: int) -> "Ints":
    """Return the story of each of `count` articles: its first one."""
    import numpy as np

    group = np.arange(count)
    kept: set[str] = set()
    done: list[Merges] = []
    for step in STEPS:
        while True:
            found = _level(job, pairs, np.bincount(group, minlength=count), THRESHOLD + step, kept)
            if not len(found.score):
                break
            done.append(found)
            larger = components(count, found.keep, found.gone)
            group, pairs = larger[group], gathered(larger, pairs)
            if step:
                break
    job.work.sweep(STAGE, kept)
    return _settled(group, pairs, done)


def _level(job: Job, pairs: Between, sizes: "Ints", level: float, kept: set[str]) -> Merges:
    """Merge the groups of each piece down to a level."""
    import numpy as np

    near = scores(pairs, sizes, LINKAGE) >= level
    piece = components(len(sizes), pairs.one[near], pairs.other[near])
    tasks = carry(job, STAGE, merge_pieces, piece, pairs, sizes, level=level)
    kept.update(tasks)
    found = [Merges(np.zeros(0), np.zeros(0, np.int64), np.zeros(0, np.int64))]
    for task in tasks:
        with np.load(job.work.path(STAGE, task) / FILE) as held:
            found.append(Merges(held["score"], held["keep"], held["gone"]))
    return _joined(found)


def _joined(parts: list[Merges]) -> Merges:
    import numpy as np

    return Merges(
        np.concatenate([part.score for part in parts]),
        np.concatenate([part.keep for part in parts]),
        np.concatenate([part.gone for part in parts]),
    )


def merge_pieces(work: Work, order: Pieces) -> None:
    """Merge the groups of each piece down to its level."""
    import numpy as np

    found: list[tuple[float, int, int]] = []
    for piece in each(order):
        made = merges(piece.sizes, piece.between, down_to=order.level, linkage=LINKAGE)
        found += [(score, piece.groups[keep], piece.groups[gone]) for score, keep, gone in made]
    score, keep, gone = zip(*found, strict=True) if found else ((), (), ())
    with work.making(STAGE, order.id) as folder:
        np.savez(
            folder / FILE,
            score=np.array(score, np.float64),
            keep=np.array(keep, np.int64),
            gone=np.array(gone, np.int64),
        )


def _settled(group: "Ints", pairs: Between, done: list[Merges]) -> "Ints":
    """The story of each article: its group, or a part of it where another next to it is too like it."""
    import numpy as np

    found = scores(pairs, np.bincount(group, minlength=len(group)), LINKAGE)
    around = np.full(len(group), FLOOR)
    for side in (pairs.one, pairs.other):
        np.maximum.at(around, side, found)
    story = group.copy()
    for made in _unsure(group, done):
        members = sorted({item for _, keep, gone in made for item in (keep, gone)})
        place = {item: at for at, item in enumerate(members)}
        joints = [(score, place[keep], place[gone]) for score, keep, gone in made]
        (standing,) = standing_groups(len(members), joints, least=THRESHOLD, clear=CLEAR)
        if around[members[0]] > standing.limit:
            for part in standing.parts:
                story[[members[at] for at in part]] = members[part[0]]
    return story


def _unsure(group: "Ints", done: list[Merges]) -> Iterator[list[Joint]]:
    """Yield the merges of each group that what lies around it can take apart.

    That is below THRESHOLD, else the group would have been joined with it.
    """
    import numpy as np

    if not done:
        return
    whole = _joined(done)
    own = group[whole.keep]
    order = np.argsort(own, kind="stable")
    starts = np.flatnonzero(np.diff(own[order], prepend=-1))
    unsure = 2 * np.minimum.reduceat(whole.score[order], starts) - THRESHOLD - CLEAR < THRESHOLD
    ends = np.append(starts[1:], len(order))
    for begin, end in zip(starts[unsure].tolist(), ends[unsure].tolist(), strict=True):
        rows = order[begin:end]
        columns = (whole.score[rows], whole.keep[rows], whole.gone[rows])
        yield list(zip(*(column.tolist() for column in columns), strict=True))
