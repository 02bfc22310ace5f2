"""What the tagger read and what the rules found, as one list: each where it is the surer."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from rashomon.annotate.quotes.found import Found, Range
from rashomon.annotate.quotes.holding import Holding

# Rules that are right often enough where the tagger reads nothing.
_SURE = frozenset({"direct", "direct.bare", "according", "headline"})


def merge(read: Sequence[Found], ruled: Sequence[Found]) -> list[Found]:
    """Return the tagger's attributions with what the rules add to them.

    The rules add a source that the tagger left open, what is told inside what it read (it tells no inner
    attributions), and quotations, "according to" and headlines that it passed over.
    """
    beside = _Overlap(read)
    holding = Holding(read)
    merged: dict[int, Found] = dict(enumerate(read))
    extra = []
    for each in ruled:
        same = beside.same_cue(each)
        if same is not None:
            if not merged[same].source and each.source:
                merged[same] = replace(merged[same], source=each.source)
            continue
        parts = (*each.cue, *each.content)
        inner = bool(each.cue) and all(any(True for _ in holding.around(part)) for part in parts)
        if inner or (each.rule in _SURE and not beside.touches(each)):
            extra.append(each)
    return [*merged.values(), *extra]


class _Overlap:
    """Where the tagger's attributions stand, for look-ups."""

    def __init__(self, read: Sequence[Found]) -> None:
        self._cues = sorted((part, place) for place, each in enumerate(read) for part in each.cue)
        self._contents = sorted(part for each in read for part in (*each.content, *each.cue, *each.source))

    def same_cue(self, found: Found) -> int | None:
        """The tagger's attribution whose cue shares characters with one of these cues."""
        for start, end in found.cue:
            at = bisect_left(self._cues, ((start, start), -1))
            for (a, b), place in self._cues[max(0, at - 1) : at + 2]:
                if a < end and start < b:
                    return place
        return None

    def touches(self, found: Found) -> bool:
        """Whether any part shares characters with something that the tagger read."""
        return any(self._touched(part) for part in (*found.content, *found.cue))

    def _touched(self, part: Range) -> bool:
        at = bisect_left(self._contents, part)
        near = self._contents[max(0, at - 1) : at + 1]
        return any(a < part[1] and part[0] < b for a, b in near)
