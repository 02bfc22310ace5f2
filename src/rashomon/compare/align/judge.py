"""Judge: how likely two claims state the same thing, from named features of them and their sentences.

The weighted sum of a pair's features is the log-odds that both claims state the same thing.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from math import log
from typing import TYPE_CHECKING, TypeVar

from rashomon.compare.align.fitted import PRIOR, WEIGHTS, WORDED, WORDED_PRIOR
from rashomon.compare.align.items import Item
from rashomon.compare.align.sentences import Telling, make_tellings
from rashomon.compare.slots.amounts import alike, same_amount
from rashomon.compare.slots.times import same_time
from rashomon.link.tfidf import cosine

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Column = NDArray[np.float64]
Pair = tuple[int, int]
T = TypeVar("T")
# What a sentence's nearness to another is ranked by: meaning, words and letters, each about as telling.
WORDS_COUNT = 1.2
# What speaks for a pair in words, and from what value of the feature on it is worth telling.
REASONS = (
    ("claim_amount", 1.0, "The claims give the same number of the same thing."),
    ("claim_time", 1.0, "The claims give the same time."),
    ("claim_utterance", 1.0, "The claims stand in two renderings of one utterance."),
    ("wording", 0.3, "The claims share words, rare words counting most."),
    ("meaning", 0.6, "The claims are alike in meaning."),
    ("letters", 0.2, "The claims share parts of words."),
    ("surroundings", 0.2, "Their whole sentences share wording."),
    ("scene", 0.5, "Their whole sentences are alike in meaning."),
)


def judge(found: "Mapping[str, Column]", *, meaning: bool) -> "list[float]":
    """Return each pair's log-odds; `meaning` tells whether the sentence model took part."""
    weights, prior = (WEIGHTS, PRIOR) if meaning else (WORDED, WORDED_PRIOR)
    import numpy as np

    matrix = np.stack([found[name] for name in sorted(weights)], axis=1)
    total = matrix @ np.array([weights[name] for name in sorted(weights)]) + prior
    return [round(float(value), 6) for value in total]


def reasons(found: "Mapping[str, Column]", row: int) -> Iterator[str]:
    """Yield what a reader would say for the pair, the most telling first, two at most."""
    told = (reason for name, least, reason in REASONS if found[name][row] >= least)
    yield from islice(told, 2)


def columns(items: Sequence[Item], pairs: Sequence[Pair]) -> "dict[str, Column]":
    """Return each feature's column, a value a pair of claims."""
    import numpy as np

    tellings, place = make_tellings(items)
    both = [(place[left], place[right]) for left, right in pairs]
    own = sorted(set(both))
    row = {pair: at for at, pair in enumerate(own)}
    where = np.array([row[pair] for pair in both], dtype=np.int64)
    found = {name: column[where] for name, column in _of_sentences(tellings, own).items()}
    return found | _of_claims(items, pairs, where, len(own))


def _of_sentences(tellings: Sequence[Telling], pairs: Sequence[Pair]) -> "dict[str, Column]":
    found = {name: _each(tellings, pairs, compare) for name, compare in SENTENCE.items()}
    found["scene"] = _cosines([each.meaning for each in tellings], pairs)
    found["near_beside"] = _beside(tellings, pairs)
    near = found["scene"] + WORDS_COUNT * found["words"] + found["surroundings"]
    return found | _ranks(tellings, pairs, near)


def _of_claims(
    items: Sequence[Item], pairs: Sequence[Pair], where: "NDArray[np.int64]", count: int
) -> "dict[str, Column]":
    import numpy as np

    found = {name: _each(items, pairs, compare) for name, compare in CLAIM.items()}
    found["meaning"] = _cosines([item.meaning for item in items], pairs)
    crowd = [items[left].crowd + items[right].crowd for left, right in pairs]
    found["nearness"] = found["meaning"] - np.array(crowd) / 2
    found["across"] = _across(items, pairs)
    near = found["meaning"] + found["wording"] + found["letters"]
    best = np.full(count, -1.0)
    np.maximum.at(best, where, near)
    return found | {"best": best[where]}


def _each(items: Sequence[T], pairs: Sequence[Pair], compare: Callable[[T, T], float]) -> "Column":
    import numpy as np

    return np.array([compare(items[left], items[right]) for left, right in pairs], dtype=np.float64)


