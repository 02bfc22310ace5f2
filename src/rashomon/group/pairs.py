"""Pairs: two articles, and what several measures of them ask for, worked out once."""

from dataclasses import dataclass
from math import fsum, nan

from rashomon.group.profiles import Bag, Profile
from rashomon.link.tfidf import cosine


@dataclass(frozen=True, slots=True)
class Pair:
    """Two profiles: how like they are in wording and meaning, how much of the title each other tells.

    Of names and counted things it holds what those weigh that both have.
    """

    left: Profile
    right: Profile
    wording: float
    meaning: float
    told: tuple[float, float]
    people: float
    places: float
    names: float
    counted: float


def paired(left: Profile, right: Profile, *, alike: float | None = None, meant: float | None = None) -> Pair:
    """Return the pair of two profiles; how like they are in wording and meaning may be known."""
    return Pair(
        left,
        right,
        wording_of(left, right) if alike is None else alike,
        meaning_of(left, right) if meant is None else meant,
        (_told(left, right), _told(right, left)),
        shared_weight(left.people, right.people),
        shared_weight(left.places, right.places),
        shared_weight(left.names, right.names),
        shared_weight(left.counted, right.counted),
    )


def wording_of(left: Profile, right: Profile) -> float:
    """Return how like two articles are in wording; where one is near the other this is known."""
    for one, other in ((left, right), (right, left)):
        if one.crowd is not None and other.article in one.crowd.near:
            return one.crowd.near[other.article]
    return cosine(left.wording, right.wording)


def meaning_of(left: Profile, right: Profile) -> float:
    """Return how like two articles open in meaning; nan where there is no sentence model."""
    if left.meaning is None or right.meaning is None:
        return nan
    return round(float(left.meaning.lead @ right.meaning.lead), 4)


def shared_weight(left: Bag, right: Bag) -> float:
    """Return what the terms weigh that both bags hold."""
    weights = left.weights
    return fsum([weights[term] for term in weights.keys() & right.weights.keys()])


def share(left: frozenset[str] | frozenset[int], right: frozenset[str] | frozenset[int]) -> float:
    """Return how much of the smaller set the larger holds; nan where one is empty."""
    least = min(len(left), len(right))
    return len(left & right) / least if least else nan


def _told(title: Profile, text: Profile) -> float:
    """What share of the title the other article tells."""
    held = title.title_words
    if not held.total:
        return nan
    return fsum([held.weights[term] for term in held.weights.keys() & text.wording.keys()]) / held.total
