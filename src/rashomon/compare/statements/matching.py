"""Matching: which units of two statements mean the same, and which stand in one place of both."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from rashomon.compare.slots.amounts import bounds
from rashomon.compare.slots.times import same_time
from rashomon.compare.statements.places import same_place_name
from rashomon.compare.statements.units import Statement, Unit

# Letters that two forms of one word begin with in common, and their share of the longer one.
STEM, SHARE = 5, 0.7
# What a unit counts for when it is asked how much of one statement the other holds.
WEIGHT = {"name": 1.5, "word": 1.0, "number": 1.0, "ordinal": 0.5, "time": 1.0}
ADVERB = 0.5
# Share of the longer statement's units, one left out, that must stand in the same order in both.
VERBATIM = 0.85


@dataclass(frozen=True)
class Matching:
    """Two statements, and the pairs of units `(left, right)` that mean the same, as indices."""

    left: Statement
    right: Statement
    pairs: tuple[tuple[int, int], ...]

    @cached_property
    def to_right(self) -> dict[int, int]:
        """The right unit of each matched left one."""
        return dict(self.pairs)

    @cached_property
    def to_left(self) -> dict[int, int]:
        """The left unit of each matched right one."""
        return {right: left for left, right in self.pairs}

    def loose(self) -> Iterator[tuple[int, int]]:
        """Units of one kind in both statements, neither of which the other statement has."""
        for i, unit in enumerate(self.left.units):
            if i not in self.to_right:
                for j, other in enumerate(self.right.units):
                    if j not in self.to_left and unit.kind == other.kind:
                        yield i, j

    def one_place(self, i: int, j: int) -> bool:
        """Whether the two units stand in one place: they hang alike on one thing, or between the same."""
        return self.hang_alike(i, j) or self.framed_alike(i, j)

    def hang_alike(self, i: int, j: int) -> bool:
        """Whether both hang in one role on the same; of verbs: whether the same hangs on both."""
        mine, theirs = self.left.units[i], self.right.units[j]
        if mine.pos == theirs.pos == "VERB" or not (mine.hooks or theirs.hooks):
            return self.below_alike(i, j)
        hooks = {(role, self.to_right.get(above)) for role, above in mine.hooks}
        return not hooks.isdisjoint(theirs.hooks)

    def below_alike(self, i: int, j: int) -> bool:
        """Whether something that means the same hangs on both, or nothing on either."""
        mine, theirs = self.left.children.get(i, ()), self.right.children.get(j, ())
        return bool(self.shared_below(i, j)) or not (mine or theirs)

    def shared_below(self, i: int, j: int) -> set[tuple[str, int | None]]:
        """What hangs in one role on both, as role and right unit."""
        mine, theirs = self.left.children.get(i, ()), self.right.children.get(j, ())
        below = {(self.left.role(child, i), self.to_right.get(child)) for child in mine}
        return below & {(self.right.role(child, j), child) for child in theirs}

    def framed_alike(self, i: int, j: int) -> bool:
        """Whether the units before both mean the same, and the units behind both; an edge is one too."""
        edges = (i == 0 and j == 0, i == len(self.left.units) - 1 and j == len(self.right.units) - 1)
        before = edges[0] or (i > 0 and j > 0 and self.to_right.get(i - 1) == j - 1)
        behind = edges[1] or self.to_right.get(i + 1) == j + 1
        return before and behind and edges != (True, True)

    @cached_property
    def verbatim(self) -> bool:
        """Whether both have the same units in the same order, but for a few."""
        longer = max(len(self.left.units), len(self.right.units))
        return longer > 1 and len(longest_rise([j for _, j in self.pairs])) >= VERBATIM * (longer - 1)

    def cover(self, *, besides: frozenset[tuple[int, int]] = frozenset()) -> float:
        """The share of the shorter statement's units that the other has; pairs `besides` are left out."""
        mine, theirs = {i for i, _ in besides}, {j for _, j in besides}
        one = _share(self.left, set(self.to_right), mine)
        other = _share(self.right, set(self.to_left), theirs)
        return max(one, other)

    def build(self, *, moved: frozenset[tuple[int, int]] = frozenset()) -> float:
        """The share of the shorter statement's units that hang in the other as they hang here.

        Units that a conflict has `moved` count as in their places.
        """
        firm = {*moved, *((i, j) for i, j in self.pairs if self.hang_alike(i, j))}
        one = _share(self.left, {i for i, _ in firm}, set())
        return max(one, _share(self.right, {j for _, j in firm}, set()))


