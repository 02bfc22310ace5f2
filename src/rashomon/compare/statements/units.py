"""Units: a statement as names, numbers, times and content words, each with what it hangs on and how."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from rashomon.compare.statements.hooks import find_hooks
from rashomon.compare.statements.modes import definite, modality, negated
from rashomon.model import Annotations, Article, Quantity, Resolution, Span, Time
from rashomon.text.calendar import WEEKDAYS
from rashomon.text.lexicon import closed_class
from rashomon.text.opposites import ORDINALS

UnitKind = Literal["word", "name", "number", "ordinal", "time"]

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV", "PRON"})
# Words of a content class that carry nothing by which statements could be told apart.
LIGHT = closed_class(
    "be have do get can could will would shall should may might must also so there then here just even "
    "very too only such other own same more most it he she they we i you who which that this these those "
    "what him her them us me his its their our your my himself herself itself themselves one not never "
    "no none as when where while how why both all any some each every much many still now already "
    "mr mrs ms dr"
)

# Relations in which a noun has a place of its own.
PLACED = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "pobj"})
DAYS = frozenset(day.lower() for day in WEEKDAYS)
# Light words that tell something all the same where a copula says them.
TELLING = closed_class("one same other own such both any some all many much none")


@dataclass(frozen=True, slots=True)
class Unit:
    """One part of a statement; `key` is equal where two units mean the same.

    `role` says how it hangs on the unit `governor` (an index; None for a root): "subject", "object",
    a preposition, or the parser's label; `hooks` are all such places, for one subject can have several
    verbs. `first` and `last` are tokens, `last` not included. `definite`
    says that a known one is meant: not "a dog", but "the dog", "her dog" or "Rex".
    """

    kind: UnitKind
    key: str
    role: str
    governor: int | None
    hooks: tuple[tuple[str, int], ...]
    first: int
    last: int
    head: int
    span: Span
    pos: str
    definite: bool = True
    negated: bool = False
    modality: str = "asserted"
    name_kind: str | None = None
    quantity: Quantity | None = None
    time: Time | None = None
    weekday: str | None = None


@dataclass(frozen=True)
class Statement:
    """A stretch of one annotated article as units in text order; `tokens` are the tokens it is made of."""

    annotations: Annotations
    tokens: tuple[int, ...]
    units: tuple[Unit, ...]

    @property
    def article(self) -> Article:
        """The article it stands in."""
        return self.annotations.article

    @cached_property
    def children(self) -> Mapping[int, tuple[int, ...]]:
        """The units that hang on each unit."""
        found: dict[int, list[int]] = {}
        for index, unit in enumerate(self.units):
            for _, above in unit.hooks:
                found.setdefault(above, []).append(index)
        return {index: tuple(below) for index, below in found.items()}

    def role(self, child: int, above: int) -> str:
        """How one unit hangs on another."""
        return next((role for role, unit in self.units[child].hooks if unit == above), "")

    @property
    def text(self) -> str:
        """The stretch of the article from its first word to its last."""
        tokens = self.annotations.tokens
        if not self.tokens:
            return ""
        return self.article.text[tokens.start[self.tokens[0]] : tokens.end[self.tokens[-1]]]

    def exact(self, unit: Unit) -> str:
        """The unit's words as they stand."""
        return self.article.exact(unit.span)


Names = Mapping[tuple[int, int], str]
"""What each mention of an article means: its start and end to one key an entity."""


def read_statement(
    annotations: Annotations, tokens: Iterable[int] | None = None, names: Names | None = None
) -> Statement:
    """Return the statement that the tokens make: all of the article's, if none are given."""
    members = tuple(range(len(annotations.tokens))) if tokens is None else tuple(sorted(set(tokens)))
    reader = _Reader(annotations, members, names or {})
    return Statement(annotations, members, tuple(reader.units()))


def read_statements(resolution: Resolution) -> list[Statement]:
    """Return one statement an article, all that it says; names mean what `resolve` found."""
    names = named(resolution)
    return [read_statement(each, names=names.get(each.article.id)) for each in resolution.annotations]


def named(resolution: Resolution) -> dict[str, dict[tuple[int, int], str]]:
    """Map each article to what its mentions mean: the entities' names in small letters."""
    found: dict[str, dict[tuple[int, int], str]] = {}
    for entity in resolution.entities:
        for span in entity.mentions:
            found.setdefault(span.article, {})[span.start, span.end] = entity.name.lower()
    return found


@dataclass(frozen=True, slots=True)
class _Chunk:
    kind: UnitKind
    key: str
    first: int
    last: int
    head: int
    name_kind: str | None = None
    quantity: Quantity | None = None
    time: Time | None = None


