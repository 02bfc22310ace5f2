"""Where the story's entities stand in one article, and which of them some words name."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rashomon.model import Annotations, Entity, Span
from rashomon.text.quotation_marks import pair_marks

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})


@dataclass(frozen=True, slots=True)
class Mentioned:
    """An entity in a place of the article."""

    span: Span
    entity: Entity


class Reading:
    """One article as the resolver reads it: mentions in order, tokens in quotation marks, sentences."""

    def __init__(self, annotations: Annotations, entities: Sequence[Entity]) -> None:
        self.annotations = annotations
        self.tokens = annotations.tokens
        self.text = annotations.article.text
        identity = annotations.article.id
        found = [Mentioned(span, e) for e in entities for span in e.mentions if span.article == identity]
        self.mentioned = sorted(found, key=lambda m: (m.span, m.entity.id))
        self._starts = [m.span.start for m in self.mentioned]
        self.quoted = self._quoted()
        self.sentence_of = self._sentences()

    def _quoted(self) -> list[bool]:
        inside = [False] * len(self.tokens)
        for pair in pair_marks(self.text):
            if pair.depth == 0:
                first = bisect_left(self.tokens.start, pair.start)
                last = bisect_left(self.tokens.start, pair.end)
                inside[first:last] = [True] * (last - first)
        return inside

    def _sentences(self) -> list[int]:
        numbers = [0] * len(self.tokens)
        for number, sentence in enumerate(self.annotations.sentences):
            numbers[sentence.first : sentence.last] = [number] * (sentence.last - sentence.first)
        return numbers

    def word(self, index: int) -> str:
        """The token's text."""
        return self.text[self.tokens.start[index] : self.tokens.end[index]]

    def tokens_in(self, span: Span) -> range:
        """The tokens that begin in the span."""
        first = bisect_left(self.tokens.start, span.start)
        return range(first, max(first, bisect_left(self.tokens.start, span.end)))

    def head(self, span: Span) -> int | None:
        """The span's head: its first nominal token whose own head lies outside."""
        inside = self.tokens_in(span)
        for index in inside:
            head = self.tokens.head[index]
            if (head not in inside or head == index) and self.tokens.pos[index] in _NOMINAL:
                return index
        nominal = [k for k in inside if self.tokens.pos[k] in _NOMINAL]
        return nominal[-1] if nominal else self._misread(span)

    def _misread(self, span: Span) -> int | None:
        """A name or a single word that the parser takes for no noun: "Marsh, however, said", "whose"."""
        mentions, inside = self.within(span), self.tokens_in(span)
        if mentions:
            inside = self.tokens_in(mentions[0].span)
        return inside[0] if len(inside) == 1 or (mentions and len(inside)) else None

    def at(self, index: int) -> Mentioned | None:
        """The shortest mention that holds the token, persons first."""
        start = self.tokens.start[index]
        stop = bisect_left(self._starts, start + 1)
        holding = [m for m in self.mentioned[max(0, stop - 40) : stop] if m.span.start <= start < m.span.end]
        return min(holding, key=lambda m: (m.entity.kind != "person", len(m.span), m.entity.id), default=None)

    def before(self, start: int) -> Mentioned | None:
        """The last mention that begins before the character."""
        index = bisect_left(self._starts, start) - 1
        return self.mentioned[index] if index >= 0 else None

    def within(self, span: Span) -> list[Mentioned]:
        """The mentions inside the span, in order."""
        first = bisect_left(self._starts, span.start)
        last = bisect_left(self._starts, span.end)
        return [m for m in self.mentioned[first:last] if m.span.end <= span.end]

    def children(self, index: int, within: Span) -> list[int]:
        """The token's children inside the span."""
        return [k for k in self.tokens_in(within) if self.tokens.head[k] == index and k != index]


def by_last_word(entities: Sequence[Entity]) -> Mapping[str, tuple[Entity, ...]]:
    """Entities by the last word of each of their names, folded, for names the tagger missed."""
    table: dict[str, dict[str, Entity]] = {}
    for entity in entities:
        for name in entity.names:
            words = name.casefold().split()
            if words and len(words[-1]) > 2:
                table.setdefault(words[-1], {})[entity.id] = entity
    return {word: tuple(found.values()) for word, found in table.items()}
