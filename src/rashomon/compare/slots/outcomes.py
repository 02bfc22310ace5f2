"""Outcomes: what became of those who are counted; the dead of one claim are not the wounded of another."""

from typing import TYPE_CHECKING

from rashomon.compare.align.views import View
from rashomon.model import Quantity
from rashomon.text.lexicon import closed_class

if TYPE_CHECKING:
    from rashomon.compare.statements.units import Statement

_WORDS = {
    "killed": "kill die dead death slay murder fatality fatal fatally perish drown deceased massacre",
    "hurt": "injure injured injury wound wounded hurt hospitalize hospitalise",
    "missing": "missing",
    "held": "arrest detain charge convict sentence jail imprison capture hostage prisoner",
    "shot": "shoot shooting gunshot gunfire",
    "saved": "rescue save survive survivor free release evacuate",
}
OUTCOMES = {lemma: outcome for outcome, lemmas in _WORDS.items() for lemma in closed_class(lemmas)}
LOOSE = frozenset({"shot"})  # what may go with another outcome: who was shot may be dead
# What one does to others: its subject is who did it.
DOING = closed_class(
    "kill slay massacre injure wound hurt arrest detain convict sentence jail imprison capture shoot rescue "
    "save free release evacuate"
)
STEPS = 3  # from a number over what it counts to what is said of that


def outcome(view: View, quantity: Quantity) -> str | None:
    """Return what became of those whom a claim counts, by the words that the number hangs on; else None."""
    statement = view.parts() if view.parts is not None else None
    if statement is None or quantity.kind != "count":
        return None
    at = next((i for i, unit in enumerate(statement.units) if unit.quantity == quantity), None)
    for _ in range(STEPS):
        if at is None:
            return None
        below = (statement.units[child].key for child in statement.children.get(at, ()))
        found = [OUTCOMES[key] for key in (statement.units[at].key, *below) if key in OUTCOMES]
        if found:  # "shot and killed"
            return next((told for told in found if told not in LOOSE), found[0])
        above = statement.units[at].governor
        if above is not None and _did(statement, at, above):
            return None
        at = above
    return None


def _did(statement: "Statement", index: int, verb: int) -> bool:
    """Whether those counted do it to others: "two men began shooting", "two men shot three others".

    In a headline's "two men shot near the quay" the parser takes those who were shot for a subject, too.
    """
    if statement.role(index, verb) != "subject":
        return False
    verbs = [verb, *(c for c in statement.children.get(verb, ()) if statement.role(c, verb) == "xcomp")]
    tags = statement.annotations.tokens.tag
    return any(
        statement.units[at].key in DOING
        and (
            tags[statement.units[at].head] in ("VB", "VBG")
            or any(statement.role(c, at) == "object" for c in statement.children.get(at, ()))
        )
        for at in verbs
    )


def apart(left: str | None, right: str | None) -> bool:
    """Whether two counts are known to be of people to whom other things happened."""
    return left is not None and right is not None and left != right and {left, right}.isdisjoint(LOOSE)


def among(left: str | None, few: float | None, right: str | None, many: float | None) -> bool:
    """Whether one counts the dead of those whom the other counts: of five who were shot, two died."""
    if left in LOOSE:
        left, few, right, many = right, many, left, few
    return left == "killed" and right in LOOSE and (few or 0) < (many or 0)
