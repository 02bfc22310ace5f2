"""Crowds: in some news all reports are alike, so likeness counts by how far it exceeds the usual."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from heapq import nlargest
from math import fsum

from rashomon.group.profiles import Crowd, Profile
from rashomon.link.tfidf import cosine

NEAREST = 10  # others whose likeness makes the crowd; stories are mostly smaller
# What the others count that a small batch doesn't hold: a little less than the median of an article's tenth
# nearest on the development parts of gva_longtail, giveme5w1h_newscluster, allsides_neus and wikinews_events.
USUAL_WORDING, USUAL_MEANING = 0.12, 0.4


def crowded(profile: Profile, near: Iterable[Profile]) -> Profile:
    """Return the profile with its crowd, given the articles that are nearest to it."""
    others = list(near)
    words = [cosine(profile.wording, other.wording) for other in others]
    return replace(
        profile,
        crowd=Crowd(
            _mean(words, USUAL_WORDING),
            _mean(_meant(profile, others), USUAL_MEANING),
            {other.article: like for other, like in zip(others, words, strict=True)},
        ),
    )


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
    return [round(float(own @ other.meaning.lead), 4) for other in others if other.meaning is not None]


def _mean(values: list[float], usual: float) -> float:
    """The mean of the highest; those that are lacking count what is usual."""
    lacking = [usual] * (NEAREST - len(values))
    return round(fsum([*nlargest(NEAREST, values), *lacking]) / NEAREST, 6)
