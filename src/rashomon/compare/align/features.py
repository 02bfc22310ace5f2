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
    """The claims are alike in meaning (less than it seems, where everything around is alike)."""
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


def utterance(left: Item, right: Item) -> Found:
    """The claims stand in two renderings of one utterance."""
    mine, theirs = left.view.utterance, right.view.utterance
    if mine is None or theirs is None:
        return None
    return float(mine == theirs), mine, theirs


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
    numbers,
    times,
    speaker,
    utterance,
)
WEIGHTS = {
    "wording": 0.95,
    "letters": 2.13,
    "held": 2.69,
    "meaning": -2.16,
    "nearness": 7.1,
    "surroundings": 6.08,
    "scene": 3.01,
    "substance": 1.02,
    "place": -0.78,
    "numbers": 0.44,
    "times": 1.8,
    "speaker": 0.58,
    "utterance": 0.5,
}
PRIOR = -6.92
FEATURES = tuple(Feature(f.__name__, WEIGHTS[f.__name__], f) for f in COMPARE)
