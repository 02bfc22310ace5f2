"""Speakers: the entity behind each quote's source, or None where evidence is thin."""

from collections.abc import Sequence
from dataclasses import replace

from rashomon.link import gazetteer as tables
from rashomon.model import Annotations, Entity, Quote
from rashomon.resolve.speakers.answer import CARRIED
from rashomon.resolve.speakers.genders import gender_of
from rashomon.resolve.speakers.mentions import by_last_word
from rashomon.resolve.speakers.resolver import Resolver

__all__ = ["assign_speakers"]


def assign_speakers(
    annotations: Sequence[Annotations], entities: Sequence[Entity]
) -> tuple[Annotations, ...]:
    """Return the articles with `speaker`, `confidence` and `reasons` of each quote filled in."""
    articles = {each.article.id: each for each in annotations}
    genders = {e.id: gender_of(e, articles) for e in entities if e.kind == "person"}
    table = by_last_word(entities)
    gazetteer = tables.load()
    spoken = []
    for each in annotations:
        resolver = Resolver(each, entities, genders, table, gazetteer)
        spoken.append(replace(each, quotes=tuple(_named(quote, resolver) for quote in each.quotes)))
    return tuple(spoken)


def _named(quote: Quote, resolver: Resolver) -> Quote:
    answer = resolver.speaker(quote)
    carried = bool(quote.source) and not quote.cue
    reasons = (answer.reason, "carries on the speaker before") if carried else (answer.reason,)
    return replace(
        quote,
        speaker=answer.entity.id if answer.entity else None,
        confidence=round(answer.confidence * (CARRIED if carried else 1.0), 4),
        reasons=reasons,
    )
