"""Views: what of a claim is compared, worked out once a claim."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, TypeVar

from rashomon.compare.align.labels import Labels, labels
from rashomon.compare.voices import voices
from rashomon.model import Annotations, Article, Claim, Entity, Quantity, Resolution, Span, Time, Utterance
from rashomon.text.lexicon import closed_class

if TYPE_CHECKING:
    from rashomon.compare.statements.units import Statement, Unit

T = TypeVar("T")

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"})
# Verbs and adverbs too common to tell claims apart.
COMMON = closed_class("be have do say tell add also not so then there very such other more most")
_BOUND = frozenset({"before", "until", "till"})
_REACH = 12  # tokens before a verb in which the word that opens its clause stands


@dataclass(frozen=True, slots=True)
class View:
    """One claim as it is compared: `terms` are lemmas, with one term an entity whatever its name.

    `around` is its sentence, `context` the text of that, `around_times` are the times in it.
    `parts` gives the claim as units that hang together, read at the first call; `told_by` is the span of
    its quote's source, `by_name` whether a person is named there, `voices` whose words they may be.
    `labels` are the numbers that things bear ("bridge 5"); `verbal` says that a verb is claimed, not a
    mere name or phrase; `known` that it only says which thing or time is meant ("the ferry that sank",
    "before it sank").
    `cue` is the span of the words of saying beside `told_by`.
    """

    claim: Claim
    article: int
    text: str
    around: Span
    context: str
    terms: tuple[str, ...]
    context_terms: tuple[str, ...]
    entities: frozenset[str]
    predicate: str
    speaker: str | None
    direct: bool
    utterance: str | None
    quantities: tuple[Quantity, ...]
    times: tuple[Time, ...]
    around_times: tuple[Time, ...]
    position: float
    kind: str
    source: Article
    names: tuple[tuple[int, int], ...] = ()
    labels: Labels = frozenset()
    verbal: bool = True
    parts: "Callable[[], Statement] | None" = None
    known: bool = False
    told_by: Span | None = None
    cue: Span | None = None
    by_name: bool = False
    voices: frozenset[str] = frozenset()

    @property
    def units(self) -> "tuple[Unit, ...]":
        """The units that the claim is made of; none where it is made by hand, without `parts`."""
        return self.parts().units if self.parts is not None else ()

    def named(self, offset: int) -> bool:
        """Whether the character belongs to a name."""
        return any(start <= offset < end for start, end in self.names)

    def exact(self, span: Span) -> str:
        """The words that a span of the claim's article points to."""
        return self.source.exact(span)


def make_views(resolution: Resolution, utterances: Sequence[Utterance] = ()) -> list[View]:
    """Return a view of every claim, in the order of the claims' ids: input order doesn't matter."""
    found: list[View] = []
    names = _named(resolution.entities)
    whose = voices(resolution.annotations, resolution.entities)
    said = {r.quote: utterance.id for utterance in utterances for r in utterance.renderings}
    for place, annotations in enumerate(resolution.annotations):
        reader = _Reader(annotations, names.get(annotations.article.id, ()), said, whose)
        found += [reader.view(claim, place) for claim in annotations.claims]
    return sorted(found, key=lambda view: (view.claim.article, view.claim.spans, view.claim.id))


def _named(entities: Sequence[Entity]) -> Mapping[str, Sequence[tuple[int, int, str]]]:
    """Map each article to its mentions `(start, end, entity id)` in text order."""
    found: defaultdict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for entity in entities:
        for span in entity.mentions:
            found[span.article].append((span.start, span.end, entity.id))
    return {article: sorted(rows) for article, rows in found.items()}


