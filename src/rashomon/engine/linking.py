"""Linking: which articles make one story. Pieces of the graph of pairs are grouped as tasks, each by itself.

Here articles go by their places in the order of their ids, so that a story's first is the same however
they came. Up to `WHOLE` articles a piece holds all that pairs connect, and the result is that of grouping
everything at once. In larger archives pairs connect nearly all: a piece is then what merges that make a
group can reach, and how clearly a group stands out is told by the groups next to it alone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, cast

from rashomon.engine import grouping
from rashomon.engine.catalogue import Catalogue
from rashomon.engine.grouping import ALWAYS, Groups
from rashomon.engine.job import Job, Todo
from rashomon.engine.nearness import WHOLE
from rashomon.engine.pairing import Pairs
from rashomon.group import first_told
from rashomon.group.linking import FLOOR, LINKAGE, THRESHOLD, Linked
from rashomon.group.profiles import Profile
from rashomon.group.relations import BEST, continued
from rashomon.link.pieces import components, gathered, together

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]


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


def link(job: Job, catalogue: Catalogue, pairs: Pairs) -> Iterator[Linking]:
    """Group the articles, and yield every story, those of one article too, in the order of the input."""
    ordered = _by_id(catalogue, pairs)
    story = _settled(_grouped(job, ordered, len(catalogue)), ordered)
    earlier = _continued(catalogue, story, ordered)
    return _stories(catalogue, story, ordered, earlier)


def _by_id(catalogue: Catalogue, pairs: Pairs) -> Pairs:
    """The pairs by the places of their articles in the order of ids."""
    import numpy as np

    place = np.empty(len(catalogue), np.int64)
    place[catalogue.by_id] = np.arange(len(catalogue))
    left, right = place[pairs.left], place[pairs.right]
    return Pairs(np.minimum(left, right), np.maximum(left, right), pairs.odds)


def _grouped(job: Job, pairs: Pairs, count: int) -> Groups:
    """Group piece by piece; pieces of which parts might have merged are done again, together."""
    import numpy as np

    whole = count <= WHOLE
    chosen = pairs.odds >= (-np.inf if whole else THRESHOLD)
    piece = components(count, pairs.left[chosen], pairs.right[chosen])
    items = np.arange(count)
    found = Groups(items, items.copy(), items.copy(), np.full(count, ALWAYS))
    of, done = np.ones(count, bool), set()
    while True:
        tasks = list(grouping.cut(piece, pairs.left, pairs.right, pairs.odds, of=of, whole=whole))
        todo = (Todo(each.id, len(each.odds), f"pairs of {each.id}", each) for each in tasks)
        job.carry("stories", grouping.STAGE, grouping.group_pieces, todo, sum(len(t.odds) for t in tasks))
        for task in tasks:
            if job.work.done(grouping.STAGE, task.id):
                done.add(task.id)
                _take(found, grouping.load_groups(job.work, task.id))
        if whole:
            break
        one, other = together(
            found.group, pairs.left, pairs.right, pairs.odds, linkage=LINKAGE, least=THRESHOLD
        )
        apart = piece[one] != piece[other]
        if not apart.any():
            break
        joined = components(count, piece[one[apart]], piece[other[apart]])[piece]
        of, piece = np.isin(joined, joined[joined != piece]), joined
    job.work.sweep(grouping.STAGE, done)
    return found


def _take(found: Groups, part: Groups) -> None:
    """Enter what a task has found."""
    found.group[part.item] = part.group
    found.instead[part.item] = part.instead
    found.limit[part.item] = part.limit


def _settled(found: Groups, pairs: Pairs) -> "Ints":
    """The story of each article: a group falls apart where another next to it exceeds its limit."""
    import numpy as np

    sizes = np.bincount(found.group, minlength=len(found.group))
    # what lies around a group is below THRESHOLD, else it would have been joined: higher limits hold
    open_ = (found.limit[pairs.left] < THRESHOLD) | (found.limit[pairs.right] < THRESHOLD)
    open_ &= found.group[pairs.left] != found.group[pairs.right]
    around = np.full(len(sizes), FLOOR)
    between = gathered(found.group, pairs.left[open_], pairs.right[open_], pairs.odds[open_])
    columns = (between.one, between.other, between.total, between.known)
    for one, other, total, known in zip(*(column.tolist() for column in columns), strict=True):
        score = LINKAGE.score(total, known, int(sizes[one]), int(sizes[other]))
        around[one], around[other] = max(around[one], score), max(around[other], score)
    stands = around[found.group] <= found.limit
    story: Ints = np.where(stands, found.group, found.instead)
    return story


def _continued(catalogue: Catalogue, story: "Ints", pairs: Pairs) -> dict[int, str]:
    """By each story that continues an earlier one, how that is called."""
    import numpy as np

    one, other = story[pairs.left], story[pairs.right]
    across = np.flatnonzero(one != other)
    between = gathered(story, pairs.left[across], pairs.right[across], pairs.odds[across])
    likely = between.best >= BEST
    chosen = across[likely[between.of]]
    stories = np.unique(np.concatenate((between.one[likely], between.other[likely])))
    items = np.flatnonzero(np.isin(story, stories))
    place = {item: at for at, item in enumerate(items.tolist())}
    groups = [[place[item] for item in members] for members in _members(story[items], items)]
    columns = (pairs.left[chosen], pairs.right[chosen], pairs.odds[chosen])
    rows = zip(*(column.tolist() for column in columns), strict=True)
    odds = {(place[i], place[j]): value for i, j, value in rows}
    told = cast(Sequence[Profile], _told(catalogue, items))
    found = continued(Linked(tuple(map(tuple, groups)), odds), told)
    return {
        int(stories[later]): first_told([told[i] for i in groups[earlier]])
        for later, earlier in found.items()
    }


def _members(story: "Ints", items: "Ints") -> Iterator[list[int]]:
    """The items of each story, which goes by its first one, in ascending order."""
    import numpy as np

    order = np.argsort(story, kind="stable")
    starts = np.flatnonzero(np.diff(story[order], prepend=-1)).tolist()
    for begin, end in pairwise([*starts, len(order)]):
        yield items[order[begin:end]].tolist()


def _stories(catalogue: Catalogue, story: "Ints", pairs: Pairs, earlier: dict[int, str]) -> Iterator[Linking]:
    import numpy as np

    numbers = catalogue.by_id
    members = np.argsort(story, kind="stable")
    starts = np.flatnonzero(np.diff(story[members], prepend=-1))
    ends = np.append(starts[1:], len(members))
    place = np.empty_like(members)
    place[members] = np.arange(len(members)) - np.repeat(starts, ends - starts)
    inside = np.flatnonzero(story[pairs.left] == story[pairs.right])
    inside = inside[np.lexsort((pairs.right[inside], pairs.left[inside], story[pairs.left[inside]]))]
    rows = np.searchsorted(story[pairs.left[inside]], story[members[starts]])
    behind = np.searchsorted(story[pairs.left[inside]], story[members[starts]], side="right")
    first = np.minimum.reduceat(catalogue.order[numbers[members]], starts)
    for at in np.argsort(first, kind="stable").tolist():
        own = inside[rows[at] : behind[at]]
        columns = (place[pairs.left[own]], place[pairs.right[own]], pairs.odds[own])
        found = members[starts[at] : ends[at]]
        yield Linking(
            tuple(numbers[found].tolist()),
            tuple(zip(*(column.tolist() for column in columns), strict=True)),
            earlier.get(int(found[0])),
        )


def _told(catalogue: Catalogue, items: "Ints") -> list[_Told]:
    rows = catalogue.rows(("article", "title", "day"), catalogue.by_id[items].tolist())
    return [_Told(row["article"], row["title"], row["day"] or None) for row in rows]
