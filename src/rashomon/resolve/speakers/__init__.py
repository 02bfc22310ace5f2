"""Speakers: the entity behind each quote's source, or None where evidence is thin."""

from collections.abc import Sequence
from dataclasses import replace

from rashomon.link import gazetteer as tables
from rashomon.model import Annotations, Entity, Quote
from rashomon.resolve.speakers.answer import CARRIED, CONFIDENCE
from rashomon.resolve.speakers.genders import gender_of
from rashomon.resolve.speakers.kinds import source_kind
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
        named = [_named(quote, resolver) for quote in each.quotes]
        spoken.append(replace(each, quotes=_first_person(each, named)))
    return tuple(spoken)


def _first_person(annotations: Annotations, quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """Give what "I" is a source of, inside another quote, to that quote's speaker."""
    by_id = {quote.id: quote for quote in quotes}
    return tuple(_as_told(annotations, quote, by_id.get(quote.within or "")) for quote in quotes)


def _as_told(annotations: Annotations, quote: Quote, outer: Quote | None) -> Quote:
    words = [annotations.article.exact(span) for span in quote.source]
    if outer is None or outer.speaker is None or words not in (["I"], ["me"], ["my"], ["My"]):
        return quote
    confidence = round(min(outer.confidence, CONFIDENCE["I"]), 4)
    return replace(quote, speaker=outer.speaker, confidence=confidence, reasons=(f"I: “{words[0]}”",))


def _named(quote: Quote, resolver: Resolver) -> Quote:
    answer = resolver.speaker(quote)
    carried = bool(quote.source) and not quote.cue
    reasons = (answer.reason, "carries on the speaker before") if carried else (answer.reason,)
    return replace(
        quote,
        source_kind=source_kind(resolver.reading, quote, answer.entity, resolver.gazetteer),
        speaker=answer.entity.id if answer.entity else None,
        confidence=round(answer.confidence * (CARRIED if carried else 1.0), 4),
        reasons=reasons,
    )
