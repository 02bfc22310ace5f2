"""Amounts: whether two numbers agree, hedges and rounding understood."""

from typing import Literal

from rashomon.model import Quantity
from rashomon.text.calendar import UNIT_CODES
from rashomon.text.lengths import same_length
from rashomon.text.lexicon import closed_class
from rashomon.text.persons import KIN

Verdict = Literal["same", "compatible", "differ", "conflict"]

# Words for anybody at all: what they count may be counted under a more exact name elsewhere.
ANYBODY = closed_class("people person individual other man woman human life victim casualty soul")
# Names of people by what they are or do: a count of these is a count of people.
HUMAN = ANYBODY | closed_class(
    "adult aide athlete attacker baby boy candidate child citizen civilian client consumer customer "
    "dead defendant delegate demonstrator detainee diplomat doctor driver employee expert extremist "
    "family fan farmer fighter firefighter foreigner girl guard guest gunman hostage immigrant inmate "
    "insurgent jihadist journalist kid lawmaker lawyer leader marine member migrant militant minister "
    "musician national nurse officer official passenger patient personnel pilgrim player police "
    "policeman prisoner protester rebel recruit refugee reporter rescuer resident respondent sailor "
    "scientist senator servant shooter soldier staff student supporter survivor suspect teacher "
    "teenager terrorist tourist troop trooper user visitor volunteer voter witness worker "
    "brother cousin daughter grandchild nephew niece parent sibling sister son stepchild stepdaughter "
    "stepson teen toddler infant youth youngster relative "
    "airman bystander churchgoer colleague commuter crewman crewmember cyclist deputy fisherman footballer "
    "friend hiker miner monk motorist neighbor neighbour nun onlooker paramedic parishioner peacekeeper "
    "pedestrian pilot priest rider runner seaman serviceman shopper swimmer villager worshiper worshipper"
)
# Names of some among people, the young and the kin: how many of these is no other version of how many people.
SOME = KIN | closed_class("baby boy child girl infant kid member teenager toddler youngster teen youth")
# Who did it: no other version of how many people suffered it.
OFFENDERS = closed_class("assailant attacker gunman killer robber shooter suspect terrorist")
FIRM = frozenset({"at_least", "more_than", "at_most", "less_than"})
# Rounding: numbers this close are one number, told more or less exactly.
ROUNDING = 0.05
# Numbers further apart than this many times count two things: outlets seldom differ by more.
FARTHEST = 10
# The same for money and shares. Set by reading 140 amounts told otherwise in 388 development stories: seven
# were further apart, all of them of two things, or of one at two hours.
FARTHEST_PAID = 3
YEARS = 3  # ages further apart are of two people
# Numbers that are this many times apart are no roundings of one another, whatever the hedge.
FAR = 3
# Digits of a figure that two outlets don't both give by chance.
MANY = 5
# "Several", "a few" and "a handful" reach no further than to here, and are no version of a number.
SMALL = 10
# An "about" reaches this far around its number.
ABOUT = 0.15


def same_amount(left: Quantity, right: Quantity) -> bool:
    """Whether both give the same number of the same thing, or one length of time in two units."""
    return (comparable(left, right) and bounds(left) == bounds(right)) or same_length(
        _length(left), _length(right)
    )


def _length(quantity: Quantity) -> str | None:
    """An exact duration as ISO 8601 has it."""
    code = UNIT_CODES.get(quantity.unit or "") if quantity.kind == "duration" else None
    exact = quantity.low is not None and quantity.low == quantity.high
    return "P" + code.format(f"{quantity.low:g}") if code and exact else None


def comparable(left: Quantity, right: Quantity) -> bool:
    """Whether the two count or measure one kind of thing."""
    if left.kind != right.kind:
        return False
    if left.unit == right.unit:
        return True
    units = {left.unit, right.unit}
    if len(units & SOME) == 1:
        return False
    return left.kind == "count" and bool(units & ANYBODY) and units <= HUMAN


def alike(left: Quantity, right: Quantity) -> bool:
    """Whether the two can be versions of one number: of one kind, and of one order of size."""
    mine = [value for value in (left.low, left.high) if value]
    theirs = [value for value in (right.low, right.high) if value]
    if not comparable(left, right) or not (mine and theirs):
        return comparable(left, right)
    if left.kind == "age":
        if (left.low == left.high) != (right.low == right.high):
            return False  # "aged 11 to 30" is told of all, an age of one
        return min(mine) <= max(theirs) + YEARS and min(theirs) <= max(mine) + YEARS
    loose = "magnitude" in (left.hedge, right.hedge)
    most = FARTHEST_PAID if left.kind in ("money", "percent") and not loose else FARTHEST
    return min(mine) <= most * max(theirs) and min(theirs) <= most * max(mine)


def bounds(quantity: Quantity) -> tuple[float, float]:
    """The least and the most that the words allow."""
    low = quantity.low if quantity.low is not None else float("-inf")
    high = quantity.high if quantity.high is not None else float("inf")
    return low, high


