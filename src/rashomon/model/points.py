"""What the accounts say against each other: the output of `compare`."""

from dataclasses import dataclass
from typing import Literal

from rashomon.model.annotations import Claim, Quote
from rashomon.model.spans import Span

Fidelity = Literal["verbatim", "trimmed", "altered", "paraphrased"]
Relation = Literal["agree", "differ", "contradict", "update", "exclusive"]
Slot = Literal[
    "quantity",
    "date",
    "duration",
    "place",
    "person",
    "attribution",
    "wording",
    "polarity",
    "other",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One stretch of wording with every place where it stands; `words` counts the longest."""

    id: str
    spans: tuple[Span, ...]
    words: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Articles that go back to one text, and why we think so. Every article has one main origin."""

    id: str
    articles: tuple[str, ...]
    agency: str | None
    passages: tuple[str, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rendering:
    """How one quote gives an utterance, measured against its fullest direct rendering.

    `spans` is the part of the quote's content that gives it; empty where the whole content does.
    """

    quote: str
    fidelity: Fidelity
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """One thing one speaker said, with every outlet's rendering of it."""

    id: str
    speaker: str | None
    renderings: tuple[Rendering, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One version of what a point says, who prints it, and on how many independent origins."""

    value: str
    spans: tuple[Span, ...]
    articles: tuple[str, ...]
    independent: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """Claims that state the same thing, how their versions relate, and who stands behind them."""

    id: str
    claims: tuple[str, ...]
    articles: tuple[str, ...]
    relation: Relation
    slot: Slot | None
    values: tuple[Value, ...]
    origins: tuple[str, ...]
    independent: int
    salience: float
    reasons: tuple[str, ...]

    @property
    def near(self) -> bool:
        """Whether its claims are merely near to each other: what contradicts in something else is more."""
        return is_near(self.relation, self.slot)


def is_near(relation: str, slot: str | None) -> bool:
    """Whether this is what a point is called whose claims are merely near to each other."""
    return slot == "other" and relation == "differ"


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """All that `compare` found out about one story; `article_origins` maps article to main origin.

    `independent` origins are those of whole articles; what one outlet or agency wrote itself counts once.
    `quotes` are those that only comparing shows, beside those of the articles' annotations.
    """

    claims: tuple[Claim, ...]
    passages: tuple[Passage, ...]
    origins: tuple[Origin, ...]
    article_origins: tuple[tuple[str, str], ...]
    independent: int
    utterances: tuple[Utterance, ...]
    points: tuple[Point, ...]
    quotes: tuple[Quote, ...] = ()
