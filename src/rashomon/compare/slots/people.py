"""People: whom a claim names, and whether two claims name none who could be the same."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rashomon.compare.align.views import View
from rashomon.text.names import HONORIFICS, SUFFIXES, alike, tokens

Name = tuple[str, ...]

if TYPE_CHECKING:
    from rashomon.compare.statements.units import Unit


def of_two_people(left: View, right: View) -> bool:
    """Whether both claims name people, and none who could be the same: what one has another hasn't."""
    mine, theirs = ({unit.key for unit in _named(view)} for view in (left, right))
    apart = bool(mine and theirs) and mine.isdisjoint(theirs)
    return apart and not _alike(_names(_named(left), left), _names(_named(right), right))


def of_two_doers(left: View, right: View) -> bool:
    """Whether two people did or suffered what both claims say with one verb."""
    if left.predicate != right.predicate or not (left.entities and right.entities):
        return False
    mine, theirs = (_names(_doers(view), view) for view in (left, right))
    return bool(mine and theirs) and not _alike(mine, theirs) and of_two_people(left, right)


def _doers(view: View) -> "list[Unit]":
    """The people named who do or suffer what the claim's own verb says."""
    units = view.units
    verbs = {at for at, unit in enumerate(units) if unit.head == view.claim.predicate}
    hung = (u for u in units for role, above in u.hooks if above in verbs and role in ("subject", "object"))
    return [unit for unit in hung if unit.name_kind == "person"]


def _names(units: "Sequence[Unit]", view: View) -> list[Name]:
    """The people's names in words, without what goes before and after names."""
    words = (tokens(view.exact(unit.span)) for unit in units)
    bare = (tuple(word for word in each if word not in HONORIFICS | SUFFIXES) for each in words)
    return sorted({name for name in bare if name})


def _alike(left: Sequence[Name], right: Sequence[Name]) -> bool:
    """Whether a name of the one may be a name of the other, cut short or misspelt."""
    return any(_may_be_one(one, other) for one in left for other in right)


def _may_be_one(left: Name, right: Name) -> bool:
    """Whether the names have a word in common; of two in full, not the family's alone."""
    family = len(left) > 1 and len(right) > 1
    pairs = ((one, other) for one in left for other in right)
    return any(_one_word(*pair) for pair in pairs if not (family and pair == (left[-1], right[-1])))


def _one_word(left: str, right: str) -> bool:
    return left.startswith(right) or right.startswith(left) or alike(left, right) > 0


def _named(view: View) -> "list[Unit]":
    """The parts of the claim that name people."""
    units = view.units
    return [unit for unit in units if unit.name_kind == "person"]