class _Reader:
    """Reads the claims of one article."""

    def __init__(
        self,
        annotations: Annotations,
        mentions: Sequence[tuple[int, int, str]],
        utterances: Mapping[str, str],
        whose: Mapping[str, frozenset[str]],
    ) -> None:
        self._annotations = annotations
        self._utterances = utterances
        self._voices = whose
        self._starts = annotations.tokens.start
        self._names = tuple((start, end) for start, end, _ in mentions)
        self._times = tuple(sorted(annotations.times, key=lambda time: time.span))
        self._entity = dict(self._entities(mentions))
        self._direct = {quote.id for quote in annotations.quotes if quote.kind in ("direct", "mixed")}
        self._sources = {quote.id: quote.source[0] for quote in annotations.quotes if quote.source}
        self._cues = {quote.id: quote.cue[0] for quote in annotations.quotes if quote.cue}
        people = [mention.span for mention in annotations.mentions if mention.kind == "person"]
        self._by_name = {
            quote for quote, span in self._sources.items() if any(span.overlaps(name) for name in people)
        }
        self._mentions = {(start, end): entity for start, end, entity in mentions}
        self._speakers = {quote.id: quote.speaker for quote in annotations.quotes}

    def view(self, claim: Claim, place: int) -> View:
        annotations = self._annotations
        article, tokens = annotations.article, annotations.tokens
        sentence = annotations.sentences[claim.sentence]
        members = [i for span in claim.spans for i in self._tokens(span)]
        around = article.span(sentence.start, sentence.end)
        near = _starting_in(self._times, around, lambda time: time.span.start)
        return View(
            claim=claim,
            article=place,
            text=" … ".join(article.exact(span) for span in claim.spans),
            context=article.exact(around),
            around=around,
            terms=tuple(self._terms(members)),
            context_terms=tuple(self._terms(self._tokens(around))),
            entities=frozenset(self._entity[i] for i in members if i in self._entity),
            predicate=tokens.lemma[claim.predicate],
            speaker=self._speakers.get(claim.quote) if claim.quote else None,
            direct=claim.quote in self._direct,
            utterance=self._utterances.get(claim.quote) if claim.quote else None,
            quantities=claim.quantities,
            times=self._dated(claim, near),
            around_times=near,
            position=claim.sentence / max(1, len(annotations.sentences)),
            kind=sentence.kind,
            source=article,
            labels=labels(article.text, tokens, members, [time.span for time in near]),
            verbal=tokens.pos[claim.predicate] in ("VERB", "AUX"),
            known=_taken_as_known(annotations, claim.predicate),
            parts=cache(lambda: self._statement(members)),
            told_by=self._sources.get(claim.quote) if claim.quote else None,
            cue=self._cues.get(claim.quote) if claim.quote else None,
            by_name=claim.quote in self._by_name,
            voices=self._voices.get(claim.quote or "", frozenset()),
            names=_starting_in(self._names, around, lambda name: name[0]),
        )

    def _statement(self, members: Sequence[int]) -> "Statement":
        from rashomon.compare.statements.units import read_statement

        return read_statement(self._annotations, members, self._mentions)

    def _dated(self, claim: Claim, near: Sequence[Time]) -> tuple[Time, ...]:
        """The sentence's times inside the claim: those of the claim may not be anchored yet."""
        inside = tuple(t for t in near if any(span.covers(t.span) for span in claim.spans))
        return inside or claim.dates

    def _tokens(self, span: Span) -> range:
        return range(bisect_left(self._starts, span.start), bisect_left(self._starts, span.end))

    def _entities(self, mentions: Sequence[tuple[int, int, str]]) -> Iterator[tuple[int, str]]:
        for start, end, entity in mentions:
            for index in range(bisect_left(self._starts, start), bisect_left(self._starts, end)):
                yield index, entity

    def _terms(self, members: Sequence[int]) -> Iterator[str]:
        tokens, last = self._annotations.tokens, None
        for index in members:
            entity = self._entity.get(index)
            if entity is not None:
                if entity != last:
                    yield entity
            elif tokens.pos[index] in CONTENT and tokens.lemma[index] not in COMMON:
                yield stem(tokens.lemma[index])
            last = entity


def _taken_as_known(annotations: Annotations, verb: int) -> bool:
    """Whether the verb's clause says which thing is meant, without a comma, or until when something was.

    "When", "as" and "after" are no such signs: with them news is told ("died when the roof fell").
    """
    tokens = annotations.tokens
    if tokens.dep[verb] == "advcl":
        return any(
            tokens.dep[i] == "mark" and tokens.head[i] == verb and tokens.lemma[i] in _BOUND
            for i in range(max(0, verb - _REACH), verb)
        )
    between = annotations.article.text[tokens.end[tokens.head[verb]] : tokens.start[verb]]
    return tokens.dep[verb] == "relcl" and not any(mark in between for mark in ",–—(")


def _starting_in(items: tuple[T, ...], span: Span, start: Callable[[T], int]) -> tuple[T, ...]:
    """The items, sorted by their starts, that start inside the span."""
    return items[bisect_left(items, span.start, key=start) : bisect_left(items, span.end, key=start)]


def stem(lemma: str) -> str:
    """One form for spellings of both sides of the Atlantic and for close relatives of a word."""
    if len(lemma) > 4:
        lemma = lemma.replace("isation", "ization").replace("our", "or")
        lemma = lemma[:-2] + "ze" if lemma.endswith("ise") else lemma
    return lemma
