"""Apart: values that stand in one place of two claims, by how the parts of each hang together."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rashomon.compare.align.views import View
from rashomon.compare.slots.ages import of_two_ages
from rashomon.compare.slots.amounts import HUMAN, alike, weigh
from rashomon.compare.slots.dated import of_two_things
from rashomon.compare.slots.finding import Difference, Finding, Version
from rashomon.compare.slots.firmness import SURE, firm, rivals, same_day
from rashomon.compare.slots.quantities import key, may_be_one, surely_of_one
from rashomon.compare.slots.times import RELATIVE, one_length, one_moment
from rashomon.compare.slots.unmatched import unmatched
from rashomon.model import Quantity, Time

if TYPE_CHECKING:
    from rashomon.compare.statements.units import Unit

# Share of the shorter claim's parts that the other needs: two claims of a story are seldom worded alike.
# This and the slots below were set on the development stories.
HELD = 0.4
# Places whose difference is told although one may lie in the other; where it is sure, and where not.
TOLD = {"hard": frozenset({"quantity", "duration", "date", "person", "place", "polarity", "other"})}
TOLD["soft"] = frozenset({"quantity", "duration", "date"})
TOLD["none"] = frozenset({"quantity"})


def apart(left: View, right: View, likelihood: float) -> Iterator[Finding]:
    """Yield the values that differ in one place of both claims; a contradiction only where all is sure."""
    if left.parts is None or right.parts is None or left.claim.article == right.claim.article:
        return
    from rashomon.compare.statements import differences
    from rashomon.compare.statements.matching import match

    matching = match(left.parts(), right.parts())
    if likelihood < SURE or rivals(left, right) or matching.cover() < HELD:
        return
    sure = firm(left, right, likelihood)
    for conflict in differences(matching):
        if conflict.slot not in TOLD[conflict.force] or (
            conflict.slot != "quantity" and of_two_ages(left, right)
        ):
            continue
        mine, theirs = matching.left.units[conflict.left], matching.right.units[conflict.right]
        if mine.time and theirs.time and _no_two_times(left, mine.time, right, theirs.time):
            continue
        relation: Difference = "contradict" if conflict.force == "hard" and sure else "differ"
        if mine.quantity and theirs.quantity:
            one = may_be_one(left, right, mine.quantity, theirs.quantity)
            told = weigh(mine.quantity, theirs.quantity) != "same"
            if not (one and told and alike(mine.quantity, theirs.quantity)):
                continue
            if not _left_over(left, mine.quantity, right, theirs.quantity):
                continue
            surely = surely_of_one(left, right, mine.quantity, theirs.quantity)
            relation = relation if surely else "differ"
        if relation == "contradict" and conflict.slot == "quantity" and not same_day(left, right):
            relation = "differ"
        one_size = mine.quantity is not None and conflict.force == "none"
        versions = _version(mine), _version(theirs)
        yield Finding(conflict.slot, relation, *versions, conflict.reason, one_size=one_size)


def _left_over(left: View, mine: Quantity, right: View, theirs: Quantity) -> bool:
    """Whether two counts of people are told by neither side otherwise, in parts or one by one."""
    if mine.unit not in HUMAN or theirs.unit not in HUMAN:
        return True
    first, second = unmatched(left, right)
    return mine in first and theirs in second


def _no_two_times(left: View, mine: Time, right: View, theirs: Time) -> bool:
    """Whether two times are no versions of one: of two things, or one moment or length told roughly."""
    if one_moment(left, mine, right, theirs) or one_length(left, mine, right, theirs):
        return True
    if "duration" in (mine.kind, theirs.kind):
        return False
    relative = any(RELATIVE.search(view.exact(time.span)) for view, time in ((left, mine), (right, theirs)))
    return relative or of_two_things(left, mine, right, theirs)


def _version(unit: "Unit") -> Version:
    """What a unit says; of an amount and of a time under the key that the other comparators give it."""
    if unit.quantity is not None:
        return Version(key(unit.quantity), unit.quantity.span)
    known = unit.time is not None and unit.time.value is not None
    return Version(str(unit.time.value) if known and unit.time else unit.key, unit.span)
