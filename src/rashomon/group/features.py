"""Features: each measures one thing that two articles of one event have, or lack, in common."""

from collections.abc import Callable
from dataclasses import dataclass
from math import fsum, log, log1p, nan, sqrt

from rashomon.group import shown
from rashomon.group.profiles import Bag, Profile
from rashomon.link.tfidf import cosine


def wording(left: Profile, right: Profile) -> float:
    """They use the same rare words."""
    for one, other in ((left, right), (right, left)):
        if one.crowd is not None and other.article in one.crowd.near:
            return one.crowd.near[other.article]
    return cosine(left.wording, right.wording)


def lead(left: Profile, right: Profile) -> float:
    """They open with the same rare words."""
    return cosine(left.lead, right.lead)


def headline(left: Profile, right: Profile) -> float:
    """Their titles share words."""
    return cosine(left.headline, right.headline) if left.headline and right.headline else nan


def title_told(left: Profile, right: Profile) -> float:
    """One tells what the other's title says."""
    told = (_told(left, right), _told(right, left))
    return max((share for share in told if share == share), default=nan)


def titles_told(left: Profile, right: Profile) -> float:
    """Each tells what the other's title says."""
    told = (_told(left, right), _told(right, left))
    return min((share for share in told if share == share), default=nan)


def words_shared(left: Profile, right: Profile) -> float:
    """They share many words."""
    return log1p(_shared(left.words, right.words))


def meaning(left: Profile, right: Profile) -> float:
    """Their openings mean the same."""
    if left.meaning is None or right.meaning is None:
        return nan
    return round(float(left.meaning.lead @ right.meaning.lead), 4)


def title_meaning(left: Profile, right: Profile) -> float:
    """Their titles mean the same."""
    if left.meaning is None or right.meaning is None:
        return nan
    return round(float(left.meaning.title @ right.meaning.title), 4)


def wording_apart(left: Profile, right: Profile) -> float:
    """Their words are nearer to each other than to what is around them."""
    if left.crowd is None or right.crowd is None:
        return nan
    return 2 * wording(left, right) - left.crowd.wording - right.crowd.wording


def meaning_apart(left: Profile, right: Profile) -> float:
    """Their openings are nearer in meaning than what is around them."""
    if left.crowd is None or right.crowd is None:
        return nan
    return 2 * meaning(left, right) - left.crowd.meaning - right.crowd.meaning


def company(left: Profile, right: Profile) -> float:
    """They resemble the same others."""
    if left.crowd is None or right.crowd is None:
        return nan
    one, other = left.crowd.near, right.crowd.near
    lengths = (
        left.crowd.length - one.get(right.article, 0.0) ** 2,
        right.crowd.length - other.get(left.article, 0.0) ** 2,
    )
    if min(lengths) <= 0:
        return nan
    alike = fsum([one[third] * other[third] for third in one.keys() & other.keys()])
    return round(min(1.0, alike / sqrt(lengths[0] * lengths[1])), 6)


def between(left: Profile, right: Profile) -> float:
    """Another article resembles both."""
    if left.crowd is None or right.crowd is None:
        return nan
    one, other = left.crowd.near, right.crowd.near
    return max((min(one[third], other[third]) for third in one.keys() & other.keys()), default=0.0)


def people(left: Profile, right: Profile) -> float:
    """They name the same people."""
    return _overlap(left.people, right.people)


def people_shared(left: Profile, right: Profile) -> float:
    """They share people who are seldom in the news."""
    return _shared_log(left.people, right.people)


def places(left: Profile, right: Profile) -> float:
    """They name the same towns and regions."""
    return _overlap(left.places, right.places)


def places_shared(left: Profile, right: Profile) -> float:
    """They share several towns and regions, or rare ones."""
    return _shared_log(left.places, right.places)


def bodies(left: Profile, right: Profile) -> float:
    """They name the same organisations and groups."""
    return _overlap(left.bodies, right.bodies)


def names(left: Profile, right: Profile) -> float:
    """They name the same people, places and organisations."""
    return _overlap(left.names, right.names)


def names_shared(left: Profile, right: Profile) -> float:
    """They share many names, or rare ones."""
    return _shared_log(left.names, right.names)


def opening_names(left: Profile, right: Profile) -> float:
    """They open with the same names."""
    return _overlap(left.opening_names, right.opening_names)


def counted(left: Profile, right: Profile) -> float:
    """They count the same things alike."""
    return _overlap(left.counted, right.counted)


def counted_shared(left: Profile, right: Profile) -> float:
    """They give the same numbers of the same things."""
    return log1p(_shared(left.counted, right.counted))


def numerals(left: Profile, right: Profile) -> float:
    """The same numbers stand in both."""
    return _overlap(left.numerals, right.numerals)


def ages(left: Profile, right: Profile) -> float:
    """They give the same ages of people."""
    return _share(left.ages, right.ages)


def copied(left: Profile, right: Profile) -> float:
    """Long stretches of their wording are the same."""
    return _share(left.shingles, right.shingles)


