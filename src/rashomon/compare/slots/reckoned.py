"""Reckoned: from where a distance is measured, who gives an amount, and what is only held against it."""

import re
from typing import TYPE_CHECKING

from rashomon.compare.align.views import View
from rashomon.compare.slots.senses import LENGTHS, of_two_senses
from rashomon.model import Quantity
from rashomon.text.lexicon import closed_class

if TYPE_CHECKING:
    from rashomon.compare.statements.units import Statement, Unit

# What an amount is held against: no other version of what it is.
MARKS = closed_class(
    "estimate forecast expectation prediction projection target goal peak high low average median record "
    "threshold minimum maximum limit cap"
)
# Right before an amount: it is what another is held against, or what would be enough.
_AGAINST = re.compile(
    r"\b(?:than|from|versus|vs\.?|against|compared (?:with|to))\s+(?:(?:the|an?|its|his|her|their)\s+)?$"
    r"|\b(?:need|require)\w*\s+(?:\w+\s+){0,3}$",
    re.I,
)
BESIDE = 40  # characters before an amount in which such words stand
STEPS = 4  # from an amount up to the verb that it hangs on
# Behind a distance: from where it is measured, up to the next mark.
_FROM = re.compile(
    r"\)?\s*(?:(?:north|south|east|west|away|up|down)[\w-]*\s+)*(?:of|from|off|outside)\s+([^.,;()]+)"
)
_WORD = re.compile(r"[^\W\d_]{4,}")


def reckoned_apart(left: View, mine: Quantity, right: View, theirs: Quantity) -> bool:
    """Whether two distances are measured from two places, or two amounts are given by two named ones.

    Or one of the amounts is only what the other is held against: an estimate, a peak.
    """
    if _mark(left, mine) != _mark(right, theirs) or of_two_senses(left, mine, right, theirs):
        return True
    if mine.unit in LENGTHS and theirs.unit in LENGTHS:
        first, second = _start(left, mine), _start(right, theirs)
        return bool(first and second) and first.isdisjoint(second)
    one, other = _giver(left, mine), _giver(right, theirs)
    if one is None or other is None or one.key == other.key:
        return False
    names = (left.exact(one.span).lower(), right.exact(other.span).lower())
    return set(names[0].split()).isdisjoint(names[1].split()) and not _initials(*names)


def _mark(view: View, quantity: Quantity) -> str | None:
    """The mark that an amount hangs on: "the estimate of 5.9%", "its 14.8% peak"; "against" without one."""
    units, start = view.units, quantity.span.start
    if quantity.unit not in LENGTHS and _AGAINST.search(
        view.source.text[max(view.around.start, start - BESIDE) : start]
    ):
        return "against"
    above = next((unit.governor for unit in units if unit.quantity == quantity), None)
    return units[above].key if above is not None and units[above].key in MARKS else None


def _start(view: View, quantity: Quantity) -> set[str]:
    """The words for the place from which a distance is measured; none where it is not told right behind."""
    found = _FROM.match(view.source.text, quantity.span.end)
    return {word.lower()[:6] for word in _WORD.findall(found[1])} if found else set()


def _giver(view: View, quantity: Quantity) -> "Unit | None":
    """The one name that is the subject of the verb that an amount hangs on."""
    statement = view.parts() if view.parts is not None else None
    units = statement.units if statement is not None else ()
    at = next((i for i, unit in enumerate(units) if unit.quantity == quantity), None)
    for _ in range(STEPS):
        if statement is None or at is None:
            return None
        if units[at].pos == "VERB":
            return _subject(statement, at)
        if units[at].role == "subject":
            return None
        at = units[at].governor
    return None


def _subject(statement: "Statement", verb: int) -> "Unit | None":
    below = (
        statement.units[c] for c in statement.children.get(verb, ()) if statement.role(c, verb) == "subject"
    )
    names = [unit for unit in below if unit.kind == "name" and unit.name_kind in ("organisation", "group")]
    return names[0] if len(names) == 1 else None


def _initials(left: str, right: str) -> bool:
    """Whether one name is the first letters of the other: "PAHO"."""
    short, long = sorted((left, right), key=len)
    return short.replace(".", "") == "".join(
        word[0] for word in long.split() if word not in ("of", "the", "and")
    )
