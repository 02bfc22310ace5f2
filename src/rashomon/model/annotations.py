"""What is found in one article, on its own: the output of `annotate`."""

from dataclasses import dataclass
from typing import Literal

from rashomon.model.articles import Article
from rashomon.model.spans import Span

MentionKind = Literal["person", "organisation", "group", "place", "other"]
QuoteKind = Literal["direct", "indirect", "mixed"]
SourceKind = Literal["official", "anonymous", "document", "analyst", "agency"]
SentenceKind = Literal["title", "heading", "body"]
Hedge = Literal["exact", "about", "at_least", "more_than", "at_most", "less_than", "magnitude"]
QuantityKind = Literal["count", "money", "percent", "duration", "age", "measure"]
TimeKind = Literal["date", "time", "duration", "set"]
TimePrecision = Literal["minute", "day", "week", "month", "year", "decade"]
Polarity = Literal["positive", "negative"]
Modality = Literal["asserted", "possible", "planned", "obliged", "conditional"]


@dataclass(frozen=True, slots=True)
class Tokens:
    """The parser's tokens as parallel columns; `head` and `sentence` are indices.

    `pos` and `dep` are Universal POS tags and the parser's dependency labels (ClearNLP style: nsubj,
    ccomp, ...); `tag` is the Penn tag. A root's head is itself.
    """

    start: tuple[int, ...]
    end: tuple[int, ...]
    lemma: tuple[str, ...]
    pos: tuple[str, ...]
    tag: tuple[str, ...]
    dep: tuple[str, ...]
    head: tuple[int, ...]
    sentence: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.start)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its characters, its tokens `[first, last)`, and where it stands."""

    start: int
    end: int
    first: int
    last: int
    paragraph: int
    kind: SentenceKind


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a span. `text` is the name without article, possessive or stray quotation mark."""

    span: Span
    kind: MentionKind
    text: str


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression. `value` is ISO 8601 (TimeML style: 2018-02-20, 2018-W08, P3D) or None.

    `end` closes a range. `basis` says what a relative expression was counted from; `none` leaves
    `value` None until the story gives an anchor.
    """

    span: Span
    kind: TimeKind
    value: str | None
    precision: TimePrecision | None
    basis: Literal["explicit", "published", "story", "none"]
    end: str | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit and hedge. `low` and `high` bound what was said, inclusive.

    "a thousand people" is 1000..1000 exact; "thousands" is 2000..9999 magnitude; "more than 70,000"
    is 70000..None more_than. `unit` is the lemma of what is counted, or an ISO currency code.
    """

    span: Span
    kind: QuantityKind
    low: float | None
    high: float | None
    unit: str | None
    hedge: Hedge


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """An attribution relation: source, cue and content spans, each in text order.

    `annotate` fills everything but `speaker`; `resolve` sets `speaker` and `confidence`, or leaves
    None and says why in `reasons`; it sets `source_kind` where the source is of one of those kinds.
    `within` is the quote that this one stands inside.
    """

    id: str
    article: str
    kind: QuoteKind
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    speaker: str | None = None
    confidence: float = 0.0
    within: str | None = None
    addressee: tuple[Span, ...] = ()
    occasion: tuple[Span, ...] = ()
    source_kind: SourceKind | None = None
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One proposition of one article. `predicate` is the index of its main token."""

    id: str
    article: str
    spans: tuple[Span, ...]
    sentence: int
    predicate: int
    quote: str | None
    polarity: Polarity
    modality: Modality
    quantities: tuple[Quantity, ...] = ()
    dates: tuple[Time, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotations:
    """One article with all that was found in it."""

    article: Article
    tokens: Tokens
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...] = ()
    times: tuple[Time, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    quotes: tuple[Quote, ...] = ()
    claims: tuple[Claim, ...] = ()
