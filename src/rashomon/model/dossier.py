"""The dossier: everything worked out about one story."""

from dataclasses import dataclass

from rashomon.model.articles import Article, Failure
from rashomon.model.entities import Resolution
from rashomon.model.points import Comparison
from rashomon.model.spans import Span

SCHEMA = "rashomon/dossier/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """The articles about one event. `date` is ISO 8601, `reasons` say why they belong together."""

    id: str
    title: str
    date: str | None
    place: str | None
    articles: tuple[str, ...]
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """What the accounts put on one date."""

    date: str
    precision: str
    points: tuple[str, ...]
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefSentence:
    """One sentence of the brief, built from the words that its spans hold."""

    text: str
    spans: tuple[Span, ...]
    points: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """What made the dossier: version, models by sha256, settings; no clock, no host."""

    version: str
    models: tuple[tuple[str, str], ...]
    settings: tuple[tuple[str, str | int | float | bool], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """One story's complete account. `articles` are in the order of the input."""

    story: Story
    resolution: Resolution
    comparison: Comparison
    timeline: tuple[TimelineEntry, ...]
    brief: tuple[BriefSentence, ...]
    failures: tuple[Failure, ...]
    provenance: Provenance

    @property
    def articles(self) -> tuple[Article, ...]:
        """The story's articles."""
        return tuple(annotations.article for annotations in self.resolution.annotations)