def longest_rise(numbers: Sequence[int]) -> list[int]:
    """Return the longest run of ascending numbers, others in between left out."""
    best: list[list[int]] = []  # the best run of each length, by its last number
    for number in numbers:
        place = bisect_left([run[-1] for run in best], number)
        run = [*(best[place - 1] if place else []), number]
        best[place : place + 1] = [run]
    return best[-1] if best else []


def _share(statement: Statement, held: set[int], besides: set[int]) -> float:
    weights = {i: _weight(unit) for i, unit in enumerate(statement.units) if i not in besides}
    total = sum(weights.values())
    return sum(weight for i, weight in weights.items() if i in held) / total if total else 0.0


def _weight(unit: Unit) -> float:
    return ADVERB if unit.pos == "ADV" else WEIGHT[unit.kind]


def match(left: Statement, right: Statement) -> Matching:
    """Match units one to one: those that hang on the same first, then in the order of the text."""
    options = [
        (i, j)
        for i, mine in enumerate(left.units)
        for j, theirs in enumerate(right.units)
        if means_same(mine, theirs)
    ]
    known = set(options)

    def nearness(pair: tuple[int, int]) -> tuple[float, int, int]:
        i, j = pair
        mine, theirs = left.units[i], right.units[j]
        role = mine.role == theirs.role
        above = any((a, b) in known for _, a in mine.hooks for _, b in theirs.hooks)
        around = ((i - 1, j - 1) in known) + ((i + 1, j + 1) in known)
        apart = abs(i / max(1, len(left.units)) - j / max(1, len(right.units)))
        exact = mine.key == theirs.key
        return -(2.0 * exact + role + 1.5 * above + around - apart), i, j

    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for i, j in sorted(options, key=nearness):
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return Matching(left, right, tuple(sorted(pairs.items())))


def means_same(left: Unit, right: Unit) -> bool:
    """Whether two units mean the same, as far as their form shows."""
    if left.kind != right.kind:
        return _named_in_words(left, right)
    return _SAME[left.kind](left, right)


def _named_in_words(left: Unit, right: Unit) -> bool:
    """Whether a name stands as one and as a plain word: the name tagger missed it once."""
    kinds = {left.kind, right.kind}
    if kinds == {"name", "word"}:
        name, word = (left, right) if left.kind == "name" else (right, left)
        return word.key in name.key.split() and word.pos in ("PROPN", "NOUN", "ADJ")
    return False


def _same_word(left: Unit, right: Unit) -> bool:
    a, b = left.key, right.key
    if a == b:
        return True
    common = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return common >= STEM and common >= SHARE * max(len(a), len(b))


def _same_name(left: Unit, right: Unit) -> bool:
    if left.key == right.key:
        return True
    mine, theirs = left.key.split(), right.key.split()
    people = "person" in (left.name_kind, right.name_kind)
    if people and mine[-1:] == theirs[-1:] and (1 in (len(mine), len(theirs)) or mine[0] == theirs[0]):
        return True
    if left.name_kind == right.name_kind == "person":
        return False
    return same_place_name(left.key, right.key)


def _same_number(left: Unit, right: Unit) -> bool:
    mine, theirs = left.quantity, right.quantity
    return left.key == right.key or (
        mine is not None
        and theirs is not None
        and mine.kind == theirs.kind
        and bounds(mine) == bounds(theirs)
    )


def _same_time(left: Unit, right: Unit) -> bool:
    """Whether both have one value, and no two names of days: "Friday, 7 March" is no Sunday."""
    known = left.time is not None and right.time is not None and same_time(left.time, right.time)
    return (known or left.key == right.key) and (
        left.weekday is None or right.weekday in (None, left.weekday)
    )


def _same_key(left: Unit, right: Unit) -> bool:
    return left.key == right.key


_SAME: dict[str, Callable[[Unit, Unit], bool]] = {
    "word": _same_word,
    "name": _same_name,
    "number": _same_number,
    "ordinal": _same_key,
    "time": _same_time,
}
