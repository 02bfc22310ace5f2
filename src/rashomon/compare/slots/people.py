"""People: whom a claim names, and whether two claims name none who could be the same."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rashomon.compare.align.views import View

SLIPS = 1  # letters that differ in two spellings of one name

if TYPE_CHECKING:
    from rashomon.compare.statements.units import Unit


def of_two_people(left: View, right: View) -> bool:
    """Whether both claims name people, and none who could be the same: what one has another hasn't."""
    mine, theirs = ({unit.key for unit in _named(view)} for view in (left, right))
    apart = bool(mine and theirs) and mine.isdisjoint(theirs)
    return apart and not _alike(_words(_named(left), left), _words(_named(right), right))


def of_two_doers(left: View, right: View) -> bool:
    """Whether two people did or suffered what both claims say with one verb."""
    if left.predicate != right.predicate or not (left.entities and right.entities):
        return False
    mine, theirs = (_words(_doers(view), view) for view in (left, right))
    return bool(mine and theirs) and not _alike(mine, theirs) and of_two_people(left, right)


def _doers(view: View) -> "list[Unit]":
    """The people named who do or suffer what the claim's own verb says."""
    units = view.units
    verbs = {at for at, unit in enumerate(units) if unit.head == view.claim.predicate}
    hung = (u for u in units for role, above in u.hooks if above in verbs and role in ("subject", "object"))
    return [unit for unit in hung if unit.name_kind == "person"]


def _words(units: "Sequence[Unit]", view: View) -> set[str]:
    """The words of the people's names."""
    return {word for unit in units for word in view.exact(unit.span).lower().split()}


def _alike(left: set[str], right: set[str]) -> bool:
    """Whether a word of one name is one of the other, cut short or misspelt as it may be."""
    from rapidfuzz.distance import OSA

    pairs = ((one, other) for one in sorted(left) for other in sorted(right))
    return any(a.startswith(b) or b.startswith(a) or OSA.distance(a, b) <= SLIPS for a, b in pairs)


def _named(view: View) -> "list[Unit]":
    """The parts of the claim that name people."""
    units = view.units
    return [unit for unit in units if unit.name_kind == "person"]
