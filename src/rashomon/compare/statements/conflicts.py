"""Conflicts: what two statements say otherwise in one place, type by type."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from rashomon.compare.slots.ages import bearer
from rashomon.compare.slots.amounts import comparable, weigh
from rashomon.compare.slots.streets import is_street
from rashomon.compare.slots.times import weigh as weigh_times
from rashomon.compare.statements.matching import Matching
from rashomon.compare.statements.places import lie, reach, two_countries
from rashomon.compare.statements.units import DAYS, Statement, Unit
from rashomon.model.points import Slot
from rashomon.text.calendar import MONTHS
from rashomon.text.opposites import opposite, other_kind
from rashomon.text.persons import PERSON_NOUNS
from rashomon.text.reporting import REPORTING

NAMED_MONTHS = frozenset(month.lower() for month in MONTHS)
SLIP = 6  # letters of a name in which one that differs is a slip of the pen
_LIVES = frozenset({"live", "reside"})
_INITIAL = re.compile(r"\s[A-Z]\.\s+\w+$")
MODIFYING = frozenset({"compound", "amod", "nmod", "npadvmod", "nummod"})
DESCRIBING = frozenset({"amod", "acl", "relcl"})
CAUSES = frozenset({"because", "due", "over", "since"})

Force = Literal["none", "soft", "hard"]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two units (indices into left and right) that stand in one place of both statements.

    `hard`: both can't be true as written. `soft`: another value, both can be true. `none`: told more
    or less exactly, no difference. `also` are other units that the conflict moves from their places.
    `sole` where the conflict itself shows that both tell of one thing, whatever else they say.
    """

    slot: Slot
    force: Force
    left: int
    right: int
    reason: str
    also: tuple[tuple[int, int], ...] = ()
    sole: bool = False


def conflicts(matching: Matching) -> Iterator[Conflict]:
    """Yield each pair of units in one place whose values differ."""
    for i, j in matching.loose():
        mine, theirs = matching.left.units[i], matching.right.units[j]
        one = matching.one_place(i, j) and not (_of_two_things(matching, i, j) or _of_two(matching, i, j))
        found = _TYPES[mine.kind](matching, i, j) if one else None
        if found is not None:
            slot, force, reason = found
            if force == "hard" and (_denied(matching.left, i) or _denied(matching.right, j)):
                force = "soft"
            words = f"“{matching.left.exact(mine)}” and “{matching.right.exact(theirs)}”"
            yield Conflict(slot, force, i, j, f"{words} {reason}")


def _of_two_things(matching: Matching, i: int, j: int) -> bool:
    """Whether both only say which thing is meant, and the other statement has that thing elsewhere.

    "The Lund-based Alder Line" and "the Alder Line's bid for the Port Alder-based company".
    """
    mine, theirs = _described(matching.left, i), _described(matching.right, j)
    if mine is None or theirs is None or matching.to_right.get(mine) == theirs:
        return False
    return mine in matching.to_right or theirs in matching.to_left


def _of_two(matching: Matching, i: int, j: int) -> bool:
    """Whether two ages are of two: "year-old" of the one means "year-old" of the other, whoever is so old."""
    mine, theirs = matching.left.units[i].quantity, matching.right.units[j].quantity
    if mine is None or theirs is None or not mine.kind == theirs.kind == "age":
        return False
    one, other = bearer(matching.left.units, mine), bearer(matching.right.units, theirs)
    if one is None or other is None or matching.to_right.get(one) == other:
        return False
    return not matching.one_place(one, other)


def _described(statement: Statement, index: int) -> int | None:
    """What the word describes that a unit hangs on: the company of "the company based in Lund"."""
    above = statement.units[index].governor
    if above is None or statement.units[above].role not in DESCRIBING:
        return None
    return statement.units[above].governor


def _denied(statement: Statement, index: int | None) -> bool:
    """Whether the unit, or what it hangs on, is denied: who did not come on Monday may have on Tuesday."""
    for _ in range(len(statement.units)):
        if index is None:
            return False
        if statement.units[index].negated:
            return True
        index = statement.units[index].governor
    return False


