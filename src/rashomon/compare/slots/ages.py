"""Ages: whose they are, by the name that stands right at the number."""

import re
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from rashomon.compare.align.views import View
from rashomon.model import Quantity
from rashomon.text.persons import KIN

if TYPE_CHECKING:
    from rashomon.compare.statements.units import Unit

MONTH = 30  # days between two reports from which a birthday between them is likelier than a slip
YEAR = 365
SLIP = 1  # years that reports of one person's age differ by most often
_OF_NOUN = frozenset({"amod", "nummod", "npadvmod", "compound", "nmod", "appos"})
# From a name to the age behind it: "Mara Quill, 42", "Mara Quill (aged 42)", "Mara Quill is 42".
_BEHIND = re.compile(r"(?:,|,? \(|,? who (?:is|was)| (?:is|was))\s*(?:aged?\s+)?")
# From an age to the name behind it: "42-year-old Mara Quill", "a 42-year-old teacher named Mara Quill".
_BEFORE = re.compile(r",?\s+(?:(?!(?:of|from|in|at|near|and)\b)[A-Za-z]+\s+){0,3}")


def owner(view: View, age: Quantity) -> "Unit | None":
    """Return the part of the claim that names whose age it is; None where nobody is named at it."""
    text, people = view.source.text, [unit for unit in view.units if unit.name_kind == "person"]
    if "old" in view.exact(age.span):  # of the next, where names stand on both sides of "42-year-old"
        for unit in people:
            start, end = age.span.end, unit.span.start
            if start <= end and _BEFORE.fullmatch(text[start:end]):
                return unit
    for unit in people:
        if unit.span.end <= age.span.start and _BEHIND.fullmatch(text[unit.span.end : age.span.start]):
            return unit
    return None


def bearer(units: "Sequence[Unit]", age: Quantity) -> int | None:
    """Return the place of the unit that an age is told of ("girl" of "2-year-old girl"), else its own."""
    at = next((place for place, unit in enumerate(units) if unit.quantity == age), None)
    for _ in units:
        above = units[at].governor if at is not None else None
        if above is None or not age.span.covers(units[at or 0].span):
            break
        if not age.span.covers(units[above].span) and units[at or 0].role not in _OF_NOUN:
            break  # "the 2-year-old was hurt", "four adults and a 2-year-old"
        at = above
    return at


def of_two_kin(left: View, mine: Quantity, right: View, theirs: Quantity) -> bool:
    """Whether one age is that of somebody's relative, and the other of somebody who is not so called."""
    first, second = _bearer(left, mine), _bearer(right, theirs)
    if first is None or second is None or "name" in (first.kind, second.kind):
        return False
    return first.key != second.key and not KIN.isdisjoint({first.key, second.key})


def _bearer(view: View, age: Quantity) -> "Unit | None":
    at = bearer(view.units, age)
    return None if at is None else view.units[at]


def had_birthdays(left: View, mine: Quantity, right: View, theirs: Quantity) -> bool:
    """Whether one is no older than who was the other at an earlier report: a birthday lies between."""
    first, second = left.source.published, right.source.published
    if first is None or second is None or min(len(first), len(second)) < len("2000-01-01"):
        return False
    days = (date.fromisoformat(second[:10]) - date.fromisoformat(first[:10])).days
    years = ((theirs.low or 0) - (mine.low or 0)) * (1 if days > 0 else -1)
    return abs(days) >= MONTH and 0 <= years <= abs(days) // YEAR + 1


def of_two_ages(left: View, right: View) -> bool:
    """Whether both claims say how old people are, and none of one is nearly as old as one of the other."""
    mine, theirs = ([q.low for q in view.quantities if q.kind == "age" and q.low] for view in (left, right))
    return bool(mine and theirs) and all(abs(one - other) > SLIP for one in mine for other in theirs)


def of_one(left: View, mine: Quantity, right: View, theirs: Quantity) -> bool | None:
    """Whether two ages are of one person; None where one of them is not told of anybody by name."""
    first, second = owner(left, mine), owner(right, theirs)
    if first is None or second is None:
        return None
    return first.key == second.key or _one_name(left.exact(first.span), right.exact(second.span))


def _one_name(left: str, right: str) -> bool:
    """Whether two names of people end alike and begin alike, as far as both are told."""
    mine, theirs = left.lower().split(), right.lower().split()
    first = mine[0].startswith(theirs[0]) or theirs[0].startswith(mine[0])
    return mine[-1] == theirs[-1] and (first or 1 in (len(mine), len(theirs)))
