"""Features: what speaks for and against two claims stating the same thing.

The weights are those of a logistic regression over the pairs of claims of 32 stories told by three or
four outlets each and labelled by hand (the development stories of the shared set). The weighted sum
is the log-odds that both claims state the same thing.
"""

from collections.abc import Sequence
from math import log

from rashomon.compare.align.items import Item
from rashomon.compare.slots.amounts import same_amount
from rashomon.compare.slots.times import same_time
from rashomon.link.features import Feature
from rashomon.link.tfidf import cosine
from rashomon.model import Span

Found = tuple[float, str, str] | None


def wording(left: Item, right: Item) -> Found:
    """The claims share words, rare words counting most."""
    return cosine(left.words, right.words), left.view.text, right.view.text


def letters(left: Item, right: Item) -> Found:
    """The claims share parts of words."""
    return cosine(left.letters, right.letters), left.view.text, right.view.text


def held(left: Item, right: Item) -> Found:
    """The shorter claim's words stand in the longer."""
    less = min(left.weight, right.weight)
    if not less:
        return None
    shared = sum(left.rarity[term] for term in sorted(left.rarity.keys() & right.rarity.keys()))
    return shared / less, left.view.text, right.view.text


def meaning(left: Item, right: Item) -> Found:
    """The claims are alike in meaning."""
    if left.meaning is None or right.meaning is None:
        return None
    return round(float(left.meaning @ right.meaning), 5), left.view.text, right.view.text


def nearness(left: Item, right: Item) -> Found:
    """The claims are nearer to each other than to the others around them."""
    if left.meaning is None or right.meaning is None:
        return None
    gap = float(left.meaning @ right.meaning) - (left.crowd + right.crowd) / 2
    return round(gap, 5), left.view.text, right.view.text


def surroundings(left: Item, right: Item) -> Found:
    """Their whole sentences share wording."""
    return cosine(left.context_letters, right.context_letters), left.view.context, right.view.context


def scene(left: Item, right: Item) -> Found:
    """Their whole sentences are alike in meaning."""
    if left.context_meaning is None or right.context_meaning is None:
        return None
    value = float(left.context_meaning @ right.context_meaning)
    return round(value, 5), left.view.context, right.view.context


def substance(left: Item, right: Item) -> Found:
    """Both claims hold enough to be compared."""
    less = min(left.weight, right.weight)
    return log(1 + less), f"{left.weight:.1f}", f"{right.weight:.1f}"


def place(left: Item, right: Item) -> Found:
    """Both stand about as far down their articles."""
    gap = abs(left.view.position - right.view.position)
    return gap, f"{left.view.position:.2f}", f"{right.view.position:.2f}"


def entities(left: Item, right: Item) -> Found:
    """The claims name the same persons, organisations and places."""
    mine, theirs = left.view.entities, right.view.entities
    if not mine or not theirs:
        return None
    weights = {**left.rarity, **right.rarity}
    shared = sum(weights.get(name, 1.0) for name in sorted(mine & theirs))
    either = sum(weights.get(name, 1.0) for name in sorted(mine | theirs))
    return shared / either, ", ".join(sorted(mine)), ", ".join(sorted(theirs))


def numbers(left: Item, right: Item) -> Found:
    """The claims give the same number of the same thing."""
    mine, theirs = left.view.quantities, right.view.quantities
    if not mine or not theirs:
        return None
    equal = any(same_amount(a, b) for a in mine for b in theirs)
    return float(equal), _exact(left, [q.span for q in mine]), _exact(right, [q.span for q in theirs])


def times(left: Item, right: Item) -> Found:
    """The claims give the same time."""
    mine, theirs = left.view.times, right.view.times
    if not mine or not theirs:
        return None
    equal = any(same_time(a, b) for a in mine for b in theirs)
    return float(equal), _exact(left, [t.span for t in mine]), _exact(right, [t.span for t in theirs])


def speaker(left: Item, right: Item) -> Found:
    """The same person is quoted."""
    mine, theirs = left.view.speaker, right.view.speaker
    if mine is None or theirs is None:
        return None
    return (1.0 if mine == theirs else -1.0), mine, theirs


def predicate(left: Item, right: Item) -> Found:
    """The claims have the same verb."""
    if left.view.predicate != right.view.predicate:
        return None
    return 1.0, left.view.predicate, right.view.predicate


def _exact(item: Item, spans: Sequence[Span]) -> str:
    first = item.view.claim.spans[0]
    return "; ".join(f"{span.start - first.start}+{len(span)}" for span in spans)


COMPARE = (
    wording,
    letters,
    held,
    meaning,
    nearness,
    surroundings,
    scene,
    substance,
    place,
    entities,
    numbers,
    times,
    speaker,
    predicate,
)
WEIGHTS = {
    "wording": 0.74,
    "letters": 2.92,
    "held": 2.56,
    "meaning": -2.79,
    "nearness": 6.83,
    "surroundings": 5.47,
    "scene": 3.16,
    "substance": 1.17,
    "place": -0.79,
    "entities": 0.5,
    "numbers": 1.0,
    "times": 0.5,
    "speaker": 0.3,
}
PRIOR = -7.32
FEATURES = tuple(Feature(f.__name__, WEIGHTS.get(f.__name__, 0.0), f) for f in COMPARE)
