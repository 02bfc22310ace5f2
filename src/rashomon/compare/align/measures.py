"""Measures: what speaks for and against two sentences telling one thing, in columns, a value a pair."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import product
from math import nan
from typing import TYPE_CHECKING, TypeVar

from rashomon.compare.align.blocking import nearness
from rashomon.compare.align.items import Item
from rashomon.compare.align.rivals import neighbours, standing, through_third
from rashomon.compare.align.sentences import Telling
from rashomon.compare.align.wordwise import NAMES, wordwise
from rashomon.compare.slots.amounts import alike, same_amount
from rashomon.compare.slots.times import same_time
from rashomon.link.tfidf import cosine

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Column = NDArray[np.float64]
Pair = tuple[int, int]
Cosines = tuple[float, float, float]
T = TypeVar("T")
# Those that only the sentence model gives; without it they are missing.
OF_MEANING = frozenset(
    {"meaning", "claims_meaning", "claims_across", "apart_from_crowd", "along", "crossed", "aside"}
    | {f"meaning_{what}_{side}" for what in ("rank", "gap", "crowd") for side in ("less", "more")}
    | {*NAMES}
)


def columns(
    items: Sequence[Item],
    tellings: Sequence[Telling],
    near: Mapping[Pair, Cosines],
    asked: Sequence[Pair] | None = None,
) -> "dict[str, Column]":
    """Return each measure's column over the asked pairs of `near`, else all; nan where nothing can be said.

    What stands around a pair is measured by all of `near`.
    """
    import numpy as np

    pairs = list(near) if asked is None else asked
    place_of = {pair: at for at, pair in enumerate(near)}
    rows = [place_of[pair] for pair in pairs]
    found = {
        name: np.array([compare(tellings[i], tellings[j]) for i, j in pairs], dtype=np.float64)
        for name, compare in OF_SENTENCES.items()
    }
    for place, name in enumerate(("meaning", "words", "letters")):
        found[name] = np.array([near[pair][place] for pair in pairs], dtype=np.float64)
        if name != "letters":
            by_one = {pair: cosines[place] for pair, cosines in near.items()}
            found |= _rows(standing(tellings, by_one, name), rows)
    whole = {pair: nearness(cosines) for pair, cosines in near.items()}
    found["near"] = np.array([whole[pair] for pair in pairs], dtype=np.float64)
    found |= _rows(standing(tellings, whole, "near"), rows)
    crowd = (found["meaning_crowd_less"] + found["meaning_crowd_more"]) / 2
    found["apart_from_crowd"] = found["meaning"] - crowd
    found["through_third"] = through_third(tellings, whole, pairs)
    found |= neighbours(tellings, pairs)
    found |= _of_claims(items, tellings, pairs)
    found |= wordwise(tellings, pairs)
    if not tellings or tellings[0].meaning is None:
        found |= {name: np.full(len(pairs), nan) for name in OF_MEANING}
    return found


def _rows(found: "Mapping[str, Column]", rows: Sequence[int]) -> "dict[str, Column]":
    return {name: column[rows] for name, column in found.items()}


def _of_claims(
    items: Sequence[Item], tellings: Sequence[Telling], pairs: Sequence[Pair]
) -> "dict[str, Column]":
    """How alike the sentences' claims are, each measure at its best."""
    import numpy as np

    rows = [
        _claims([items[k] for k in tellings[i].items], [items[k] for k in tellings[j].items])
        for i, j in pairs
    ]
    table = np.array(rows, dtype=np.float64).reshape(len(pairs), 5)
    names = ("claims_meaning", "claims_words", "claims_letters", "claims_near", "claims_across")
    return {name: table[:, place] for place, name in enumerate(names)}


def _claims(left: Sequence[Item], right: Sequence[Item]) -> tuple[float, ...]:
    each = [
        (_cosine(a.meaning, b.meaning), cosine(a.words, b.words), cosine(a.letters, b.letters))
        for a, b in product(left, right)
    ]
    across = [_cosine(a.meaning, right[0].context_meaning) for a in left]
    across += [_cosine(left[0].context_meaning, b.meaning) for b in right]
    best = [max(one[place] for one in each) for place in range(3)]
    return (*best, max(map(sum, each)), max(across))


def _cosine(left: "NDArray[np.float32] | None", right: "NDArray[np.float32] | None") -> float:
    return 0.0 if left is None or right is None else round(float(left @ right), 5)


def _shared(left: Mapping[str, float], right: Mapping[str, float]) -> float:
    return sum(weight for term, weight in left.items() if term in right)


def _rarest(place: int) -> Callable[[Telling, Telling], float]:
    def compare(left: Telling, right: Telling) -> float:
        common = sorted((w for term, w in left.rarity.items() if term in right.rarity), reverse=True)
        return common[place] if place < len(common) else 0.0

    return compare


def _any(left: Iterable[T], right: Sequence[T], same: Callable[[T, T], bool]) -> float:
    """1 where one of each are the same, 0 where none are, nan where one side has none."""
    mine = list(left)
    return float(any(same(a, b) for a in mine for b in right)) if mine and right else nan


def _one(left: frozenset[str], right: frozenset[str]) -> float:
    return float(bool(left & right)) if left and right else nan


def _less(get: Callable[[Telling], float]) -> Callable[[Telling, Telling], float]:
    return lambda left, right: min(get(left), get(right))


def _more(get: Callable[[Telling], float]) -> Callable[[Telling, Telling], float]:
    return lambda left, right: max(get(left), get(right))


def _both(get: Callable[[Telling], float]) -> Callable[[Telling, Telling], float]:
    return lambda left, right: float(get(left)) + get(right)


OF_SENTENCES: dict[str, Callable[[Telling, Telling], float]] = {
    "common": lambda a, b: _shared(a.rarity, b.rarity),
    "held_less": lambda a, b: _shared(a.rarity, b.rarity) / max(1.0, min(a.weight, b.weight)),
    "held_more": lambda a, b: _shared(a.rarity, b.rarity) / max(1.0, max(a.weight, b.weight)),
    "rarest": _rarest(0),
    "next_rarest": _rarest(1),
    "terms": lambda a, b: len(a.rarity.keys() & b.rarity.keys()),
    "names": lambda a, b: _shared(a.entities, b.entities),
    "other_names": lambda a, b: len(a.entities.keys() ^ b.entities.keys()),
    "names_held": lambda a, b: (
        len(a.entities.keys() & b.entities.keys()) / max(1, min(len(a.entities), len(b.entities)))
    ),
    "same_amount": lambda a, b: _any(a.quantities, b.quantities, same_amount),
    "alike_amount": lambda a, b: _any(a.quantities, b.quantities, alike),
    "amounts": _both(lambda each: len(each.quantities)),
    "same_time": lambda a, b: _any(a.times, b.times, same_time),
    "predicates": lambda a, b: len(a.predicates & b.predicates),
    "speaker": lambda a, b: _one(a.speakers, b.speakers),
    "utterance": lambda a, b: _one(a.utterances, b.utterances),
    "apart": lambda a, b: abs(a.position - b.position),
    "first": _less(lambda each: each.position),
    "last": _more(lambda each: each.position),
    "index_less": _less(lambda each: min(40, each.index)),
    "index_more": _more(lambda each: min(40, each.index)),
    "short": _less(lambda each: each.length),
    "long": _more(lambda each: each.length),
    "light": _less(lambda each: each.weight),
    "heavy": _more(lambda each: each.weight),
    "quoted": _both(lambda each: each.quoted),
    "direct": _both(lambda each: each.direct),
    "title": _both(lambda each: each.title),
}
