"""Who is meant: entities, the evidence for each merge, and the output of `resolve`."""

from dataclasses import dataclass

from rashomon.model.annotations import Annotations, MentionKind
from rashomon.model.judgements import Judgement
from rashomon.model.spans import Span


@dataclass(frozen=True, slots=True)
class Evidence:
    """One feature's score for a pair (-1 against .. 1 for) and the two values that it compared."""

    feature: str
    score: float
    left: str
    right: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """Two names taken to mean one entity: a decision that a person can revoke."""

    id: str
    entity: str
    left: str
    right: str
    score: float
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """One person, organisation, group or place; `name` is its fullest name, `names` all forms seen."""

    id: str
    kind: MentionKind
    name: str
    names: tuple[str, ...]
    roles: tuple[str, ...]
    mentions: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """The story's articles with speakers and dates filled in, and the entities they mean.

    `judgements` are those of a person's judgements that speak of names in this story.
    """

    annotations: tuple[Annotations, ...]
    entities: tuple[Entity, ...]
    merges: tuple[Merge, ...]
    judgements: tuple[Judgement, ...] = ()