def figures_agree(left: Profile, right: Profile) -> float:
    """Their openings give the same figures."""
    units = left.figures.keys() & right.figures.keys()
    return float(sum(1 for unit in units if left.figures[unit] & right.figures[unit]))


def figures_clash(left: Profile, right: Profile) -> float:
    """Their openings give other figures of the same things."""
    units = left.figures.keys() & right.figures.keys()
    return float(sum(1 for unit in units if not left.figures[unit] & right.figures[unit]))


def published(left: Profile, right: Profile) -> float:
    """They were published near in time."""
    return _days_between(left.day, right.day)


def event_days(left: Profile, right: Profile) -> float:
    """They open with the same day, or days near it."""
    return _days_between(left.event_day, right.event_day)


def days_shared(left: Profile, right: Profile) -> float:
    """They speak of the same days."""
    return _share(left.days, right.days)


def length(left: Profile, right: Profile) -> float:
    """How much text there is to judge by."""
    return log(1 + min(left.size, right.size))


@dataclass(frozen=True, slots=True)
class Feature:
    """One measure of a pair, nan where it has nothing to say; `rises` tells which way it speaks.

    1: more of it speaks for one event; -1: against; 0: it weighs the others. `show` gives what was
    compared, for a reader. The measure's docstring is the reason that the reader sees.
    """

    measure: Callable[[Profile, Profile], float]
    rises: int
    show: shown.Show

    @property
    def name(self) -> str:
        """The feature's name: that of its measure."""
        return self.measure.__name__

    @property
    def reason(self) -> str:
        """The reason in words: the first line of the measure's docstring."""
        return (self.measure.__doc__ or self.name).strip().splitlines()[0]


def _told(title: Profile, text: Profile) -> float:
    """What share of the title the other article tells."""
    held = title.title_words
    if not held.total:
        return nan
    return fsum([held.weights[term] for term in held.weights.keys() & text.wording.keys()]) / held.total


def _shared(left: Bag, right: Bag) -> float:
    weights = left.weights
    return fsum([weights[term] for term in weights.keys() & right.weights.keys()])


def _shared_log(left: Bag, right: Bag) -> float:
    return log1p(_shared(left, right)) if left.weights and right.weights else nan


def _overlap(left: Bag, right: Bag) -> float:
    least = min(left.total, right.total)
    return _shared(left, right) / least if least else nan


def _share(left: frozenset[str] | frozenset[int], right: frozenset[str] | frozenset[int]) -> float:
    least = min(len(left), len(right))
    return len(left & right) / least if least else nan


def _days_between(left: int | None, right: int | None) -> float:
    return nan if left is None or right is None else log1p(abs(left - right))


def _one(day: int | None) -> frozenset[int]:
    return frozenset() if day is None else frozenset({day})


FEATURES = (
    Feature(wording, 1, shown.terms(lambda profile: profile.wording)),
    Feature(lead, 1, shown.terms(lambda profile: profile.lead)),
    Feature(headline, 1, shown.titles),
    Feature(title_told, 1, shown.titles),
    Feature(titles_told, 1, shown.titles),
    Feature(words_shared, 1, shown.terms(lambda profile: profile.wording)),
    Feature(meaning, 1, shown.titles),
    Feature(title_meaning, 1, shown.titles),
    Feature(wording_apart, 1, shown.terms(lambda profile: profile.wording)),
    Feature(meaning_apart, 1, shown.titles),
    Feature(company, 1, shown.terms(lambda profile: profile.wording)),
    Feature(between, 1, shown.terms(lambda profile: profile.wording)),
    Feature(people, 1, shown.terms(lambda profile: profile.people.weights)),
    Feature(people_shared, 1, shown.terms(lambda profile: profile.people.weights)),
    Feature(places, 1, shown.terms(lambda profile: profile.places.weights)),
    Feature(places_shared, 1, shown.terms(lambda profile: profile.places.weights)),
    Feature(bodies, 1, shown.terms(lambda profile: profile.bodies.weights)),
    Feature(names, 1, shown.terms(lambda profile: profile.names.weights)),
    Feature(names_shared, 1, shown.terms(lambda profile: profile.names.weights)),
    Feature(opening_names, 1, shown.terms(lambda profile: profile.opening_names.weights)),
    Feature(counted, 1, shown.terms(lambda profile: profile.counted.weights)),
    Feature(counted_shared, 1, shown.terms(lambda profile: profile.counted.weights)),
    Feature(numerals, 1, shown.terms(lambda profile: profile.numerals.weights)),
    Feature(ages, 1, shown.ages),
    Feature(copied, 1, shown.copies),
    Feature(figures_agree, 1, shown.figures),
    Feature(figures_clash, -1, shown.figures),
    Feature(published, -1, shown.days(lambda profile: _one(profile.day))),
    Feature(event_days, -1, shown.days(lambda profile: _one(profile.event_day))),
    Feature(days_shared, 1, shown.days(lambda profile: profile.days)),
    Feature(length, 0, shown.sizes),
)


def measure(left: Profile, right: Profile) -> list[float]:
    """Return every feature's measure of the pair, in the order of FEATURES."""
    return [feature.measure(left, right) for feature in FEATURES]
