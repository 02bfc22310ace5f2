"""Findings: what one comparator says about two claims, with the words that it rests on."""

from dataclasses import dataclass
from typing import Literal

from rashomon.model import Span
from rashomon.model.points import Slot

Difference = Literal["differ", "contradict", "update"]


@dataclass(frozen=True, slots=True)
class Version:
    """One claim's value for a slot: `key` is equal where two versions say the same."""

    key: str
    span: Span


@dataclass(frozen=True, slots=True)
class Finding:
    """Two versions that differ, and how; `reason` is a sentence for the reader.

    `sure` where the versions themselves show that both are of one thing, whatever the claims do;
    `one_size` where both name one number, told more or less exactly.
    """

    slot: Slot
    relation: Difference
    left: Version
    right: Version
    reason: str
    sure: bool = False
    one_size: bool = False
