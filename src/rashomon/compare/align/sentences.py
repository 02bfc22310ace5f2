"""Sentences: what surrounds claims, so that a pair of claims is judged by its pair of sentences."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rashomon.compare.align.items import Item
from rashomon.link.tfidf import Tfidf, Vector
from rashomon.link.wordpieces import Pieces
from rashomon.model import Quantity, Time

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Telling:
    """One sentence with its claims (`items`, as places) and what they hold.

    `rarity` maps its terms to their rarity, `weight` is the sum; `meaning` and `pieces` are None without
    the model.
    """

    article: int
    index: int
    items: tuple[int, ...]
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
    pieces: Pieces | None


def make_tellings(items: Sequence[Item]) -> list[Telling]:
    """Return the sentences that hold the claims, in the order of these, whatever the articles' numbers."""
    held: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for place, item in enumerate(items):
        held[item.view.article, item.view.claim.sentence].append(place)
    keys = list(held)
    rarity = Tfidf.fit(set(items[held[key][0]].view.context_terms) for key in keys)
    named = Tfidf.fit(_entities([items[place] for place in held[key]]) for key in keys)
    return [_telling(items, held[key], rarity, named) for key in keys]


def _entities(items: Sequence[Item]) -> set[str]:
    return {entity for item in items for entity in item.view.entities}


def _telling(items: Sequence[Item], places: Sequence[int], rarity: Tfidf, named: Tfidf) -> Telling:
    own = [items[place] for place in places]
    views = [item.view for item in own]
    view = views[0]
    rare = {term: rarity.idf[term] for term in sorted(set(view.context_terms))}
    return Telling(
        article=view.article,
        index=view.claim.sentence,
        items=tuple(places),
        position=view.position,
        title=view.kind == "title",
        quoted=any(each.claim.quote for each in views),
        direct=any(each.direct for each in views),
        length=len(view.context_terms),
        words=rarity.vector(view.context_terms),
        letters=own[0].context_letters,
        rarity=rare,
        weight=sum(rare.values()),
        entities={entity: named.idf[entity] for entity in sorted(_entities(own))},
        quantities=tuple(q for each in views for q in each.quantities),
        times=tuple(t for each in views for t in each.times),
        predicates=frozenset(each.predicate for each in views),
        speakers=frozenset(each.speaker for each in views if each.speaker),
        utterances=frozenset(each.utterance for each in views if each.utterance),
        meaning=own[0].context_meaning,
        pieces=own[0].pieces,
    )
