"""Features: what speaks for and against two claims stating the same thing.

The weights are those of a logistic regression over the pairs of claims of 32 stories told by three or
four outlets each and labelled by hand, fitted with quotations found by rules. The weighted sum is the
log-odds that both claims state the same thing: it tells which claims of two sentences belong together.
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


def across(left: Item, right: Item) -> Found:
    """One claim is alike in meaning to the other's whole sentence."""
    if left.meaning is None or left.context_meaning is None:
        return None
    if right.meaning is None or right.context_meaning is None:
        return None
    value = max(float(left.meaning @ right.context_meaning), float(right.meaning @ left.context_meaning))
    return round(value, 5), left.view.text, right.view.text


def across_letters(left: Item, right: Item) -> Found:
    """One claim shares wording with the other's whole sentence."""
    value = max(cosine(left.letters, right.context_letters), cosine(right.letters, left.context_letters))
    return value, left.view.text, right.view.text


def lengths(left: Item, right: Item) -> Found:
    """One claim is much longer than the other."""
    mine, theirs = len(left.view.terms), len(right.view.terms)
    return abs(mine - theirs) / max(1, mine + theirs), str(mine), str(theirs)


def voices(left: Item, right: Item) -> Found:
    """One is put in somebody's mouth, the other told by the outlet itself."""
    mine, theirs = left.view.speaker, right.view.speaker
    return float((mine is None) != (theirs is None)), mine or "", theirs or ""


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
    meaning,
    nearness,
    surroundings,
    scene,
    across,
    across_letters,
    lengths,
    voices,
    substance,
    place,
    numbers,
    times,
    speaker,
    utterance,
)
WEIGHTS = {
    "wording": 2.52,
    "letters": 7.7,
    "meaning": -1.86,
    "nearness": 4.86,
    "surroundings": 7.73,
    "scene": 2.01,
    "across": 2.53,
    "across_letters": -4.52,
    "lengths": 1.3,
    "voices": -0.33,
    "substance": 1.0,
    "place": -0.81,
    "numbers": 1.98,
    "times": 2.07,
    "speaker": 0.54,
    "utterance": 0.68,
}
PRIOR = -7.97
FEATURES = tuple(Feature(f.__name__, WEIGHTS[f.__name__], f) for f in COMPARE)
