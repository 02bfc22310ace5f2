"""Denials: one statement says of a thing what the other denies; and who does what to whom, exchanged."""

from collections.abc import Iterator

from rashomon.compare.statements.conflicts import Conflict
from rashomon.compare.statements.matching import Matching
from rashomon.compare.statements.units import Statement
from rashomon.text.opposites import SYMMETRIC

# Prepositions and conjunctions of which only one can hold between two things.
AGAINST = {"before": ("after", "following"), "after": ("before", "until"), "following": ("before",)}
AGAINST |= {"until": ("after",), "inside": ("outside",), "outside": ("inside", "in"), "in": ("outside",)}
AGAINST |= {"with": ("without",), "without": ("with",), "for": ("against",), "against": ("for",)}
AGAINST |= {"despite": ("because",), "because": ("despite",), "above": ("below",), "below": ("above",)}


def denials(matching: Matching) -> Iterator[Conflict]:
    """Yield each pair of units that mean the same, of which one alone is denied.

    All that is denied has to be in the other statement: who did not pay on Monday may have paid.
    """
    for i, j in matching.pairs:
        mine, theirs = matching.left.units[i], matching.right.units[j]
        if mine.kind not in ("word", "name", "number") or mine.negated == theirs.negated:
            continue
        affirmed, at = (matching.right, theirs) if mine.negated else (matching.left, mine)
        if at.governor is not None and affirmed.units[at.governor].negated:
            continue  # "did not act to warn": that is denied as well
        if mine.modality == theirs.modality and _all_told(matching, i, j, left=mine.negated):
            words = f"“{matching.left.exact(mine)}” is affirmed in one and denied in the other"
            yield Conflict("polarity", "hard", i, j, words)


def _all_told(matching: Matching, i: int, j: int, *, left: bool) -> bool:
    """Whether all that hangs on the denied unit is in the other statement, cut into units as it may be."""
    own, other = (matching.left, matching.right) if left else (matching.right, matching.left)
    held = matching.to_right if left else matching.to_left
    words = {word for unit in other.units for word in unit.key.split()}
    told = _below(own, i if left else j) - held.keys()
    return all(
        own.units[unit].kind != "time" and words.issuperset(own.units[unit].key.split()) for unit in told
    )


def _below(statement: Statement, index: int) -> set[int]:
    """The units that hang on one, and on those."""
    found: set[int] = set()
    waiting = [index]
    while waiting:
        below = [child for child in statement.children.get(waiting.pop(), ()) if child not in found]
        found.update(below)
        waiting += below
    return found - {index}


def sequences(matching: Matching) -> Iterator[Conflict]:
    """Yield each pair of units that mean the same and hang before one thing here, behind it there."""
    for i, j in matching.pairs:
        mine, theirs = matching.left.units[i], matching.right.units[j]
        one_thing = mine.governor is not None and matching.to_right.get(mine.governor) == theirs.governor
        if (one_thing or matching.verbatim) and theirs.role in AGAINST.get(mine.role, ()):
            one = f"“{mine.role} {matching.left.exact(mine)}”"
            other = f"“{theirs.role} {matching.right.exact(theirs)}”"
            yield Conflict("other", "hard", i, j, f"{one} and {other} exclude each other")


def modes(matching: Matching) -> Iterator[Conflict]:
    """Yield each verb that one statement gives as certain or planned and the other as possible."""
    for i, j in matching.pairs:
        mine, theirs = matching.left.units[i], matching.right.units[j]
        if mine.pos == theirs.pos == "VERB" and (mine.modality == "possible") != (
            theirs.modality == "possible"
        ):
            words = (
                f"“{matching.left.exact(mine)}” is {mine.modality} in one and {theirs.modality} in the other"
            )
            yield Conflict("polarity", "soft", i, j, words)


def swaps(matching: Matching) -> Iterator[Conflict]:
    """Yield each verb whose subject in one statement is its object in the other, and the reverse."""
    for i, j in matching.pairs:
        mine, theirs = matching.left.units[i], matching.right.units[j]
        if mine.pos != "VERB" or mine.key in SYMMETRIC or mine.key != theirs.key:
            continue
        roles = {matching.left.role(c, i): c for c in matching.left.children.get(i, ())}
        others = {matching.right.role(c, j): c for c in matching.right.children.get(j, ())}
        for one, other in (("subject", "object"), ("from", "to"), ("object", "to")):
            if _crossed(matching, roles, others, one, other):
                first, second = matching.left.units[roles[one]], matching.left.units[roles[other]]
                named = "name" in (first.kind, second.kind)
                if not (named or (first.definite and second.definite)):
                    continue
                words = (
                    f"“{matching.left.exact(first)}” and “{matching.left.exact(second)}” exchange their parts"
                )
                moved = ((roles[one], others[other]), (roles[other], others[one]))
                yield Conflict("person", "hard", i, j, words, moved)


def _crossed(matching: Matching, roles: dict[str, int], others: dict[str, int], one: str, other: str) -> bool:
    if not {one, other} <= roles.keys() & others.keys():
        return False
    crossed = matching.to_right.get(roles[one]) == others[other]
    return crossed and matching.to_right.get(roles[other]) == others[one]
