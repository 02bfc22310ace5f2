"""Restated: direct words that another article gives in its own, found through the points.

Wording alone can't tell that "we are planning to go on helping" and "the country will continue its
assistance" are one utterance. Where a point holds both claims and one speaker is known for both, the
indirect quote nearest to the direct one in its article renders it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rashomon.compare.fidelity import fidelity
from rashomon.compare.wording import words
from rashomon.link import vectors
from rashomon.link.tfidf import Tfidf, Vector, cosine
from rashomon.model import Annotations, Claim, Point, Quote, Rendering, Utterance
from rashomon.model.identity import content_id

# Set on the labelled stories and the one labelled by hand: it adds to five utterances, each rightly in part.
LEAST_NEARNESS = 0.8  # cosine of meaning and cosine of wording, added
LEAST_MEANING = 0.5
LEAST_SHARE = 0.4  # of the quote's characters that the claim holds: a small part of a speech is not it
STEM = 7  # letters of a word that are compared: "assist", "assistance"


@dataclass(frozen=True, slots=True)
class _Told:
    """One attributed claim: its quote, its words, and what they are compared by."""

    claim: Claim
    quote: Quote
    text: str
    wording: Vector


def add_restated(
    utterances: Sequence[Utterance], points: Sequence[Point], annotations: Sequence[Annotations]
) -> tuple[Utterance, ...]:
    """Return the utterances with the indirect renderings that the points show; needs sentence vectors."""
    if len(annotations) < 2 or not vectors.available():
        return tuple(utterances)
    found = list(utterances)
    told = _told(annotations)
    for point in sorted(points, key=lambda each: each.id):
        members = [told[claim] for claim in sorted(point.claims) if claim in told]
        for direct, indirect in _pairs(members):
            if not _together(found, direct.quote, indirect.quote):
                _join(found, direct, indirect)
    return tuple(sorted(found, key=lambda each: (each.speaker or "", each.renderings[0].quote, each.id)))


def _told(annotations: Sequence[Annotations]) -> Mapping[str, _Told]:
    """The claims that fill enough of a quote with a known speaker, by id."""
    texts = {
        claim.id: " ".join(each.article.exact(span) for span in claim.spans)
        for each in annotations
        for claim in each.claims
    }
    weights = Tfidf.fit(_terms(text) for text in texts.values())
    found = {}
    for each in annotations:
        quotes = {quote.id: quote for quote in each.quotes if quote.speaker is not None}
        for claim in each.claims:
            quote = quotes.get(claim.quote or "")
            if quote is not None and _share(claim, quote) >= LEAST_SHARE:
                text = texts[claim.id]
                found[claim.id] = _Told(claim, quote, text, weights.vector(_terms(text)))
    return found


def _terms(text: str) -> list[str]:
    return [fold[:STEM] for fold in words(text).folds]


def _share(claim: Claim, quote: Quote) -> float:
    return sum(map(len, claim.spans)) / sum(map(len, quote.content))


def _pairs(members: Sequence[_Told]) -> Iterator[tuple[_Told, _Told]]:
    """Yield direct and indirect claims that are each other's nearest in their two articles."""
    near = {}
    for direct in members:
        for indirect in members:
            if _may_be_one(direct.quote, indirect.quote):
                nearness = _nearness(direct, indirect)
                if nearness >= LEAST_NEARNESS:
                    near[direct.claim.id, indirect.claim.id] = (nearness, direct, indirect)
    for nearness, direct, indirect in near.values():
        rivals = (
            other
            for other, d, i in near.values()
            if (d is direct and i.quote.article == indirect.quote.article)
            or (i is indirect and d.quote.article == direct.quote.article)
        )
        if nearness >= max(rivals):
            yield direct, indirect


def _may_be_one(direct: Quote, indirect: Quote) -> bool:
    kinds = direct.kind == "direct" and indirect.kind != "direct"
    return kinds and direct.speaker == indirect.speaker and direct.article != indirect.article


def _nearness(left: _Told, right: _Told) -> float:
    """How alike two claims are in meaning and wording; 0 where their meaning is not."""
    one, other = vectors.encoder().encode([left.text, right.text])
    meaning = round(float(one @ other), 5)
    return meaning + cosine(left.wording, right.wording) if meaning >= LEAST_MEANING else 0.0


def _together(utterances: Sequence[Utterance], left: Quote, right: Quote) -> bool:
    quotes = {left.id, right.id}
    return any(quotes <= {rendering.quote for rendering in each.renderings} for each in utterances)


def _join(utterances: list[Utterance], direct: _Told, indirect: _Told) -> None:
    """Add the indirect quote to the first utterance of the direct words, or make a new one of both."""
    rendering = _rendering(indirect, direct.text)
    for place, each in enumerate(utterances):
        if any(_gives(own, direct) for own in each.renderings):
            utterances[place] = _utterance(each, (*each.renderings, rendering))
            return
    both = (_rendering(direct, direct.text), rendering)
    utterances.append(_utterance(Utterance(id="", speaker=direct.quote.speaker, renderings=both), both))


def _gives(rendering: Rendering, direct: _Told) -> bool:
    """Whether the rendering is of the direct claim's quote, and of that part of it."""
    if rendering.quote != direct.quote.id:
        return False
    return not rendering.spans or any(a.overlaps(b) for a in rendering.spans for b in direct.claim.spans)


def _rendering(told: _Told, full: str) -> Rendering:
    spans = () if _share(told.claim, told.quote) > 0.9 else told.claim.spans
    faithful = fidelity(told.text, full, quoted=told.quote.kind == "direct")
    return Rendering(told.quote.id, faithful, spans)


def _utterance(utterance: Utterance, renderings: tuple[Rendering, ...]) -> Utterance:
    ordered = tuple(sorted(renderings, key=lambda each: (each.quote, each.spans)))
    return replace(
        utterance, id=content_id("utterance", [each.quote for each in ordered]), renderings=ordered
    )