Found = tuple[Slot, Force, str] | None


def _numbers(matching: Matching, i: int, j: int) -> Found:
    mine, theirs = matching.left.units[i].quantity, matching.right.units[j].quantity
    if mine is None or theirs is None or not (comparable(mine, theirs) or _one_noun(matching, i, j)):
        return None
    slot: Slot = "duration" if mine.kind == "duration" else "quantity"
    if mine.kind != theirs.kind:
        return None
    verdict = weigh(mine, theirs)
    if verdict == "conflict" and _one_measure(matching, i, j):
        return slot, "hard", "can't both be true of one thing"
    if verdict in ("same", "compatible"):
        return slot, "none", "give one size more or less exactly"
    return slot, "soft", "give another size"


def _one_noun(matching: Matching, i: int, j: int) -> bool:
    """Whether both numbers count nouns that mean the same."""
    above = matching.left.units[i].governor
    return above is not None and matching.to_right.get(above) == matching.right.units[j].governor


def _one_measure(matching: Matching, i: int, j: int) -> bool:
    """Whether what is counted is told apart alike: "three small boats" may be some of "four boats"."""
    above, other = matching.left.units[i].governor, matching.right.units[j].governor
    mine = {c for c in _marks(matching.left, above) if c not in matching.to_right}
    return not mine and all(c in matching.to_left for c in _marks(matching.right, other))


def _marks(statement: Statement, noun: int | None) -> list[int]:
    below = statement.children.get(noun, ()) if noun is not None else ()
    return [c for c in below if statement.units[c].role in ("amod", "compound")]


def _ordinals(matching: Matching, i: int, j: int) -> Found:
    if not (_of_one_row(matching, i, j) and _of_one_deed(matching, i, j)) or _counting_two(matching):
        return None
    return ("other", "hard", "name another place in one row")


def _counting_two(matching: Matching) -> bool:
    """Whether each side gives an amount that the other doesn't: "65,000 left the first question blank"."""
    mine = {i for i, unit in enumerate(matching.left.units) if unit.quantity is not None}
    theirs = {j for j, unit in enumerate(matching.right.units) if unit.quantity is not None}
    alike = {(i, j) for i, j in matching.to_right.items() if i in mine and j in theirs}
    return len(mine) > len(alike) and len(theirs) > len(alike)


def _of_one_deed(matching: Matching, i: int, j: int) -> bool:
    """Whether two units hang, near or far, on one verb, where both hang on any: "charged", "convicted"."""
    mine, theirs = _verbs(matching.left, i), _verbs(matching.right, j)
    return not mine or not theirs or any(matching.to_right.get(verb) in theirs for verb in mine)


def _verbs(statement: Statement, index: int) -> set[int]:
    found: set[int] = set()
    above = statement.units[index].governor
    for _ in statement.units:
        if above is None:
            break
        found |= {above} if statement.units[above].pos == "VERB" else set()
        above = statement.units[above].governor
    return found


def _of_one_row(matching: Matching, i: int, j: int) -> bool:
    """Whether what both count off is one thing, as far as words that only describe the next go.

    By the words that follow, as parsers differ in what "for the first time" hangs on: "first-degree murder"
    and "second-degree assault" are of two rows.
    """
    left, right = matching.left.units, matching.right.units
    for mine, theirs in zip(range(i + 1, len(left)), range(j + 1, len(right)), strict=False):
        if matching.to_right.get(mine) != theirs:
            return False
        if not {left[mine].role, right[theirs].role} <= MODIFYING:
            return True
    return True


