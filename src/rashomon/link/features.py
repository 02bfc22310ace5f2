"""Named features: each compares one aspect of two items and gives a score and what it compared."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from rashomon.model import Evidence

T = TypeVar("T")
APART = float("-inf")
"""A total that forbids to link the pair."""


@dataclass(frozen=True, slots=True)
class Feature(Generic[T]):
    """One weighted reason to link two items, or to keep them apart.

    `compare` returns None where it has nothing to say (a missing date is no evidence), or a score
    from -1 to 1 with the two values that it looked at. Its docstring is the reason a reader sees. One that
    `forbids` keeps the pair apart where it is fully against it, whatever the others say.
    """

    name: str
    weight: float
    compare: Callable[[T, T], tuple[float, str, str] | None]
    forbids: bool = False

    @property
    def reason(self) -> str:
        """The reason in words: the first line of the function's docstring."""
        return (self.compare.__doc__ or self.name).strip().splitlines()[0]


@dataclass(frozen=True, slots=True)
class Score:
    """A pair's total, and the evidence it was made from."""

    total: float
    evidence: tuple[Evidence, ...]


def total_of(left: T, right: T, features: Sequence[Feature[T]]) -> float:
    """Return the total that `score_pair` gives, without the evidence: few pairs are ever told."""
    total = 0.0
    for feature in features:
        result = feature.compare(left, right)
        if result is not None:
            value = result[0]
            total += APART if value <= -1.0 and feature.forbids else feature.weight * value
    return round(total, 6)


def score_pair(left: T, right: T, features: Sequence[Feature[T]]) -> Score:
    """Add up the weighted features that have something to say about the pair."""
    found: list[Evidence] = []
    total = 0.0
    for feature in features:
        result = feature.compare(left, right)
        if result is None:
            continue
        value, seen_left, seen_right = result
        total += APART if value <= -1.0 and feature.forbids else feature.weight * value
        found.append(Evidence(feature.name, round(value, 4), seen_left, seen_right))
    return Score(round(total, 6), tuple(found))
