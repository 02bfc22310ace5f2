"""What goes into a store and comes out of it, besides the records of `model`."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from rashomon.model import Article

Json = dict[str, Any]
RunState = Literal["running", "done", "stopped", "failed", "broken"]
JudgementKind = Literal["merge", "split", "move", "wrong"]


@dataclass(frozen=True, slots=True)
class Input:
    """One thing that was read: a path, `file.jsonl:12` or URL, and the sha256 of what it held."""

    name: str
    digest: str


@dataclass(frozen=True, slots=True)
class Raw:
    """What arrived, byte for byte, and its media type; `said` is what else it takes to read it again.

    `said` is None where an older version kept the page: what the article says has to do then.
    """

    body: bytes
    media: str = "text/html"
    said: Json | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of an article that was handed in; `new` is False where the store had it already."""

    article: str
    new: bool
    revision_of: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredArticle:
    """An article with its place in the store; `added` is when it first came (UTC).

    `revised_by` is the text that stands in its place, `reread_as` the same if that is what the page was
    read as later, and not what the outlet made of it.
    """

    article: Article
    address: str | None
    added: str
    revision_of: str | None
    revised_by: str | None
    reread_as: str | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """One feed that is watched; `state` belongs to whoever fetches it."""

    url: str
    title: str | None = None
    state: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far one stage of one run came; `same` counts what the store had already."""

    stage: str
    done: int
    failed: int
    same: int
    total: int | None
    started: str
    beat: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run of a command over the store. `beat` is its last sign of life, `broken` one that was killed."""

    id: int
    kind: str
    arguments: tuple[str, ...]
    started: str
    ended: str | None
    beat: str
    state: RunState
    reason: str
    stages: tuple[Progress, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredFailure:
    """What failed, where, why, how often; `payload` is what it takes to try again."""

    id: str
    input: str
    stage: str
    reason: str
    kind: str
    payload: str
    open: bool
    times: int
    first: str
    last: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredJudgement:
    """What a person said on the desk, when, and whether it was taken back.

    Of names (`merge`, `split`), of an article's story (`move`) or of a point (`wrong`). What it says of names
    becomes a `Judgement` of the model, which resolving a story keeps to.
    """

    id: str
    kind: JudgementKind
    subject: Json
    story: str | None
    who: str
    at: str
    undone_by: str | None = None
    undone_at: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryRow:
    """One story as a list shows it; `points` counts its points by relation, `altered` its altered quotes.

    `live` is False for one whose articles went to another story since: `successor`.
    """

    id: str
    title: str
    date: str | None
    place: str | None
    articles: int
    outlets: tuple[str, ...]
    origins: int
    points: Mapping[str, int]
    altered: int
    version: int
    updated: str
    live: bool = True
    successor: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierHead:
    """One version of a story's dossier, without its body."""

    story: str
    version: int
    made: str
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredDossier(DossierHead):
    """One version of a story's dossier; `body` is the JSON of docs/dossier.md."""

    body: str

    def json(self) -> Json:
        """Return the dossier as plain data."""
        value: Json = json.loads(self.body)
        return value


@dataclass(frozen=True, slots=True, kw_only=True)
class LaidOut:
    """One story's page as it is sent: gzipped, with its tag; `made_by` stands for what laid it out."""

    story: str
    version: int
    made_by: str
    tag: str
    body: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One place that a search found; `parts` are its words, with True where they match."""

    kind: Literal["article", "quote", "claim"]
    id: str
    article: str
    story: str | None
    title: str | None
    outlet: str | None
    published: str | None
    parts: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteRow:
    """One quotation with who said it and where."""

    id: str
    story: str
    article: str
    outlet: str | None
    published: str | None
    kind: str
    speaker: str | None
    speaker_name: str | None
    text: str
    utterance: str | None
    fidelity: str | None
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityRow:
    """One entity over all stories, and how often it was met."""

    id: str
    kind: str
    name: str
    names: tuple[str, ...]
    stories: tuple[str, ...]
    mentions: int
    quotes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """One place where an entity is named."""

    story: str
    article: str
    outlet: str | None
    published: str | None
    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletRow:
    """One outlet: how many articles and stories the store has of it."""

    name: str
    articles: int
    stories: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyRow:
    """In how many articles an outlet has one text with an agency (`agency`) or with another outlet.

    Which of two outlets had it first is not said: no span says it.
    """

    outlet: str
    source: str
    agency: bool
    articles: int
