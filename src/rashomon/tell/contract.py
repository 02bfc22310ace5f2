"""The dossier as JSON: contract version 1 (docs/dossier.md, dossier.schema.json)."""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from rashomon.model import (
    Article,
    BriefSentence,
    Claim,
    Dossier,
    Entity,
    Failure,
    Judgement,
    Merge,
    Origin,
    Passage,
    Point,
    Quantity,
    Quote,
    Repair,
    Span,
    Time,
    TimelineEntry,
    Utterance,
    Value,
)
from rashomon.model.dossier import SCHEMA
from rashomon.tell.parts import part_id, parts
from rashomon.tell.sigla import sigla

Json = dict[str, Any]


# The lists of the contract whose rows have ids.
IDENTIFIED = (
    "articles",
    "entities",
    "merges",
    "quotes",
    "utterances",
    "claims",
    "points",
    "passages",
    "origins",
)


def to_json(dossier: Dossier) -> Json:
    """Return the dossier as plain data in the contract's shape and key order."""
    return _Writer(dossier).dossier()


def dumps(data: Json) -> str:
    """Return the data as JSON text: one form, real characters, a line end at the end.

    A lone surrogate, which no encoding can write, is given as its escape.
    """
    text = json.dumps(data, ensure_ascii=False, indent=1) + "\n"
    return re.sub("[\ud800-\udfff]", lambda match: f"\\u{ord(match[0]):04x}", text)


