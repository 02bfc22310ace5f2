"""Time expressions: found in text, and each resolved by its form."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from rashomon.text.calendar import Anchor, Resolved, Tense
from rashomon.text.dates import days, months, periods
from rashomon.text.dates.patterns import PATTERNS

_MONTH_AFTER = re.compile(
    r"\b(?:in|since|of|until|till|by|from|to|through|during|before|after|for|between|mid)[\s-]$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Expression:
    """A time expression at `start..end` of a text."""

    start: int
    end: int
    form: str


Resolver = Callable[[re.Match[str], Anchor | None, Tense], Resolved]


def find_expressions(text: str) -> list[Expression]:
    """Return the time expressions of a text in order; of those that overlap, the fuller one."""
    found: list[Expression] = []
    taken: list[tuple[int, int]] = []
    for form, pattern in PATTERNS.items():
        for match in pattern.finditer(text):
            start, end = match.span()
            if form == "month" and not _is_month(text, start, match.group()):
                continue
            if all(end <= left or right <= start for left, right in taken):
                found.append(Expression(start, end, form))
                taken.append((start, end))
    return sorted(found, key=lambda each: each.start)


def resolve_at(
    text: str, start: int, end: int, anchor: Anchor | None, *, tense: Tense = None
) -> Resolved | None:
    """Resolve the time expression at `start..end` of a text, with what stands around it in view."""
    match = _match_at(text, start, end)
    return _RESOLVERS[match[0]](match[1], anchor, tense) if match else None


def _match_at(text: str, start: int, end: int) -> tuple[str, re.Match[str]] | None:
    for form, pattern in PATTERNS.items():
        match = pattern.match(text, start)
        if match and match.end() == end:
            return form, match
    return None


def _is_month(text: str, start: int, words: str) -> bool:
    """Whether a bare "May" or "March" is the month: a small word that dates take stands before it."""
    return words not in ("May", "March") or bool(_MONTH_AFTER.search(text, max(0, start - 12), start))


_RESOLVERS: dict[str, Resolver] = {
    "figures": days.numeric_date,
    "month first": days.full_date,
    "day first": days.full_date,
    "month and year": months.month_and_year,
    "clock": periods.clock,
    "clock of 24": periods.clock,
    "decade": months.decade,
    "century": months.century,
    "season": months.season,
    "set": periods.how_often,
    "ago": days.ago,
    "vague ago": periods.vague_period,
    "later": days.later,
    "named day": days.named_day,
    "weekday": days.bare_weekday,
    "last units": periods.period,
    "near unit": months.near_unit,
    "vague units": periods.vague_period,
    "period": periods.period,
    "month": months.bare_month,
    "year": months.year_alone,
}
