"""Unmatched: the amounts of one claim that another gives neither just so, nor in parts, nor one by one."""

import re
from collections.abc import Sequence

from rashomon.compare.align.views import View
from rashomon.compare.slots.ages import bearer
from rashomon.compare.slots.amounts import HUMAN, same_amount
from rashomon.model import Quantity

# Characters before a figure in which words that take it back are looked for.
EARLIER = 40
SUPERSEDED = re.compile(
    r"\b(?:earlier|previous(?:ly)?|initial(?:ly)?|preliminary|original(?:ly)?)\b[^.;]{0,24}$"
    r"|\b(?:up|down) from\s+$",
    re.I,
)
# Words behind which one person stands: "a woman", "another young man".
SINGLE = re.compile(r"\b(?:an?|another)\s+(?:[\w-]+\s+){0,2}$", re.I)
FIGURE = re.compile(r"\d[\d.,]*\d")  # of two digits at least


def unmatched(left: View, right: View) -> tuple[list[Quantity], list[Quantity]]:
    """Both sides without the quantities that the other side gives just so."""
    first, second = _sizes(left), _sizes(right)
    ones, others = _single(left), _single(right)
    mine = [q for q in first if not (any(same_amount(q, other) for other in second) or _bare(left, q, right))]
    theirs = [
        q for q in second if not (any(same_amount(q, other) for other in first) or _bare(right, q, left))
    ]
    whole = any(_summed(parts, ones, theirs) for parts in (mine, first))
    if whole or any(_summed(parts, others, mine) for parts in (theirs, second)):
        return [q for q in mine if not of_people(q)], [q for q in theirs if not of_people(q)]
    return [q for q in mine if not (others and _is_one(q))], [q for q in theirs if not (ones and _is_one(q))]


def _sizes(view: View) -> list[Quantity]:
    """The claim's quantities without lengths of time, which are compared as times, and superseded figures."""
    sizes = [q for q in view.quantities if not any(t.span.overlaps(q.span) for t in view.times)]
    return [q for q in sizes if not superseded(view, q)]


def superseded(view: View, quantity: Quantity) -> bool:
    """Whether the figure is told as one that no longer holds: "an earlier figure of 12"."""
    start = quantity.span.start
    return bool(SUPERSEDED.search(view.source.text[max(0, start - EARLIER) : start]))


def _bare(view: View, quantity: Quantity, other: View) -> bool:
    """Whether the other claim prints the count as a bare number: "24 people, with 121 still missing"."""
    number = FIGURE.search(view.exact(quantity.span)) if quantity.kind == "count" else None
    return number is not None and number[0] in _bare_numbers(other)


def _bare_numbers(view: View) -> set[str]:
    """The numbers of a claim with which it counts nothing by name, and takes nothing back."""
    text = view.source.text
    found = [m for span in view.claim.spans for m in FIGURE.finditer(text, span.start, span.end)]
    counted = {place for q in view.quantities for place in range(q.span.start, q.span.end)}
    bare = [m for m in found if m.start() not in counted]
    return {m[0] for m in bare if not SUPERSEDED.search(text[max(0, m.start() - EARLIER) : m.start()])}


def _summed(parts: Sequence[Quantity], ones: int, whole: Sequence[Quantity]) -> bool:
    """Whether one side gives in parts the people that the other gives as one number: "two men and a boy"."""
    parts, whole = [q for q in parts if of_people(q)], [q for q in whole if of_people(q)]
    known = len(whole) == 1 and len(parts) + ones > 1 and all(q.hedge == "exact" for q in parts)
    return known and sum(q.low or 0 for q in parts) + ones == whole[0].low


def of_people(quantity: Quantity) -> bool:
    """Whether it counts people."""
    return quantity.kind == "count" and quantity.unit in HUMAN


def _single(view: View) -> int:
    """How many people the claim tells of one by one: "a woman", "another man", "a 3-year-old"."""
    units = view.units
    text = view.source.text
    near = (text[max(0, u.span.start - EARLIER) : u.span.start] for u in units if u.key in HUMAN)
    by_age = sum(_by_age(view, quantity) for quantity in view.quantities)
    return sum(bool(SINGLE.search(before)) for before in near) + by_age


def _by_age(view: View, quantity: Quantity) -> bool:
    """Whether somebody is called by an age alone: "four adults and a 3-year-old"."""
    at = bearer(view.units, quantity) if quantity.kind == "age" else None
    return at is not None and quantity.span.covers(view.units[at].span) and "old" in view.exact(quantity.span)


def _is_one(quantity: Quantity) -> bool:
    return of_people(quantity) and quantity.low == quantity.high == 1
