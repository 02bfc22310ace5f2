"""Measured: things that a story calls by their measure ("the 12-tonne crane"), measured otherwise elsewhere.

Such a name tells that both articles mean one thing, though the sentences say little else alike.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from rashomon.compare.align.views import View
from rashomon.compare.slots.amounts import weigh
from rashomon.compare.slots.finding import Finding
from rashomon.compare.slots.firmness import rivals, same_day
from rashomon.compare.slots.quantities import key, versions
from rashomon.model import Quantity

if TYPE_CHECKING:
    from rashomon.compare.statements.units import Statement, Unit

# How likely the claims must be one thing all the same. Set on the labelled stories and 240 incidents, where
# the measures of one thing stand at .23, and claims of unlike things at .05.
LIKELY = 0.15
NEAR = 40  # characters from the measure to the thing
STEPS = 3  # from the number over its unit to the thing


@dataclass(frozen=True, slots=True)
class _Called:
    """A thing as one claim calls it; `view` is the claim's place in the list."""

    view: int
    quantity: Quantity


def measured(
    views: Sequence[View], likelihood: Mapping[tuple[int, int], float]
) -> Iterator[tuple[tuple[int, int], Finding]]:
    """Yield the claims of two articles that call one thing by two measures, and what contradicts."""
    for called in _things(views).values():
        for first, second in combinations(sorted(called), 2):
            pairs = [(one, other) for one in called[first] for other in called[second]]
            one, other = max(pairs, key=lambda p: (likelihood.get(_pair(*p), 0.0), -p[0].view, -p[1].view))
            place = _pair(one, other)
            left, right = views[one.view], views[other.view]
            apart = weigh(one.quantity, other.quantity) == "conflict" and not rivals(left, right)
            if apart and likelihood.get(place, 0.0) >= LIKELY and same_day(left, right):
                yield place, _finding(left, one.quantity, right, other.quantity)


def _pair(one: _Called, other: _Called) -> tuple[int, int]:
    return min(one.view, other.view), max(one.view, other.view)


def _things(views: Sequence[View]) -> Mapping[tuple[str, str], Mapping[int, Sequence[_Called]]]:
    """What is called by a measure: noun and unit, and who so calls it in each article that is of one mind."""
    found: defaultdict[tuple[str, str], dict[int, list[_Called]]] = defaultdict(dict)
    for place, view in enumerate(views):
        for noun, quantity in _names(view):
            told = found[noun, quantity.unit or ""].setdefault(view.article, [])
            told.append(_Called(place, quantity))
    return {
        thing: {a: told for a, told in called.items() if len({key(each.quantity) for each in told}) == 1}
        for thing, called in sorted(found.items())
    }


def _names(view: View) -> Iterator[tuple[str, Quantity]]:
    """The nouns that the claim calls by a measure, as "19-ton" calls "truck"."""
    sizes = [q for q in view.quantities if q.kind == "measure" and "-" in view.exact(q.span)]
    if not sizes or view.parts is None:
        return
    statement = view.parts()
    for index, unit in enumerate(statement.units):
        if unit.quantity is not None and unit.quantity in sizes:
            noun = _noun(statement, index, unit.quantity.span.end)
            if noun is not None:
                yield noun.key, unit.quantity


def _noun(statement: "Statement", index: int, behind: int) -> "Unit | None":
    """The noun that a measure hangs on, over its own unit ("ton"), right behind it."""
    at: int | None = index
    for _ in range(STEPS):
        at = statement.units[at].governor if at is not None else None
        unit = statement.units[at] if at is not None else None
        if unit is not None and unit.span.start >= behind:
            return unit if unit.pos == "NOUN" and unit.span.start - behind <= NEAR else None
    return None


def _finding(left: View, mine: Quantity, right: View, theirs: Quantity) -> Finding:
    words = f"“{left.exact(mine.span)}” and “{right.exact(theirs.span)}” can't both be true of one thing"
    return Finding("quantity", "contradict", *versions(mine, theirs), words, sure=True)