def _cosines(vectors: "Sequence[NDArray[np.float32] | None]", pairs: Sequence[Pair]) -> "Column":
    """The pairs' cosines, in slices to spare memory; nothing without the model."""
    import numpy as np

    if not pairs or vectors[0] is None:
        return np.zeros(len(pairs))
    matrix = np.stack([vector for vector in vectors if vector is not None])
    left, right = np.array(pairs, dtype=np.int64).T
    slices = [
        np.einsum("ij,ij->i", matrix[left[at : at + 4096]], matrix[right[at : at + 4096]])
        for at in range(0, len(pairs), 4096)
    ]
    return np.asarray(np.round(np.concatenate(slices), 5), dtype=np.float64)


def _across(items: Sequence[Item], pairs: Sequence[Pair]) -> "Column":
    """How alike in meaning one claim is to the other's whole sentence, at best."""
    import numpy as np

    both = [*(item.meaning for item in items), *(item.context_meaning for item in items)]
    one = _cosines(both, [(left, len(items) + right) for left, right in pairs])
    other = _cosines(both, [(right, len(items) + left) for left, right in pairs])
    return np.maximum(one, other)


def _beside(tellings: Sequence[Telling], pairs: Sequence[Pair]) -> "Column":
    """How alike in meaning the sentences right before and after are, at best."""
    import numpy as np

    at = {(each.article, each.index): row for row, each in enumerate(tellings)}
    wanted: list[Pair] = []
    asker: list[int] = []
    for number, (left, right) in enumerate(pairs):
        for step, other in ((1, 1), (-1, -1), (1, -1), (-1, 1), (0, 1), (0, -1), (1, 0), (-1, 0)):
            one = at.get((tellings[left].article, tellings[left].index + step))
            two = at.get((tellings[right].article, tellings[right].index + other))
            if one is not None and two is not None and one != two:
                wanted.append((one, two))
                asker.append(number)
    best = np.zeros(len(pairs))
    if wanted:
        np.maximum.at(best, np.array(asker), _cosines([each.meaning for each in tellings], wanted))
    return best


def _ranks(tellings: Sequence[Telling], pairs: Sequence[Pair], near: "Column") -> "dict[str, Column]":
    """How many sentences of the other's article are nearer, and by how much this one stands out."""
    import numpy as np

    rivals: defaultdict[Pair, list[tuple[float, int, int]]] = defaultdict(list)
    for number, (left, right) in enumerate(pairs):
        rivals[left, tellings[right].article].append((-near[number], right, number))
        rivals[right, tellings[left].article].append((-near[number], left, number))
    rank, gap = np.zeros((2, len(pairs))), np.zeros((2, len(pairs)))
    seen = np.zeros(len(pairs), dtype=np.int64)
    for key in sorted(rivals):
        ordered = sorted(rivals[key])
        best, second = -ordered[0][0], -ordered[1][0] if len(ordered) > 1 else 0.0
        for place, (nearness, _, number) in enumerate(ordered):
            side = seen[number]
            rank[side, number] = min(place, 12)
            gap[side, number] = best - second if place == 0 else -nearness - best
            seen[number] += 1
    crowd = _crowd(rivals, len(tellings))
    mine, theirs = (np.array([crowd[pair[side]] for pair in pairs]) for side in (0, 1))
    return {
        "rank_less": rank.min(axis=0), "rank_more": rank.max(axis=0),
        "gap_less": gap.min(axis=0), "gap_more": gap.max(axis=0),
        "crowd_less": np.minimum(mine, theirs), "crowd_more": np.maximum(mine, theirs),
        "near": near,
    }  # fmt: skip


def _crowd(rivals: Mapping[Pair, Sequence[tuple[float, int, int]]], count: int) -> list[float]:
    """Each sentence's mean nearness to its five nearest."""
    found: defaultdict[int, list[float]] = defaultdict(list)
    for (sentence, _), others in rivals.items():
        found[sentence] += [-nearness for nearness, _, _ in others]
    return [sum(sorted(found[row])[-5:]) / 5 for row in range(count)]


def _shared(left: Mapping[str, float], right: Mapping[str, float]) -> float:
    return sum(weight for term, weight in left.items() if term in right)


