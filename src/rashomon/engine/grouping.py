"""The stage of stories in small archives: all that likely pairs connect is grouped at once."""

from typing import TYPE_CHECKING

from rashomon.engine.job import Job
from rashomon.engine.pieces import Pieces, carry, each
from rashomon.engine.work import Work
from rashomon.group.linking import group_by_odds
from rashomon.link.pieces import Between, components

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]

STAGE, FILE = "grouped", "groups.npz"


def grouped(job: Job, pairs: Between, count: int) -> "Ints":
    """Return the story of each of `count` articles: its first one."""
    import numpy as np

    piece, ones = components(count, pairs.one, pairs.other), np.ones(count, np.int64)
    tasks = carry(job, STAGE, group_pieces, piece, pairs, ones, level=0.0)
    story = np.arange(count)
    for task in tasks:
        with np.load(job.work.path(STAGE, task) / FILE) as held:
            story[held["article"]] = held["story"]
    job.work.sweep(STAGE, tasks)
    return story


def group_pieces(work: Work, order: Pieces) -> None:
    """Group the articles of each piece."""
    import numpy as np

    found: list[tuple[int, int]] = []
    for piece in each(order):
        odds = {pair: total for pair, (total, _) in piece.between.items()}
        for group in group_by_odds(len(piece.groups), odds):
            found += [(piece.groups[place], piece.groups[group[0]]) for place in group]
    with work.making(STAGE, order.id) as folder:
        articles, stories = zip(*found, strict=True)
        np.savez(folder / FILE, article=np.array(articles), story=np.array(stories))