def _times(matching: Matching, i: int, j: int) -> Found:
    mine, theirs = matching.left.units[i], matching.right.units[j]
    if mine.time is None or theirs.time is None or mine.time.kind != theirs.time.kind:
        return None
    slot: Slot = "duration" if mine.time.kind == "duration" else "date"
    said, heard = matching.left.exact(mine).lower(), matching.right.exact(theirs).lower()
    days = mine.weekday and theirs.weekday and mine.time.value == theirs.time.value
    if days or any(_other_name(said, heard, names) for names in (DAYS, NAMED_MONTHS)):
        return slot, "hard", "name other times"
    if mine.time.value is None or theirs.time.value is None:
        return None
    verdict = weigh_times(mine.time, theirs.time)
    exact = {mine.time.basis, theirs.time.basis} == {
        "explicit"
    } and mine.time.precision == theirs.time.precision
    if verdict == "conflict" or (verdict == "differ" and exact and not (mine.time.end or theirs.time.end)):
        return slot, "hard", "can't both be true of one thing"
    if verdict == "differ":
        return slot, "soft", "name other times"
    return slot, "none", "name one time more or less exactly"


def _other_name(said: str, heard: str, names: frozenset[str]) -> bool:
    """Whether both are the same words but for the name of a day or a month."""
    mine, theirs = said.split(), heard.split()
    rest = [word for word in mine if word not in names] == [word for word in theirs if word not in names]
    found, other = names.intersection(mine), names.intersection(theirs)
    return rest and bool(found and other) and found.isdisjoint(other)


def _names(matching: Matching, i: int, j: int) -> Found:
    mine, theirs = matching.left.units[i], matching.right.units[j]
    one, other = matching.left.exact(mine), matching.right.exact(theirs)
    if not two_countries(one, other) and _one_in_other(one.lower(), other.lower()):
        return None
    if is_street(one) != is_street(other):
        return None  # a building stands in a street
    if _INITIAL.search(one) or _INITIAL.search(other):
        return None  # "the agent in charge Mara T. Quill": a person, whatever the tagger says
    relation = lie(one, other)
    known = relation != "unknown" or mine.name_kind == theirs.name_kind == "place"
    if known and _placed(mine) and _placed(theirs):
        if _home(matching.left, i) != _home(matching.right, j):
            return None
        if relation in ("same", "inside"):
            return "place", "none", "are one place, told more or less exactly"
        if relation == "unknown" and reach(one) != reach(other):
            return None  # the one may lie in the other
        # of two names that the tables don't place, the one may lie in the other, unless both are streets
        known = relation == "elsewhere" or (is_street(one) and matching.framed_alike(i, j))
        return "place", "hard" if known else "soft", "are two places"
    alike = None in (mine.name_kind, theirs.name_kind) or mine.name_kind == theirs.name_kind
    return (_who(matching, i), "soft", "are two names") if alike else None


def _one_in_other(left: str, right: str) -> bool:
    """Whether one name is the other cut short, abbreviated ("S. Harbour Blvd.") or misspelt by one slip."""
    from rapidfuzz.distance import OSA

    first, second = (name.replace(".", "").replace("’", "'").split() for name in (left, right))
    mine, theirs = set(first), set(second)
    if len(first) == len(second) and all(map(_abbreviates, first, second)):
        return True
    slip = min(len(left), len(right)) >= SLIP and OSA.distance(left, right, score_cutoff=1) <= 1
    return slip or mine <= theirs or theirs <= mine


def _abbreviates(left: str, right: str) -> bool:
    """Whether two words are one, one of them cut to its beginning or to some letters with first and last."""
    short, long = sorted((left, right), key=len)
    letters = iter(long)
    some = (long[0], long[-1]) == (short[0], short[-1]) and all(letter in letters for letter in short)
    return long.startswith(short) or some


def _home(statement: Statement, index: int) -> bool:
    """Whether it is where somebody lives: "Ilse Brandt, of Quay Street", "who lives in Quay Street"."""
    unit = statement.units[index]
    for _ in range(len(statement.units)):
        if unit.governor is None:
            return False
        role, unit = unit.role, statement.units[unit.governor]
        if unit.name_kind == "person" or unit.key in PERSON_NOUNS:
            return role in ("of", "from")
        if unit.pos == "VERB":
            return unit.key in _LIVES
    return False


