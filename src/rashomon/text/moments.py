"""The time expressions of one sentence, resolved together: a clock time takes its day from its neighbour."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from rashomon.text.calendar import MONTHS, Anchor, Resolved, Tense
from rashomon.text.dates import resolve_at, shift_expression

_TOGETHER = re.compile(
    r"\s*,?\s*(?:local\s+time|GMT|UTC)?\s*,?\s*(?:on|of|at|by)?\s*"
    r"(?:about|around|approximately|(?:shortly|just)?\s*(?:before|after))?\s*",
    re.IGNORECASE,
)

_SIDE = re.compile(r"(?:before|after)$", re.IGNORECASE)
_MORE = re.compile(r"\s+[^\W_]")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d(?!\d)")
_MONTH = re.compile(rf"(?:\d+\w*\s+)?(?:{'|'.join(month[:3] for month in MONTHS)})")


def resolve_moments(
    text: str,
    places: Sequence[tuple[int, int]],
    anchor: Anchor | None,
    tense_of: Callable[[int], Tense],
) -> list[Resolved | None]:
    """Resolve the expressions at `places` of a sentence's text, in order.

    `tense_of` says of an offset whether the clause around it looks ahead or back. "A week later"
    counts from the day told before it in the sentence, "a week after the vote" from the vote.
    """
    found: list[Resolved | None] = []
    told: Resolved | None = None
    for start, end in places:
        words = text[start:end]
        resolved = resolve_at(text, start, end, anchor, tense=tense_of(start))
        if resolved and _other_year_told(text, places, start, resolved):
            resolved = replace(resolved, value=None, end=None, basis="none")
        if resolved and resolved.value is None and told and told.value and not _from_else(text, start, end):
            shifted = shift_expression(words, date.fromisoformat(told.value))
            resolved = replace(shifted, basis=told.basis) if shifted else resolved
        if resolved and resolved.kind == "date" and resolved.precision == "day" and resolved.value:
            told = resolved
        found.append(resolved)
    return _with_days(text, places, found)


def _from_else(text: str, start: int, end: int) -> bool:
    """Whether it counts from what the next words tell: "two days after the vote", unlike "two days after"."""
    return bool(_SIDE.search(text[start:end]) and _MORE.match(text, end))


def _other_year_told(
    text: str, places: Sequence[tuple[int, int]], start: int, resolved: Resolved | None
) -> bool:
    """Whether the sentence told another year before a month that has none: it may mean either."""
    if resolved is None or resolved.basis != "relative" or not resolved.value:
        return False
    if not _MONTH.match(text, start):
        return False
    before = (right for _, right in places if right <= start)
    years = [text[right - 4 : right] for right in before if _YEAR.match(text, right - 4)]
    return bool(years) and years[-1] != resolved.value[:4]


def _with_days(
    text: str, places: Sequence[tuple[int, int]], found: Sequence[Resolved | None]
) -> list[Resolved | None]:
    """Give each clock time the day that stands right beside it."""
    joined = list(found)
    for index, resolved in enumerate(found):
        if resolved is None or resolved.kind != "time" or not resolved.value:
            continue
        for other in (index + 1, index - 1):
            day = found[other] if 0 <= other < len(found) else None
            if day is None or day.kind != "date" or day.precision != "day" or not day.value:
                continue
            left, right = sorted((index, other))
            if _TOGETHER.fullmatch(text[places[left][1] : places[right][0]]):
                joined[index] = replace(resolved, value=day.value + resolved.value, basis=day.basis)
                break
    return joined
