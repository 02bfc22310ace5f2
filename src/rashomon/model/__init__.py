"""The records that the stages hand to each other: frozen, typed, without input or output."""

from rashomon.model.annotations import (
    Annotations,
    Claim,
    Mention,
    Quantity,
    Quote,
    Sentence,
    Time,
    Tokens,
)
from rashomon.model.articles import Article, Dropped, Failure, OffsetMap, Repair
from rashomon.model.dossier import BriefSentence, Dossier, Provenance, Story, TimelineEntry
from rashomon.model.entities import Entity, Evidence, Merge, Resolution
from rashomon.model.judgements import Judgement
from rashomon.model.points import (
    Comparison,
    Origin,
    Passage,
    Point,
    Rendering,
    Utterance,
    Value,
)
from rashomon.model.spans import Span

__all__ = [
    "Annotations",
    "Article",
    "BriefSentence",
    "Claim",
    "Comparison",
    "Dossier",
    "Dropped",
    "Entity",
    "Evidence",
    "Failure",
    "Judgement",
    "Mention",
    "Merge",
    "OffsetMap",
    "Origin",
    "Passage",
    "Point",
    "Provenance",
    "Quantity",
    "Quote",
    "Rendering",
    "Repair",
    "Resolution",
    "Sentence",
    "Span",
    "Story",
    "Time",
    "TimelineEntry",
    "Tokens",
    "Utterance",
    "Value",
]