def _any(left: Iterable[T], right: Sequence[T], same: Callable[[T, T], bool]) -> float:
    """1 where one of each are the same, -1 where none are, 0 where one side has none."""
    mine = list(left)
    if not mine or not right:
        return 0.0
    return 1.0 if any(same(a, b) for a in mine for b in right) else -1.0


def _one(left: frozenset[str], right: frozenset[str]) -> float:
    return 0.0 if not left or not right else 1.0 if left & right else -1.0


def _held(name: str | None) -> frozenset[str]:
    return frozenset() if name is None else frozenset({name})


def _less(get: Callable[[Telling], float]) -> Callable[[Telling, Telling], float]:
    return lambda left, right: min(get(left), get(right))


def _more(get: Callable[[Telling], float]) -> Callable[[Telling, Telling], float]:
    return lambda left, right: max(get(left), get(right))


SENTENCE: dict[str, Callable[[Telling, Telling], float]] = {
    "words": lambda left, right: cosine(left.words, right.words),
    "surroundings": lambda left, right: cosine(left.letters, right.letters),
    "common": lambda left, right: _shared(left.rarity, right.rarity),
    "held": lambda left, right: _shared(left.rarity, right.rarity) / max(1.0, min(left.weight, right.weight)),
    "names": lambda left, right: _shared(left.entities, right.entities),
    "other_names": lambda left, right: len(left.entities.keys() ^ right.entities.keys()),
    "same_amount": lambda left, right: _any(left.quantities, right.quantities, same_amount),
    "alike_amount": lambda left, right: _any(left.quantities, right.quantities, alike),
    "amounts": lambda left, right: min(4, len(left.quantities) + len(right.quantities)),
    "same_time": lambda left, right: _any(left.times, right.times, same_time),
    "predicates": lambda left, right: min(2, len(left.predicates & right.predicates)),
    "speaker": lambda left, right: _one(left.speakers, right.speakers),
    "utterance": lambda left, right: _one(left.utterances, right.utterances),
    "apart": lambda left, right: abs(left.position - right.position),
    "first": _less(lambda each: each.position),
    "last": _more(lambda each: each.position),
    "index_less": _less(lambda each: min(40, each.index)),
    "index_more": _more(lambda each: min(40, each.index)),
    "short": _less(lambda each: each.length),
    "long": _more(lambda each: each.length),
    "light": _less(lambda each: each.weight),
    "heavy": _more(lambda each: each.weight),
    "both_quoted": _less(lambda each: each.quoted),
    "one_quoted": _more(lambda each: each.quoted),
    "both_direct": _less(lambda each: each.direct),
    "one_direct": _more(lambda each: each.direct),
    "both_title": _less(lambda each: each.title),
    "one_title": _more(lambda each: each.title),
    "again": lambda left, right: float(left.article == right.article),
}
CLAIM: dict[str, Callable[[Item, Item], float]] = {
    "wording": lambda left, right: cosine(left.words, right.words),
    "letters": lambda left, right: cosine(left.letters, right.letters),
    "claim_amount": lambda left, right: _any(left.view.quantities, right.view.quantities, same_amount),
    "claim_time": lambda left, right: _any(left.view.times, right.view.times, same_time),
    "predicate": lambda left, right: float(left.view.predicate == right.view.predicate),
    "claim_short": lambda left, right: min(len(left.view.terms), len(right.view.terms)),
    "claim_long": lambda left, right: max(len(left.view.terms), len(right.view.terms)),
    "claim_same_amount": lambda left, right: float(
        any(same_amount(a, b) for a in left.view.quantities for b in right.view.quantities)
    ),
    "claim_same_time": lambda left, right: float(
        any(same_time(a, b) for a in left.view.times for b in right.view.times)
    ),
    "claim_speaker": lambda left, right: _one(_held(left.view.speaker), _held(right.view.speaker)),
    "claim_utterance": lambda left, right: max(
        0.0, _one(_held(left.view.utterance), _held(right.view.utterance))
    ),
    "across_letters": lambda left, right: max(
        cosine(left.letters, right.context_letters), cosine(right.letters, left.context_letters)
    ),
    "lengths": lambda left, right: (
        abs(len(left.view.terms) - len(right.view.terms))
        / max(1, len(left.view.terms) + len(right.view.terms))
    ),
    "substance": lambda left, right: log(1 + min(left.weight, right.weight)),
    "voices": lambda left, right: float((left.view.speaker is None) != (right.view.speaker is None)),
}
