"""Windows: stretches of the catalogue, each worked on with what stands around it in time.

Blocks and what lies around them are told by the articles alone, so every engine cuts alike.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.engine.catalogue import Catalogue
from rashomon.model.identity import content_id

BEFORE = 30  # days; a story's reports rarely lie farther apart (gva_longtail, wikinews_events)


@dataclass(frozen=True, slots=True)
class Window:
    """The articles `[begin, end)` of the catalogue, and `[first, last)` to hold them against."""

    id: str
    catalogue: Catalogue
    first: int
    begin: int
    end: int
    last: int


def windows(
    catalogue: Catalogue,
    *,
    made_by: str,
    prefix: str,
    after: bool,
    block: int,
    around: int,
    whole: int,
) -> Iterator[Window]:
    """Cut the catalogue into windows of `block` articles that look back in time, and ahead if `after`.

    At most `around` articles are looked at on either side. A catalogue of no more than `whole` articles
    is looked at without regard to days.
    """
    import numpy as np

    count = len(catalogue)
    ids = catalogue.column("article")
    for begin in range(0, count, block):
        end = min(begin + block, count)
        first, last = max(0, begin - around), min(count, end + around)
        if count > whole:
            days = catalogue.days
            first = max(first, min(begin, int(np.searchsorted(days, days[begin] - BEFORE))))
            last = min(last, max(end, int(np.searchsorted(days, days[end - 1] + BEFORE, side="right"))))
        last = last if after else end
        id = content_id(prefix, made_by, begin - first, end - first, ids[first:last], length=20)
        yield Window(id, catalogue, first, begin, end, last)
