"""An answer to "who is this source", with the confidence of the rule that gave it."""

from dataclasses import dataclass

from rashomon.model import Entity

# Shares of right answers by rule, set at or below what was measured: on BASIL's and PolNeAR's development
# parts (US politics) and GUM's news and biographies. Pronouns have a confidence of their own
# (antecedents.py), that of speech carried on is a factor.
CONFIDENCE = {
    "name": 0.97,
    "surname": 0.9,
    "apposition": 0.95,
    "organisation": 0.95,
    "document": 0.85,
    "document before": 0.85,
    "it": 0.85,
    "understood": 0.85,
    "place": 0.92,
    "body": 0.85,
    "I": 0.85,
    "office": 0.9,
    "office in context": 0.8,
    "described": 0.8,
    "counterpart": 0.85,
}
CARRIED = 0.95  # a quotation without a cue that carries on a speaker


@dataclass(frozen=True, slots=True)
class Answer:
    """The entity meant, or None, with confidence 0..1 and the reason in words."""

    entity: Entity | None
    confidence: float
    reason: str


def found(rule: str, entity: Entity, words: str) -> Answer:
    """An answer with an entity, by a rule of the table."""
    return Answer(entity, CONFIDENCE[rule], f"{rule}: “{words}”")


def unknown(reason: str) -> Answer:
    """No entity, and why."""
    return Answer(None, 0.0, reason)