def _placed(unit: Unit) -> bool:
    return unit.name_kind in ("place", "other")


def _words(matching: Matching, i: int, j: int) -> Found:
    mine, theirs = matching.left.units[i], matching.right.units[j]
    verbs = mine.pos == theirs.pos == "VERB"
    if verbs and not (_all_alike(matching, i, j) or (matching.verbatim and matching.framed_alike(i, j))):
        return None
    if _of_age(matching.left, mine) or _of_age(matching.right, theirs):
        return None
    told_apart = mine.pos == theirs.pos and opposite(mine.key, theirs.key) and mine.negated == theirs.negated
    if told_apart and not _which(matching, i, j):
        one = _known(matching.left, i) and _known(matching.right, j)
        return "other", "hard" if one else "soft", "exclude each other"
    if other_kind(mine.key, theirs.key) and mine.role == "object" and _beside_alike(matching, i, j):
        return "other", "hard", "are different things of one kind"
    if mine.role == theirs.role and mine.role in CAUSES and matching.hang_alike(i, j):
        return "other", "soft", "are two causes"
    if mine.role == "subject" and _who(matching, i) == "attribution" and matching.hang_alike(i, j):
        return "attribution", "soft", "are two speakers"
    return None


def _which(matching: Matching, i: int, j: int) -> bool:
    """Whether the words say which of two is meant: "the older son fell", "they found the younger son"."""
    left, right = matching.left.units, matching.right.units
    above, over = left[i].governor, right[j].governor
    if above is None or over is None or not left[i].role == right[j].role == "amod":
        return False
    hooked = left[above].hooks and right[over].hooks
    return bool(hooked) and matching.to_right.get(above) == over and not matching.hang_alike(above, over)


def _of_age(statement: Statement, unit: Unit) -> bool:
    """Whether the word is part of an age: "5-year-old" is not old."""
    ages = (q for q in statement.annotations.quantities if q.kind == "age")
    return any(age.span.covers(unit.span) for age in ages)


def _known(statement: Statement, index: int) -> bool:
    """Whether the word is said of a known one: of two unknown ones both can be true."""
    unit = statement.units[index]
    if unit.pos in ("NOUN", "PROPN"):
        return False
    if unit.pos == "VERB":
        below = [statement.units[child] for child in statement.children.get(index, ())]
        return all(child.definite for child in below if child.role == "subject")
    above = statement.units[unit.governor] if unit.governor is not None else None
    told_of = above is not None and above.pos in ("NOUN", "PROPN") and unit.pos == "ADJ"
    return (above if told_of and above is not None else unit).definite


def _all_alike(matching: Matching, i: int, j: int) -> bool:
    """Whether all that hangs on two verbs is alike: who left one place may have entered another."""
    shared = len(matching.shared_below(i, j))
    mine = [c for c in matching.left.children.get(i, ()) if matching.left.units[c].pos != "ADV"]
    theirs = [c for c in matching.right.children.get(j, ()) if matching.right.units[c].pos != "ADV"]
    return shared > 0 and shared >= max(len(mine), len(theirs))


def _beside_alike(matching: Matching, i: int, j: int) -> bool:
    """Whether both hang on verbs that mean the same, and something else hangs alike on those."""
    pairs = ((a, b) for _, a in matching.left.units[i].hooks for _, b in matching.right.units[j].hooks)
    return any(matching.to_right.get(a) == b and matching.shared_below(a, b) for a, b in pairs)


def _who(matching: Matching, i: int) -> Slot:
    """The slot of somebody: who said it, or who did it."""
    unit = matching.left.units[i]
    above = None if unit.governor is None else matching.left.units[unit.governor].key
    return "attribution" if unit.role == "subject" and above in REPORTING else "person"


_TYPES: dict[str, Callable[[Matching, int, int], Found]] = {
    "number": _numbers,
    "ordinal": _ordinals,
    "time": _times,
    "name": _names,
    "word": _words,
}