class _Reader:
    """Cuts the tokens into units and hangs them on each other."""

    def __init__(self, annotations: Annotations, members: Sequence[int], names: Names) -> None:
        self._annotations = annotations
        self._tokens = annotations.tokens
        self._members = frozenset(members)
        self._names = names

    def units(self) -> Iterator[Unit]:
        chunks = list(self._chunks())
        place = {token: n for n, chunk in enumerate(chunks) for token in range(chunk.first, chunk.last)}
        hooks = find_hooks(self._tokens, [chunk.head for chunk in chunks], place, self._members)
        tokens, article = self._tokens, self._annotations.article
        for chunk, hung in zip(chunks, hooks, strict=True):
            yield Unit(
                kind=chunk.kind,
                key=chunk.key,
                role=hung[0][0] if hung else "",
                governor=hung[0][1] if hung else None,
                hooks=tuple(hung),
                first=chunk.first,
                last=chunk.last,
                head=chunk.head,
                span=article.span(tokens.start[chunk.first], tokens.end[chunk.last - 1]),
                pos=tokens.pos[chunk.head],
                definite=chunk.kind == "name" or definite(tokens, chunk.head),
                negated=negated(tokens, chunk.head, self._members),
                modality=modality(tokens, chunk.head, self._members),
                name_kind=chunk.name_kind,
                quantity=chunk.quantity,
                time=chunk.time,
                weekday=self._weekday(chunk) if chunk.time else None,
            )

    def _weekday(self, chunk: _Chunk) -> str | None:
        """The one day of the week that a time names."""
        lemmas = {self._tokens.lemma[i] for i in range(chunk.first, chunk.last)} & DAYS
        return lemmas.pop() if len(lemmas) == 1 else None

    def _chunks(self) -> Iterator[_Chunk]:
        taken: set[int] = set()
        found: list[_Chunk] = []
        for chunk in (*self._times(), *self._numbers(), *self._named()):
            inside = range(chunk.first, chunk.last)
            if self._members.issuperset(inside) and taken.isdisjoint(inside):
                taken.update(inside)
                found.append(chunk)
        tokens = self._tokens
        for first, last in self._runs(sorted(self._members - taken)):
            taken.update(range(first, last))
            key = self._annotations.article.text[tokens.start[first] : tokens.end[last - 1]].lower()
            found.append(_Chunk("name", key, first, last, self._top(first, last)))
        for index in sorted(self._members - taken):
            lemma = tokens.lemma[index]
            if lemma in ORDINALS:
                found.append(_Chunk("ordinal", str(ORDINALS[lemma]), index, index + 1, index))
            elif (tokens.pos[index] in CONTENT and lemma not in LIGHT) or self._told(index):
                found.append(_Chunk("word", lemma, index, index + 1, index))
        yield from sorted(found, key=lambda chunk: chunk.first)

    def _told(self, index: int) -> bool:
        """Whether a light word tells something: "has a daughter", "is one of them", "is the same"."""
        tokens = self._tokens
        if tokens.lemma[index] == "have" and tokens.pos[index] == "VERB":
            return True
        said = tokens.dep[index] in ("attr", "acomp") and tokens.pos[tokens.head[index]] == "AUX"
        return said and tokens.lemma[index] in TELLING

    def _times(self) -> Iterator[_Chunk]:
        for time in self._annotations.times:
            if (inside := self._inside(time.span)) is not None:
                first, last = inside
                key = time.value or self._annotations.article.exact(time.span).lower()
                yield _Chunk("time", f"{time.kind} {key}", first, last, self._top(first, last), time=time)

    def _numbers(self) -> Iterator[_Chunk]:
        """Each number without the noun that it counts, which is a word of its own."""
        tokens = self._tokens
        for quantity in self._annotations.quantities:
            if (inside := self._inside(quantity.span)) is None:
                continue
            first, last = inside
            counted = tokens.lemma[last - 1] == quantity.unit or tokens.pos[last - 1] == "NOUN"
            if last - first > 1 and counted and quantity.kind not in ("money", "percent"):
                last -= 1
            whole = quantity.kind == "percent"  # "%" is no word of its own
            while not whole and last - first > 1 and tokens.pos[last - 1] in ("ADJ", "PUNCT", "NOUN", "ADP"):
                last -= 1
            key = f"{quantity.kind} {quantity.low} {quantity.high}"
            yield _Chunk("number", key, first, last, self._top(first, last), quantity=quantity)

    def _named(self) -> Iterator[_Chunk]:
        for mention in self._annotations.mentions:
            if (inside := self._inside(mention.span)) is not None:
                first, last = inside
                key = self._names.get((mention.span.start, mention.span.end), mention.text.lower())
                yield _Chunk("name", key, first, last, self._top(first, last), name_kind=mention.kind)

    def _runs(self, free: Sequence[int]) -> Iterator[tuple[int, int]]:
        """Stretches of proper nouns that the name tagger took for no name."""
        proper = [i for i in free if self._tokens.pos[i] == "PROPN" and self._tokens.lemma[i] not in LIGHT]
        first = 0
        for place, index in enumerate(proper):
            if place + 1 == len(proper) or proper[place + 1] != index + 1:
                if place > first:
                    yield proper[first], index + 1
                first = place + 1

    def _inside(self, span: Span) -> tuple[int, int] | None:
        starts = self._tokens.start
        first, last = bisect_left(starts, span.start), bisect_left(starts, span.end)
        return (first, last) if first < last else None

    def _top(self, first: int, last: int) -> int:
        """The token of the stretch that hangs on something outside it; the last, if all hang together."""
        heads = self._tokens.head
        outside = [i for i in range(first, last) if not first <= heads[i] < last or heads[i] == i]
        placed = [i for i in outside if self._tokens.dep[i] in PLACED]
        return [last - 1, *outside, *placed[:1]][-1]
