"""Features: each measures one thing that two articles of one event have, or lack, in common."""

from collections.abc import Callable
from dataclasses import dataclass
from math import fsum, log, log1p, nan, sqrt

from rashomon.group import shown
from rashomon.group.pairs import Pair, share, shared_weight
from rashomon.group.profiles import Bag
from rashomon.link.tfidf import cosine


def wording(pair: Pair) -> float:
    """They use the same rare words."""
    return pair.wording


def lead(pair: Pair) -> float:
    """They open with the same rare words."""
    return cosine(pair.left.lead, pair.right.lead)


def headline(pair: Pair) -> float:
    """Their titles share words."""
    one, other = pair.left.headline, pair.right.headline
    return cosine(one, other) if one and other else nan


def title_told(pair: Pair) -> float:
    """One tells what the other's title says."""
    return max((share for share in pair.told if share == share), default=nan)


def titles_told(pair: Pair) -> float:
    """Each tells what the other's title says."""
    return min((share for share in pair.told if share == share), default=nan)


def words_shared(pair: Pair) -> float:
    """They share many words."""
    return log1p(shared_weight(pair.left.words, pair.right.words))


def meaning(pair: Pair) -> float:
    """Their openings mean the same."""
    return pair.meaning


def title_meaning(pair: Pair) -> float:
    """Their titles mean the same."""
    one, other = pair.left.meaning, pair.right.meaning
    return nan if one is None or other is None else round(float(one.title @ other.title), 4)


def wording_apart(pair: Pair) -> float:
    """Their words are nearer to each other than to what is around them."""
    one, other = pair.left.crowd, pair.right.crowd
    return nan if one is None or other is None else 2 * pair.wording - one.wording - other.wording


def meaning_apart(pair: Pair) -> float:
    """Their openings are nearer in meaning than what is around them."""
    one, other = pair.left.crowd, pair.right.crowd
    return nan if one is None or other is None else 2 * pair.meaning - one.meaning - other.meaning


def company(pair: Pair) -> float:
    """They resemble the same others."""
    left, right = pair.left, pair.right
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


def people(pair: Pair) -> float:
    """They name the same people."""
    return _overlap(pair.left.people, pair.right.people, pair.people)


def people_shared(pair: Pair) -> float:
    """They share people who are seldom in the news."""
    return _shared_log(pair.left.people, pair.right.people, pair.people)


def places(pair: Pair) -> float:
    """They name the same towns and regions."""
    return _overlap(pair.left.places, pair.right.places, pair.places)


def places_shared(pair: Pair) -> float:
    """They share several towns and regions, or rare ones."""
    return _shared_log(pair.left.places, pair.right.places, pair.places)


def bodies(pair: Pair) -> float:
    """They name the same organisations and groups."""
    return _overlap(pair.left.bodies, pair.right.bodies)


def names(pair: Pair) -> float:
    """They name the same people, places and organisations."""
    return _overlap(pair.left.names, pair.right.names, pair.names)


def names_shared(pair: Pair) -> float:
    """They share many names, or rare ones."""
    return _shared_log(pair.left.names, pair.right.names, pair.names)


def opening_names(pair: Pair) -> float:
    """They open with the same names."""
    return _overlap(pair.left.opening_names, pair.right.opening_names)


def counted(pair: Pair) -> float:
    """They count the same things alike."""
    return _overlap(pair.left.counted, pair.right.counted, pair.counted)


def counted_shared(pair: Pair) -> float:
    """They give the same numbers of the same things."""
    return log1p(pair.counted)


def numerals(pair: Pair) -> float:
    """The same numbers stand in both."""
    return _overlap(pair.left.numerals, pair.right.numerals)


def ages(pair: Pair) -> float:
    """They give the same ages of people."""
    return share(pair.left.ages, pair.right.ages)


def copied(pair: Pair) -> float:
    """Long stretches of their wording are the same."""
    return share(pair.left.shingles, pair.right.shingles)


def figures_agree(pair: Pair) -> float:
    """Their openings give the same figures."""
    one, other = pair.left.figures, pair.right.figures
    return float(sum(1 for unit in one.keys() & other.keys() if one[unit] & other[unit]))


def figures_clash(pair: Pair) -> float:
    """Their openings give other figures of the same things."""
    one, other = pair.left.figures, pair.right.figures
    return float(sum(1 for unit in one.keys() & other.keys() if not one[unit] & other[unit]))


def published(pair: Pair) -> float:
    """They were published near in time."""
    return _days_between(pair.left.day, pair.right.day)


def event_days(pair: Pair) -> float:
    """They open with the same day, or days near it."""
    return _days_between(pair.left.event_day, pair.right.event_day)


def days_shared(pair: Pair) -> float:
    """They speak of the same days."""
    return share(pair.left.days, pair.right.days)


def length(pair: Pair) -> float:
    """How much text there is to judge by."""
    return log(1 + min(pair.left.size, pair.right.size))


@dataclass(frozen=True, slots=True)
class Feature:
    """One measure of a pair, nan where it has nothing to say; `rises` tells which way it speaks.

    1: more of it speaks for one event; -1: against; 0: it weighs the others. `show` gives what was
    compared, for a reader. The measure's docstring is the reason that the reader sees.
    """

    measure: Callable[[Pair], float]
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


def _shared_log(left: Bag, right: Bag, shared: float) -> float:
    return log1p(shared) if left.weights and right.weights else nan


def _overlap(left: Bag, right: Bag, shared: float | None = None) -> float:
    least = min(left.total, right.total)
    if not least:
        return nan
    return (shared_weight(left, right) if shared is None else shared) / least


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


def measure(pair: Pair) -> list[float]:
    """Return every feature's measure of the pair, in the order of FEATURES."""
    return [feature.measure(pair) for feature in FEATURES]