def weigh(left: Quantity, right: Quantity) -> Verdict:
    """How two comparable quantities relate.

    `same`: a reader learns nothing from the second; two that say "about" need not be equal for it.
    `compatible`: both can be true and name about one number. `differ`: both can be true, or one is
    loose, but a reader learns another size. `conflict`: both are exact and can't be true of one thing.
    """
    if bounds(left) == bounds(right) or _few(left, right) or _few(right, left):
        return "same"
    if left.hedge == right.hedge == "magnitude" and _overlap(bounds(left), bounds(right)):
        return "same"  # "scores" and "dozens", "several hundred" and "hundreds"
    if _overlap(_reach(left), _reach(right)) and _close(left, right):
        return "same" if left.hedge == right.hedge == "about" else "compatible"
    if _overlap(_reach(left), _reach(right)):
        return "differ"
    firm = _firm(left) and _firm(right) and not _close(left, right)
    return "conflict" if firm or _far(left, right) else "differ"


def _few(vague: Quantity, other: Quantity) -> bool:
    """Whether one says that there were several, and the other gives no number far beyond that."""
    small = vague.hedge == "magnitude" and (vague.high or SMALL) < SMALL
    return small and (other.low or 0) <= FAR * (vague.high or 0)


def named_loosely(left: Quantity, right: Quantity) -> bool:
    """Whether one names no number, and the other a number of its size: "thousands", "8,000"."""
    loose = (left.hedge == "magnitude") != (right.hedge == "magnitude")
    return loose and _overlap(bounds(left), bounds(right))


def misprinted(left: Quantity, right: Quantity) -> bool:
    """Whether two exact figures of many digits differ in one digit: one of them was copied wrong."""
    if left.kind != right.kind or not (_exact(left) and _exact(right)):
        return False
    mine, theirs = f"{left.low:.12g}", f"{right.low:.12g}"
    odd = sum(a != b for a, b in zip(mine, theirs, strict=False))
    return (
        len(mine) == len(theirs) and odd == 1 and min(map(_digits, (left.low or 0, right.low or 0))) >= MANY
    )


def _far(left: Quantity, right: Quantity) -> bool:
    """Whether no "about" can reach from one number to the other."""
    named = "magnitude" not in (left.hedge, right.hedge)
    (low, high), (least, most) = _reach(left), _reach(right)
    return named and (low > FAR * most > 0 or least > FAR * high > 0)


def _firm(quantity: Quantity) -> bool:
    """Whether the words set a bound that can't be passed: a number, "at least", "up to"."""
    return _exact(quantity) or quantity.hedge in FIRM


def _exact(quantity: Quantity) -> bool:
    return quantity.low is not None and quantity.low == quantity.high and quantity.hedge == "exact"


def _reach(quantity: Quantity) -> tuple[float, float]:
    low, high = bounds(quantity)
    if quantity.hedge == "about":
        return low * (1 - ABOUT), high * (1 + ABOUT)
    return low, high


def _overlap(left: tuple[float, float], right: tuple[float, float]) -> bool:
    return left[0] <= right[1] and right[0] <= left[1]


def _close(left: Quantity, right: Quantity) -> bool:
    """Whether the two numbers named are one up to rounding: "thousands" names none."""
    if "magnitude" in (left.hedge, right.hedge):
        return False
    loose = "about" in (left.hedge, right.hedge)
    mine = {value for value in (left.low, left.high) if value is not None}
    theirs = {value for value in (right.low, right.high) if value is not None}
    return any(_rounded(a, b, loose=loose) for a in mine for b in theirs)


def _rounded(one: float, other: float, *, loose: bool) -> bool:
    """Whether the numbers are near, and the one with fewer digits is the other rounded or cut, if not loose.

    $5,687 and $5,587 are near, but nobody rounds so; $43.9 million is "$43 million" to some.
    """
    if abs(one - other) > ROUNDING * max(abs(one), abs(other)):
        return False
    coarse, fine = sorted((one, other), key=_digits)
    rounded = _unit(coarse) > _unit(fine) and -_unit(coarse) / 2 <= fine - coarse < _unit(coarse)
    return loose or one == other or rounded


def _digits(value: float) -> int:
    """How many digits the number has before zeros fill it up: 70,000 has one, 5,687.75 six."""
    return len(f"{value:.15g}".split("e")[0].replace(".", "").replace("-", "").strip("0")) or 1


def _unit(value: float) -> float:
    """The size of its last digit that is not zero: 10,000 for 70,000, .01 for 5,687.75."""
    text = f"{abs(value):.10f}".rstrip("0")
    if not text.endswith("."):
        return float(10.0 ** -len(text.split(".")[1]))
    whole = text[:-1]
    return float(10 ** (len(whole) - len(whole.rstrip("0")))) if whole.strip("0") else 1.0
