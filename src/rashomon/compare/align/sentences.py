"""Sentences: what surrounds claims, so that a pair of claims is judged with its pair of sentences."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rashomon.compare.align.items import Item
from rashomon.link.tfidf import Tfidf, Vector
from rashomon.model import Quantity, Time

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Telling:
    """One sentence with its claims' values; `weight` is the sum of its terms' rarity."""

    article: int
    index: int
    position: float
    title: bool
    quoted: bool
    direct: bool
    length: int
    words: Vector
    letters: Vector
    rarity: Mapping[str, float]
    weight: float
    entities: Mapping[str, float]
    quantities: tuple[Quantity, ...]
    times: tuple[Time, ...]
    predicates: frozenset[str]
    speakers: frozenset[str]
    utterances: frozenset[str]
    meaning: "NDArray[np.float32] | None"


def make_tellings(items: Sequence[Item]) -> tuple[list[Telling], list[int]]:
    """Return the sentences that hold the claims, and each claim's place among them."""
    held: defaultdict[tuple[int, int], list[Item]] = defaultdict(list)
    for item in items:
        held[item.view.article, item.view.claim.sentence].append(item)
    keys = sorted(held)
    rarity = Tfidf.fit(held[key][0].view.context_terms for key in keys)
    named = Tfidf.fit(_entities(held[key]) for key in keys)
    place = {key: row for row, key in enumerate(keys)}
    tellings = [_telling(held[key], rarity, named) for key in keys]
    return tellings, [place[item.view.article, item.view.claim.sentence] for item in items]


def _entities(items: Sequence[Item]) -> set[str]:
    return {entity for item in items for entity in item.view.entities}


def _telling(items: Sequence[Item], rarity: Tfidf, named: Tfidf) -> Telling:
    views = [item.view for item in items]
    view = views[0]
    rare = {term: rarity.idf[term] for term in sorted(set(view.context_terms))}
    return Telling(
        article=view.article,
        index=view.claim.sentence,
        position=view.position,
        title=view.kind == "title",
        quoted=any(each.claim.quote for each in views),
        direct=any(each.direct for each in views),
        length=len(view.context_terms),
        words=rarity.vector(view.context_terms),
        letters=items[0].context_letters,
        rarity=rare,
        weight=sum(rare.values()),
        entities={entity: named.idf[entity] for entity in sorted(_entities(items))},
        quantities=tuple(q for each in views for q in each.quantities),
        times=tuple(t for each in views for t in each.times),
        predicates=frozenset(each.predicate for each in views),
        speakers=frozenset(each.speaker for each in views if each.speaker),
        utterances=frozenset(each.utterance for each in views if each.utterance),
        meaning=items[0].context_meaning,
    )
