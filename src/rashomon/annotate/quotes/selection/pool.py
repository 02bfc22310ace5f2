"""All readings of an article's attributions: the tagger's, a looser one's, the rules', and both merged."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from math import nan

from rashomon.annotate.quotes.found import Found, Range, apart, pieces

Ranges = Sequence[Range]


@dataclass(frozen=True, slots=True)
class Member:
    """One reading: `found` with its source as judged, `given` as it came.

    `merged`, `read` and `looser` tell where its words and cue stand; `rule` is the rule that gives the same,
    or "". `odds`, `lead` and what is `measured` are its source's. `inner`: it stands in what another of the
    merged ones tells; `plain`: it is merged, of a kind that only a much worthier one may replace; `laid_out`:
    it is merged, and the layout names its source, so none may; `quoted`: it is merged, and some of its words
    are in quotation marks.
    """

    found: Found
    given: Found
    merged: bool = False
    read: bool = False
    looser: bool = False
    rule: str = ""
    odds: float = nan
    lead: float = nan
    measured: Sequence[float] = ()
    inner: bool = False
    plain: bool = False
    laid_out: bool = False
    quoted: bool = False


def gather(
    text: str, merged: Sequence[Found], read: Sequence[Found], looser: Sequence[Found], ruled: Sequence[Found]
) -> list[Member]:
    """Return each reading once: what has the same words and cue is one, with the source that came first."""
    pool: dict[tuple[Ranges, Ranges], Member] = {}
    for group, name in ((merged, "merged"), (read, "read"), (looser, "looser"), (ruled, "rule")):
        for each in group:
            key = tidy(text, each).content, each.cue
            if key[0]:
                known = pool.get(key, Member(each, each))
                mark = each.rule if name == "rule" else True
                pool[key] = replace(known, **{name: mark})  # type: ignore[arg-type]
    return list(pool.values())


def tidy(text: str, found: Found) -> Found:
    """The attribution with its content as records show it."""
    return replace(found, content=pieces(text, *apart(found.content, found.cue)))


def shared(left: Ranges, right: Ranges) -> int:
    """The number of characters that two parts share."""
    return sum(max(0, min(b, d) - max(a, c)) for a, b in left for c, d in right)


def size(parts: Ranges) -> int:
    """The number of characters of some parts."""
    return sum(end - start for start, end in parts)


def holds(outer: Found, inner: Found) -> bool:
    """Whether what one attribution tells holds the other's cue."""
    return bool(inner.cue) and shared(inner.cue, outer.content) == size(inner.cue)


class Beside:
    """Which attributions lie across a stretch of text, by cue or content."""

    def __init__(self, found: Sequence[Found]) -> None:
        parts = [_extent(each) for each in found]
        self._order = sorted(range(len(parts)), key=lambda place: parts[place])
        self._starts = [parts[place][0] for place in self._order]
        self._ends = [parts[place][1] for place in self._order]
        self._reach = list(accumulate(self._ends, max))

    def of(self, found: Found) -> Iterator[int]:
        """Yield the places of those whose extent shares characters with this one's."""
        start, end = _extent(found)
        at = bisect_right(self._starts, end - 1) - 1
        while at >= 0 and self._reach[at] > start:
            if self._ends[at] > start:
                yield self._order[at]
            at -= 1


def _extent(found: Found) -> Range:
    parts = (*found.cue, *found.content)
    return min(a for a, _ in parts), max(b for _, b in parts)
