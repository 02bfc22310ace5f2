"""Crowds: in some news all reports are alike, so likeness counts by how far it exceeds the usual."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from heapq import nlargest
from math import fsum
from typing import TYPE_CHECKING

from rashomon.group.profiles import Crowd, Profile
from rashomon.link.tfidf import cosine

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

NEAREST = 10  # others whose likeness makes the crowd; stories are mostly smaller
# In a small batch all have the same others, so they count for less: with fewer than ENOUGH that are near, as
# many as a large batch finds are taken to be near, each in its own way.
ENOUGH = 12
KEPT = 24  # others whose likeness is kept of an article that is near to ever more: as many as a batch finds
# What the others count that a small batch doesn't hold: a little less than the median of an article's tenth
# nearest on the development parts of gva_longtail, giveme5w1h_newscluster, allsides_neus and wikinews_events.
USUAL_WORDING, USUAL_MEANING = 0.12, 0.4


def crowded(profile: Profile, near: Iterable[Profile]) -> Profile:
    """Return the profile with its crowd, given the articles that are nearest to it."""
    others = list(near)
    words = [cosine(profile.wording, other.wording) for other in others]
    like = {other.article: value for other, value in zip(others, words, strict=True)}
    return replace(profile, crowd=crowd_of(words, _meant(profile, others), like))


def crowd_of(
    words: Sequence[float], meant: Sequence[float], near: Mapping[str, float] | None = None
) -> Crowd:
    """Return the crowd of an article, given how like its nearest are in wording and in meaning."""
    return crowd_with(_mean(words, USUAL_WORDING), _mean(meant, USUAL_MEANING), near or {})


def crowd_with(wording: float, meaning: float, near: Mapping[str, float]) -> Crowd:
    """Return a crowd whose means are known, with the likeness of each that is near."""
    lacking = 0 if len(near) >= ENOUGH else KEPT - len(near)
    squares = [lacking * USUAL_WORDING**2, *(like * like for like in near.values())]
    return Crowd(wording, meaning, near, fsum(squares))


def joined(profile: Profile, other: str, like: float) -> Profile:
    """Return the profile with one more article near it, that came later; the least like one may go."""
    if profile.crowd is None:
        return profile
    near = {**profile.crowd.near, other: like}
    if len(near) > KEPT:
        del near[min(near, key=lambda article: (near[article], article))]
    return replace(profile, crowd=crowd_with(profile.crowd.wording, profile.crowd.meaning, near))


def all_crowded(profiles: Sequence[Profile], near: Sequence[Sequence[int]]) -> list[Profile]:
    """Return all profiles with their crowds, given the places of those nearest to each."""
    return [
        crowded(profile, (profiles[j] for j in others))
        for profile, others in zip(profiles, near, strict=True)
    ]


def _meant(profile: Profile, others: Iterable[Profile]) -> list[float]:
    if profile.meaning is None:
        return []
    own = profile.meaning.lead
    return [likeness(own, other.meaning.lead) for other in others if other.meaning is not None]


def likeness(one: "NDArray[np.float32]", other: "NDArray[np.float32]") -> float:
    """Return how like two meanings are."""
    return round(float(one @ other), 4)


def _mean(values: Sequence[float], usual: float) -> float:
    """The mean of the highest; those that are lacking count what is usual."""
    lacking = [usual] * (NEAREST - len(values))
    return round(fsum([*nlargest(NEAREST, values), *lacking]) / NEAREST, 6)
