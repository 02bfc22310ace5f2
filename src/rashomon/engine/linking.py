"""Linking: which articles make one story, from the pairs that are likely; pieces of their graph are tasks.

Here articles go by their places in the order of their ids, so that a story's first is the same however
they came. Up to `WHOLE` articles the result is that of grouping all at once (`grouping.py`); in larger
archives that of merging level by level (`merging.py`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, cast

from rashomon.engine.catalogue import Catalogue
from rashomon.engine.grouping import grouped
from rashomon.engine.job import Job
from rashomon.engine.merging import merged
from rashomon.engine.nearness import WHOLE
from rashomon.engine.pairing import Pairs
from rashomon.group import first_told
from rashomon.group.linking import Linked
from rashomon.group.profiles import Profile
from rashomon.group.relations import BEST, LATER, NEARLY, continued
from rashomon.link.pieces import Between, gathered

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]

_PAIR = [("left", "<i4"), ("right", "<i4"), ("odds", "<f8")]


@dataclass(frozen=True, slots=True)
class Linking:
    """The articles of one story, by number, in the order of their ids; `continues` is the title of the
    story that it continues. `pairs` are those of its articles, packed: there are many stories.
    """

    members: tuple[int, ...]
    pairs: bytes = b""
    continues: str | None = None

    @property
    def odds(self) -> tuple[tuple[int, int, float], ...]:
        """The odds of its pairs, by place in it."""
        import numpy as np

        return tuple(np.frombuffer(self.pairs, _PAIR).tolist())


@dataclass(frozen=True, slots=True)
class _Told:
    """What of a profile says when and how an article was told."""

    article: str
    title: str
    day: int | None


def link(job: Job, catalogue: Catalogue, pairs: Pairs) -> Iterator[Linking]:
    """Group the articles, and yield every story, those of one article too, in the order of the input."""
    ordered = _by_id(catalogue, pairs)
    count = len(catalogue)
    story = grouped(job, ordered, count) if count <= WHOLE else merged(job, ordered, count)
    return _stories(catalogue, story, ordered, _continued(catalogue, story, ordered))


def _by_id(catalogue: Catalogue, pairs: Pairs) -> Between:
    """The pairs by the places of their articles in the order of ids."""
    import numpy as np

    place = np.empty(len(catalogue), np.int64)
    place[catalogue.by_id] = np.arange(len(catalogue))
    left, right = place[pairs.left], place[pairs.right]
    return Between(np.minimum(left, right), np.maximum(left, right), pairs.odds, np.ones(len(left), np.int64))


def _continued(catalogue: Catalogue, story: "Ints", pairs: Between) -> dict[int, str]:
    """By each story that continues an earlier one, how that is called."""
    import numpy as np

    key = _key(story[pairs.one], story[pairs.other], len(story))
    between = _may_continue(story, pairs, _first_days(catalogue, story))
    likely = np.isin(between, key[pairs.total >= BEST])
    chosen = np.isin(key, between[likely])
    one, other = story[pairs.one], story[pairs.other]
    stories = np.unique(np.concatenate((one[chosen], other[chosen])))
    items = np.flatnonzero(np.isin(story, stories))
    place = {item: at for at, item in enumerate(items.tolist())}
    groups = [[place[item] for item in members] for members in _members(story[items], items)]
    columns = (pairs.one[chosen], pairs.other[chosen], pairs.total[chosen])
    rows = zip(*(column.tolist() for column in columns), strict=True)
    odds = {(place[i], place[j]): value for i, j, value in rows}
    told = cast(Sequence[Profile], _told(catalogue, items))
    found = continued(Linked(tuple(map(tuple, groups)), odds), told)
    return {
        int(stories[later]): first_told([told[i] for i in groups[earlier]])
        for later, earlier in found.items()
    }


def _key(one: "Ints", other: "Ints", count: int) -> "Ints":
    """A number for each pair, whichever comes first."""
    import numpy as np

    return np.minimum(one, other) * count + np.maximum(one, other)


def _may_continue(story: "Ints", pairs: Between, days: "NDArray[np.float64]") -> "Ints":
    """The pairs of stories, as numbers, of which one is later and alike enough on average."""
    import numpy as np

    found = gathered(story, pairs)
    alike = found.total >= (NEARLY - 1e-5) * found.known  # up to the rounding of a mean
    later = np.abs(days[found.one] - days[found.other]) >= LATER  # nan, where a day is not known, is not
    near = alike & later
    return _key(found.one[near], found.other[near], len(story))


def _first_days(catalogue: Catalogue, story: "Ints") -> "NDArray[np.float64]":
    """The day on which each story was first told, nan where none of its articles has one."""
    import numpy as np

    days = catalogue.days[catalogue.by_id].astype(np.float64)
    days[days == 0] = np.nan
    first = np.full(len(story), np.nan)
    np.fmin.at(first, story, days)
    return first


def _members(story: "Ints", items: "Ints") -> Iterator[list[int]]:
    """The items of each story, which goes by its first one, in ascending order."""
    import numpy as np

    order = np.argsort(story, kind="stable")
    starts = np.flatnonzero(np.diff(story[order], prepend=-1)).tolist()
    for begin, end in pairwise([*starts, len(order)]):
        yield items[order[begin:end]].tolist()


def _stories(
    catalogue: Catalogue, story: "Ints", pairs: Between, earlier: dict[int, str]
) -> Iterator[Linking]:
    import numpy as np

    numbers = catalogue.by_id
    members = np.argsort(story, kind="stable")
    starts = np.flatnonzero(np.diff(story[members], prepend=-1))
    ends = np.append(starts[1:], len(members))
    place = np.empty_like(members)
    place[members] = np.arange(len(members)) - np.repeat(starts, ends - starts)
    inside = np.flatnonzero(story[pairs.one] == story[pairs.other])
    inside = inside[np.lexsort((pairs.other[inside], pairs.one[inside], story[pairs.one[inside]]))]
    rows = np.searchsorted(story[pairs.one[inside]], story[members[starts]])
    behind = np.searchsorted(story[pairs.one[inside]], story[members[starts]], side="right")
    first = np.minimum.reduceat(catalogue.order[numbers[members]], starts)
    packed = np.empty(len(inside), _PAIR)
    packed["left"], packed["right"] = place[pairs.one[inside]], place[pairs.other[inside]]
    packed["odds"] = pairs.total[inside]
    for at in np.argsort(first, kind="stable").tolist():
        found = members[starts[at] : ends[at]]
        own = packed[rows[at] : behind[at]].tobytes()
        yield Linking(tuple(numbers[found].tolist()), own, earlier.get(int(found[0])))


def _told(catalogue: Catalogue, items: "Ints") -> list[_Told]:
    rows = catalogue.rows(("article", "title", "day"), catalogue.by_id[items].tolist())
    return [_Told(row["article"], row["title"], row["day"] or None) for row in rows]