class _Writer:
    """One dossier on its way to JSON; it knows each article's text, origin and siglum."""

    def __init__(self, dossier: Dossier) -> None:
        self.source = dossier
        self.texts = {article.id: article.text for article in dossier.articles}
        self.origins = dict(dossier.comparison.article_origins)
        self.sigla = sigla(dossier.articles)

    def dossier(self) -> Json:
        dossier, comparison = self.source, self.source.comparison
        return {
            "schema": SCHEMA,
            "story": self.story(),
            "articles": [self.article(article) for article in dossier.articles],
            "entities": [self.entity(entity) for entity in dossier.resolution.entities],
            "merges": [_merge(merge) for merge in dossier.resolution.merges],
            "judgements": [_judgement(judgement) for judgement in dossier.resolution.judgements],
            "quotes": [self.quote(quote) for quote in self.quotes()],
            "utterances": [self.utterance(utterance) for utterance in comparison.utterances],
            "claims": [self.claim(claim) for claim in comparison.claims],
            "points": [self.point(point) for point in comparison.points],
            "passages": [self.passage(passage) for passage in comparison.passages],
            "origins": [_origin(origin) for origin in comparison.origins],
            "timeline": [self.entry(entry) for entry in dossier.timeline],
            "brief": [self.sentence(sentence) for sentence in dossier.brief],
            "failures": [_failure(failure) for failure in dossier.failures],
            "provenance": {
                "version": dossier.provenance.version,
                "models": dict(dossier.provenance.models),
                "settings": dict(dossier.provenance.settings),
            },
        }

    def quotes(self) -> Iterator[Quote]:
        """Those of each article, behind them those that comparing found there, each with its parts."""
        comparison = self.source.comparison
        told = [
            quote
            for found in self.source.resolution.annotations
            for quote in (*found.quotes, *(q for q in comparison.quotes if q.article == found.article.id))
        ]
        inner = parts({quote.id: quote for quote in told}, comparison.utterances)
        return (each for quote in told for each in (quote, *inner.get(quote.id, ())))

    def span(self, span: Span) -> Json:
        exact = self.texts[span.article][span.start : span.end]
        return {"article": span.article, "start": span.start, "end": span.end, "exact": exact}

    def spans(self, spans: Iterable[Span]) -> list[Json]:
        return [self.span(span) for span in spans]

    def story(self) -> Json:
        story = self.source.story
        return {
            "id": story.id,
            "title": story.title,
            "date": story.date,
            "place": story.place,
            "articles": list(story.articles),
            "independent": self.source.comparison.independent,
            "reasons": list(story.reasons),
        }

    def article(self, article: Article) -> Json:
        return {
            "id": article.id,
            "siglum": self.sigla[article.id],
            "file": article.file,
            "url": article.url,
            "outlet": article.outlet,
            "outlet_inferred": article.outlet_inferred,
            "title": article.title,
            "byline": article.byline,
            "dateline": article.dateline,
            "published": article.published,
            "precision": article.precision,
            "language": article.language,
            "text": article.text,
            "credits": list(article.credits),
            "photo_credits": list(article.photo_credits),
            "wire": article.wire,
            "dropped": [{"text": d.text, "reason": d.reason, "start": d.start} for d in article.dropped],
            "repairs": [_repair(repair) for repair in article.repairs],
            "offsets": [list(piece) for piece in article.offsets.pieces],
            "origin": self.origins.get(article.id),
        }

    def entity(self, entity: Entity) -> Json:
        return {
            "id": entity.id,
            "kind": entity.kind,
            "name": entity.name,
            "names": list(entity.names),
            "roles": list(entity.roles),
            "mentions": self.spans(entity.mentions),
        }

    def quote(self, quote: Quote) -> Json:
        return {
            "id": quote.id,
            "article": quote.article,
            "kind": quote.kind,
            "source": self.spans(quote.source),
            "cue": self.spans(quote.cue),
            "content": self.spans(quote.content),
            "speaker": quote.speaker,
            "confidence": quote.confidence,
            "within": quote.within,
            "addressee": self.spans(quote.addressee),
            "occasion": self.spans(quote.occasion),
            "source_kind": quote.source_kind,
            "reasons": list(quote.reasons),
        }

    def claim(self, claim: Claim) -> Json:
        return {
            "id": claim.id,
            "article": claim.article,
            "spans": self.spans(claim.spans),
            "quote": claim.quote,
            "polarity": claim.polarity,
            "modality": claim.modality,
            "quantities": [self.quantity(quantity) for quantity in claim.quantities],
            "dates": [self.time(time) for time in claim.dates],
        }

    def quantity(self, quantity: Quantity) -> Json:
        return {
            "span": self.span(quantity.span),
            "kind": quantity.kind,
            "low": quantity.low,
            "high": quantity.high,
            "unit": quantity.unit,
            "hedge": quantity.hedge,
        }

    def time(self, time: Time) -> Json:
        return {
            "span": self.span(time.span),
            "kind": time.kind,
            "value": time.value,
            "end": time.end,
            "precision": time.precision,
            "basis": time.basis,
        }

    def point(self, point: Point) -> Json:
        return {
            "id": point.id,
            "claims": list(point.claims),
            "articles": list(point.articles),
            "relation": point.relation,
            "slot": point.slot,
            "values": [self.value(value) for value in point.values],
            "origins": list(point.origins),
            "independent": point.independent,
            "salience": point.salience,
            "reasons": list(point.reasons),
        }

    def value(self, value: Value) -> Json:
        return {
            "value": value.value,
            "spans": self.spans(value.spans),
            "articles": list(value.articles),
            "independent": value.independent,
        }

    def utterance(self, utterance: Utterance) -> Json:
        renderings = [
            {
                "quote": part_id(rendering),
                "fidelity": rendering.fidelity,
                "spans": self.spans(rendering.spans),
            }
            for rendering in utterance.renderings
        ]
        return {"id": utterance.id, "speaker": utterance.speaker, "renderings": renderings}

    def passage(self, passage: Passage) -> Json:
        return {"id": passage.id, "spans": self.spans(passage.spans), "words": passage.words}

    def entry(self, entry: TimelineEntry) -> Json:
        return {
            "date": entry.date,
            "precision": entry.precision,
            "points": list(entry.points),
            "spans": self.spans(entry.spans),
        }

    def sentence(self, sentence: BriefSentence) -> Json:
        return {
            "text": sentence.text,
            "spans": self.spans(sentence.spans),
            "points": list(sentence.points),
        }


def _repair(repair: Repair) -> Json:
    return {
        "start": repair.start,
        "end": repair.end,
        "was": repair.was,
        "reason": repair.reason,
        "raw_start": repair.raw_start,
    }


def _merge(merge: Merge) -> Json:
    evidence = [
        {"feature": e.feature, "score": e.score, "left": e.left, "right": e.right} for e in merge.evidence
    ]
    return {
        "id": merge.id,
        "entity": merge.entity,
        "left": merge.left,
        "right": merge.right,
        "score": merge.score,
        "evidence": evidence,
    }


def _judgement(judgement: Judgement) -> Json:
    return {
        "id": judgement.id,
        "names": sorted((judgement.left, judgement.right)),
        "verdict": judgement.verdict,
        "articles": list(judgement.articles),
        "by": judgement.by,
        "note": judgement.note,
    }


def _origin(origin: Origin) -> Json:
    return {
        "id": origin.id,
        "articles": list(origin.articles),
        "agency": origin.agency,
        "passages": list(origin.passages),
        "reasons": list(origin.reasons),
    }


def _failure(failure: Failure) -> Json:
    return {"input": failure.input, "stage": failure.stage, "reason": failure.reason}
