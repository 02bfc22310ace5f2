"""Profiles: what of an article decides which story it belongs to."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import fsum
from typing import TYPE_CHECKING

from rashomon.group import days, terms
from rashomon.link import vectors
from rashomon.link.frequencies import background
from rashomon.link.gazetteer import Gazetteer
from rashomon.link.tfidf import Tfidf, Vector
from rashomon.model import Annotations

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

TITLE_WEIGHT = 3  # a word of the title counts as three; set on the development sets by pairwise F1
LEAD = 110  # tokens of the body that count as its lead
MEANT = 80  # words of the body whose meaning is taken together with the title's
KEYS = 30  # the rarest terms, by which articles are found that could be about the same


@dataclass(frozen=True, slots=True)
class Bag:
    """Terms with their weights (rarer is heavier), each once, and what they weigh together."""

    weights: Mapping[str, float]
    total: float


@dataclass(frozen=True, slots=True)
class Meaning:
    """Unit vectors of what the title says, and of what title and lead say together."""

    title: "NDArray[np.float32]"
    lead: "NDArray[np.float32]"


@dataclass(frozen=True, slots=True)
class Crowd:
    """How much an article resembles those around it anyway: the mean likeness of its nearest others.

    `near` keeps the likeness in wording of each by its article, which needn't be worked out again;
    `length` is the sum of its squares, with what is usual for those that a small batch lacks.
    """

    wording: float
    meaning: float
    near: Mapping[str, float] = field(default_factory=dict, compare=False)
    length: float = field(default=0.0, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """One article's wording, names, numbers and days. None but `crowd` depends on any other article.

    `wording`, `lead` and `headline` are TF-IDF vectors of length 1; `meaning` is None where the
    sentence model is not installed; days are ordinals. `keys` are the terms to find others by;
    `crowd` is known once they are found.
    """

    article: str
    outlet: str | None
    title: str
    wording: Vector
    lead: Vector
    headline: Vector
    words: Bag
    title_words: Bag
    people: Bag
    places: Bag
    bodies: Bag
    names: Bag
    opening_names: Bag
    counted: Bag
    numerals: Bag
    ages: frozenset[str]
    figures: terms.Figures
    shingles: frozenset[int]
    size: int
    day: int | None
    days: frozenset[int]
    event_day: int | None
    meaning: Meaning | None
    keys: tuple[tuple[str, float], ...]
    crowd: Crowd | None = None


def profiles(articles: Sequence[Annotations], gazetteer: Gazetteer, *, meant: bool = True) -> list[Profile]:
    """Return a profile an article, in order; none depends on the other articles.

    `meant=False` leaves the sentence model alone, which takes most of the time.
    """
    weights = background()
    meanings = _meanings(articles) if meant and vectors.available() else [None] * len(articles)
    return [_profile(a, m, weights, gazetteer) for a, m in zip(articles, meanings, strict=True)]


def _profile(
    annotations: Annotations, meaning: Meaning | None, weights: Tfidf, gazetteer: Gazetteer
) -> Profile:
    article = annotations.article
    own, body = terms.title_and_body(annotations)
    title = terms.content_words(annotations, 0, own)
    told = terms.content_words(annotations, body, terms.LEADING)
    wording = weights.vector([*told, *title * TITLE_WEIGHT])
    named = terms.names(annotations, gazetteer)
    spoken = days.days_spoken_of(annotations)
    rarest = sorted(wording.items(), key=lambda item: (-item[1], item[0]))[:KEYS]
    return Profile(
        article=article.id,
        outlet=article.outlet,
        title=article.title or "",
        wording=wording,
        lead=weights.vector([*terms.content_words(annotations, body, body + LEAD), *title * 2]),
        headline=weights.vector(title),
        words=_bag(wording, weights),
        title_words=_bag(title, weights),
        people=_bag(named.people, weights),
        places=_bag(named.places, weights),
        bodies=_bag(named.bodies, weights),
        names=_bag((*named.people, *named.places, *named.bodies), weights),
        opening_names=_bag(named.opening, weights),
        counted=_bag(terms.counted(annotations), weights),
        numerals=_bag(terms.numerals(annotations), weights),
        ages=terms.ages(annotations),
        figures=terms.figures(annotations),
        shingles=terms.shingles(terms.content_words(annotations, 0, terms.LEADING)),
        size=len(told) + TITLE_WEIGHT * len(title),
        day=days.day_number(article.published),
        days=spoken,
        event_day=days.event_day(annotations, spoken),
        meaning=meaning,
        keys=tuple(rarest),
    )


def _bag(found: Iterable[str], weights: Tfidf) -> Bag:
    held = {term: weights.idf.get(term, weights.unseen) for term in sorted(set(found))}
    return Bag(held, fsum(held.values()))


def _meanings(articles: Sequence[Annotations]) -> Sequence[Meaning | None]:
    """Put titles and leads through the sentence model."""
    titles, leads = [], []
    for annotations in articles:
        text, starts = annotations.article.text, annotations.tokens.start
        own, body = (starts[i] if i < len(starts) else len(text) for i in terms.title_and_body(annotations))
        title = " ".join(text[:own].split())
        titles.append(title)
        leads.append(f"{title}. {' '.join(text[body:].split()[:MEANT])}" if title else _words(text, body))
    encoder = vectors.encoder()
    meant_titles, meant_leads = encoder.encode(titles), encoder.encode(leads)
    return [
        Meaning(title, lead) if said else Meaning(lead, lead)
        for said, title, lead in zip(titles, meant_titles, meant_leads, strict=True)
    ]


def _words(text: str, start: int) -> str:
    return " ".join(text[start:].split()[:MEANT])
