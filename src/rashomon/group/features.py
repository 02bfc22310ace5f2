"""Features: each gives one reason why two articles are, or aren't, about one event."""

from rashomon.group.profiles import Profile
from rashomon.link.features import Feature, Score, score_pair
from rashomon.link.frequencies import background
from rashomon.link.tfidf import Vector, cosine

RARE = 0.6  # how far below the rarest weight a word still counts as rare
Compared = tuple[float, str, str] | None


def _shared(left: Vector, right: Vector, most: int = 4) -> str:
    common = sorted((term for term in left if term in right), key=lambda t: (-left[t] * right[t], t))
    return ", ".join(common[:most])


def _top(vector: Vector, most: int = 3) -> str:
    return ", ".join(sorted(vector, key=lambda term: (-vector[term], term))[:most])


def wording(left: Profile, right: Profile) -> Compared:
    """They use the same rare words."""
    if not left.wording or not right.wording:
        return None
    shared = _shared(left.wording, right.wording)
    return cosine(left.wording, right.wording), shared, shared


def headline(left: Profile, right: Profile) -> Compared:
    """Their titles share words."""
    if not left.headline or not right.headline:
        return None
    return cosine(left.headline, right.headline), left.title, right.title


def people(left: Profile, right: Profile) -> Compared:
    """They name the same people."""
    if not left.people or not right.people:
        return None
    return cosine(left.people, right.people), _top(left.people), _top(right.people)


def strangers(left: Profile, right: Profile) -> Compared:
    """Both name people, and none in common."""
    if len(left.people) < 2 or len(right.people) < 2 or any(name in right.people for name in left.people):
        return None
    return -1.0, _top(left.people), _top(right.people)


def places(left: Profile, right: Profile) -> Compared:
    """They name the same towns and regions."""
    if not left.places or not right.places:
        return None
    return cosine(left.places, right.places), _top(left.places), _top(right.places)


def elsewhere(left: Profile, right: Profile) -> Compared:
    """Both name towns or regions, and none in common."""
    if not left.places or not right.places or any(name in right.places for name in left.places):
        return None
    return -1.0, _top(left.places), _top(right.places)


def bodies(left: Profile, right: Profile) -> Compared:
    """They name the same organisations and groups."""
    if not left.bodies or not right.bodies:
        return None
    return cosine(left.bodies, right.bodies), _top(left.bodies), _top(right.bodies)


def numbers(left: Profile, right: Profile) -> Compared:
    """They give the same numbers of the same things."""
    shared = sorted(left.numbers & right.numbers)
    if not shared:
        return None
    return min(1.0, len(shared) / 3), ", ".join(shared[:4]), ", ".join(shared[:4])


def copied(left: Profile, right: Profile) -> Compared:
    """Long stretches of their wording are the same."""
    least = min(len(left.shingles), len(right.shingles))
    if least < 12:
        return None
    share = len(left.shingles & right.shingles) / least
    return (share, f"{share:.0%}", f"{share:.0%}") if share else None


def rarities(left: Profile, right: Profile) -> Compared:
    """They share words that hardly any other report has."""
    rarest = background().unseen - RARE
    weights = background().idf
    shared = [t for t in left.wording if t in right.wording and weights.get(t, 99.0) >= rarest]
    if not left.wording or not right.wording:
        return None
    shown = ", ".join(sorted(shared, key=lambda t: (-left.wording[t] * right.wording[t], t))[:4])
    return min(1.0, len(shared) / 8), shown, shown


def same_day(left: Profile, right: Profile) -> Compared:
    """They open with the same day, or speak of it."""
    if left.event_day is not None and left.event_day == right.event_day:
        return 1.0, _iso(left.event_day), _iso(left.event_day)
    shared = sorted(left.days & right.days)
    return (0.5, _iso(shared[-1]), _iso(shared[-1])) if shared else None


def other_day(left: Profile, right: Profile) -> Compared:
    """They open with different days."""
    if left.event_day is None or right.event_day is None or left.event_day == right.event_day:
        return None
    return (-0.5 if left.days & right.days else -1.0), _iso(left.event_day), _iso(right.event_day)


def ages(left: Profile, right: Profile) -> Compared:
    """They give the same ages of people, or none in common."""
    if not left.ages or not right.ages:
        return None
    shared = left.ages & right.ages
    shown = (", ".join(sorted(left.ages)), ", ".join(sorted(right.ages)))
    return (min(1.0, len(shared) / 2) if shared else -1.0, *shown)


def near(left: Profile, right: Profile) -> Compared:
    """They were published on the same day or the day after."""
    if left.day is None or right.day is None or abs(left.day - right.day) > 1:
        return None
    return (0.5 if left.day != right.day else 1.0), _iso(left.day), _iso(right.day)


def apart(left: Profile, right: Profile) -> Compared:
    """Many days lie between the days they were published."""
    if left.day is None or right.day is None:
        return None
    days = abs(left.day - right.day)
    return (-min(1.0, days / 14), _iso(left.day), _iso(right.day)) if days > 3 else None


def _iso(day: int) -> str:
    from datetime import date

    return date.fromordinal(day).isoformat()


# Weights and bias: fitted with logistic regression on pairs of the development parts of four sets
# (gva_longtail, giveme5w1h_newscluster, allsides_neus, wikinews_events) with none below 0, rounded; what
# speaks against a pair then got about twice its weight, since a false merge is worse than a split.
FEATURES = (
    Feature("wording", 16.0, wording),
    Feature("headline", 5.0, headline),
    Feature("people", 0.5, people),
    Feature("strangers", 1.5, strangers),
    Feature("places", 0.5, places),
    Feature("elsewhere", 2.0, elsewhere),
    Feature("bodies", 0.2, bodies),
    Feature("numbers", 0.4, numbers),
    Feature("copied", 2.0, copied),
    Feature("rarities", 1.5, rarities),
    Feature("same_day", 0.8, same_day),
    Feature("other_day", 3.5, other_day),
    Feature("ages", 0.6, ages),
    Feature("near", 2.5, near),
    Feature("apart", 4.0, apart),
)
BIAS = -6.5


def compare(left: Profile, right: Profile) -> Score:
    """Score two articles: above 0 they are more likely about one event than not."""
    score = score_pair(left, right, FEATURES)
    return Score(round(score.total + BIAS, 6), score.evidence)
