"""People: whom a claim names, and whether two claims name none who could be the same."""

from typing import TYPE_CHECKING

from rashomon.compare.align.views import View

if TYPE_CHECKING:
    from rashomon.compare.statements.units import Unit


def of_two_people(left: View, right: View) -> bool:
    """Whether both claims name people, and none who could be the same: what one has another hasn't."""
    mine, theirs = ({unit.key for unit in _named(view)} for view in (left, right))
    apart = bool(mine and theirs) and mine.isdisjoint(theirs)
    return apart and _words(left).isdisjoint(_words(right))


def _words(view: View) -> set[str]:
    """The words of the people's names in the claim."""
    return {word for unit in _named(view) for word in view.exact(unit.span).lower().split()}


def _named(view: View) -> "list[Unit]":
    """The parts of the claim that name people."""
    units = view.parts().units if view.parts is not None else ()
    return [unit for unit in units if unit.name_kind == "person"]
