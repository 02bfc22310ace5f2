"""Slots: typed comparators, each saying how two claims' values relate and in which words."""

import re
from collections.abc import Callable, Iterator

from rashomon.compare.align.views import View
from rashomon.compare.slots.apart import apart
from rashomon.compare.slots.attribution import attributions
from rashomon.compare.slots.finding import Finding, Version
from rashomon.compare.slots.polarity import polarities
from rashomon.compare.slots.quantities import quantities
from rashomon.compare.slots.streets import streets
from rashomon.compare.slots.times import leads, times
from rashomon.compare.slots.wording import wordings
from rashomon.compare.wording import words
from rashomon.model.points import Slot

__all__ = ["COMPARATORS", "Finding", "Version", "compare_claims"]

NEAR = 16  # characters to the word that makes a time the report's own
STAMP_BEFORE = re.compile(r"\b(?:updated?|posted|published)\b[^.\n]*$", re.I)
STAMP_BEHIND = re.compile(r"[^.\n]{0,4}\bupdate\b", re.I)
# In the order in which a point takes its slot from them.
COMPARATORS: tuple[Callable[[View, View, float], Iterator[Finding]], ...] = (
    quantities,
    times,
    leads,
    polarities,
    wordings,
    streets,
    apart,
    attributions,
)


def compare_claims(left: View, right: View, likelihood: float) -> Iterator[Finding]:
    """Yield how the values of two aligned claims differ; nothing where they don't.

    A slot that one comparator has told is left alone by those behind it. Equal words are never a
    difference: where "Tuesday" was counted from two days, one was mistaken.
    """
    found: set[Slot] = set()
    for comparator in COMPARATORS:
        told = [
            finding
            for finding in comparator(left, right, likelihood)
            if finding.slot not in found
            and _words(left, finding.left) != _words(right, finding.right)
            and not (_stamped(left, finding.left) or _stamped(right, finding.right))
        ]
        found.update(finding.slot for finding in told)
        yield from told


def _stamped(view: View, version: Version) -> bool:
    """Whether it is the hour at which the report itself was updated: "4:20 p.m. update"."""
    text, span = view.source.text, version.span
    return bool(STAMP_BEFORE.search(text, max(0, span.start - NEAR), span.start)) or bool(
        STAMP_BEHIND.match(text, span.end, span.end + NEAR)
    )


def _words(view: View, version: Version) -> tuple[str, ...]:
    return words(view.exact(version.span)).folds or (view.exact(version.span),)
