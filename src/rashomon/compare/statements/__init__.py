"""Statements: two of them judged, each difference typed and with the words that it rests on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from rashomon.compare.slots.finding import Finding, Version
from rashomon.compare.statements.agreement import compatible
from rashomon.compare.statements.conflicts import Conflict, conflicts
from rashomon.compare.statements.denials import denials, modes, sequences, swaps
from rashomon.compare.statements.matching import Matching, match
from rashomon.compare.statements.once import once
from rashomon.compare.statements.units import Statement, read_statement, read_statements

__all__ = ["Statement", "Verdict", "differences", "judge", "read_statement", "read_statements"]

Relation = Literal["agree", "differ", "contradict", "unknown"]

# Share of the shorter statement that the other must hold, the conflict left out, before two statements
# are about one thing. This and the next three were set on pairs of sentences for entailment.
ABOUT_ONE = 0.7
# Share of it that must also hang together alike in both, before a conflict is called a contradiction, or
# before they agree.
BUILT_ALIKE = 0.75
# Share from which statements without a conflict agree.
AGREE = 0.9
# Units that a statement needs at least.
LEAST = 2


@dataclass(frozen=True, slots=True)
class Verdict:
    """How two statements relate, and the findings that it rests on.

    `unknown`: not clearly about one thing. `held` is the share of the shorter statement that the other
    has too, `built` the share that also hangs together alike.
    """

    relation: Relation
    findings: tuple[Finding, ...]
    held: float
    built: float


def judge(left: Statement, right: Statement) -> Verdict:
    """Say how two statements relate, precision first."""
    matching = match(left, right)
    found = list(differences(matching))
    known = set(matching.pairs)
    placed = [(conflict.left, conflict.right) for conflict in found]
    held = matching.cover(besides=frozenset(pair for pair in placed if pair not in known))
    whole = Matching(left, right, (*matching.pairs, *(pair for pair in placed if pair not in known)))
    built = (
        1.0
        if matching.verbatim
        else whole.build(moved=frozenset(pair for c in found for pair in ((c.left, c.right), *c.also)))
    )
    told = [conflict for conflict in found if conflict.force != "none"]
    relation = _relation(told, whole, held, built) if _states(left) and _states(right) else "unknown"
    findings = tuple(_finding(matching, conflict, relation) for conflict in told)
    return Verdict(relation, findings, round(held, 3), round(built, 3))


def differences(matching: Matching) -> Iterator[Conflict]:
    """Yield all that two statements say otherwise in one place, harmless differences too."""
    for comparator in (once, conflicts, denials, sequences, swaps, modes):
        yield from comparator(matching)


def _states(statement: Statement) -> bool:
    """Whether it states something, and enough to be told apart: no question, no lone word."""
    return "?" not in statement.text and len(statement.units) >= LEAST


def _relation(found: Sequence[Conflict], whole: Matching, held: float, built: float) -> Relation:
    if any(conflict.sole for conflict in found):
        return "contradict"
    if held < ABOUT_ONE:
        return "unknown"
    hard = [conflict for conflict in found if conflict.force == "hard"]
    denied = any(conflict.slot == "polarity" for conflict in hard)
    others = any(conflict.slot == "person" and conflict.force == "soft" for conflict in found)
    # what is denied of another value may well be true, and what is told of another one as well
    if hard and not (denied and len(hard) > 1) and not others:
        return "contradict" if built >= BUILT_ALIKE else "unknown"
    if found:
        return "unknown" if hard else "differ"
    agrees = held >= AGREE and built >= BUILT_ALIKE and compatible(whole)
    return "agree" if agrees else "unknown"


def _finding(matching: Matching, conflict: Conflict, relation: Relation) -> Finding:
    mine, theirs = matching.left.units[conflict.left], matching.right.units[conflict.right]
    contradicts = conflict.force == "hard" and relation == "contradict"
    return Finding(
        conflict.slot,
        "contradict" if contradicts else "differ",
        Version(mine.key, mine.span),
        Version(theirs.key, theirs.span),
        conflict.reason,
    )
