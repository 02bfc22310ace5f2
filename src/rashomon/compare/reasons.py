"""Reasons: why claims are one point, in words for the reader."""

from collections.abc import Iterator, Sequence

from rashomon.compare.align import Alignment
from rashomon.compare.align.views import View


def shared_reasons(
    views: Sequence[View], alignment: Alignment, group: Sequence[int], witnesses: int
) -> Iterator[str]:
    """Yield how many tell it, on how many texts it rests, and what most speaks for one claim."""
    outlets = len({views[index].article for index in group})
    if outlets == 1:
        yield "only one article tells this"
    else:
        rest = f"{witnesses} independent" if witnesses > 1 else "one text"
        yield f"told by {outlets} articles, resting on {rest}"
    yield from alignment.why.get(tuple(group), ())
