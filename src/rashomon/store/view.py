"""Everything that can be read from a store, as it was when the view was opened."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from sqlalchemy import Connection

from rashomon.model import Annotations, Story
from rashomon.store import articles, due, layouts, people, placing, rereading, searching, sharing, stories
from rashomon.store.export import export
from rashomon.store.records import (
    CopyRow,
    DossierHead,
    EntityRow,
    Feed,
    Hit,
    Input,
    LaidOut,
    OutletRow,
    QuoteRow,
    Raw,
    Run,
    Sighting,
    StoredArticle,
    StoredDossier,
    StoredFailure,
    StoredJudgement,
    StoryRow,
)
from rashomon.store.searching import KINDS, Within
from rashomon.store.sharing import SharedText


class View:
    """Reads one store; sees nothing of what is written after it was opened."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def is_seen(self, input: Input) -> bool:
        """Whether the input was read when it held the same."""
        return articles.is_seen(self.connection, input)

    def input_digest(self, name: str) -> str | None:
        """The digest of what the input held when it was last read."""
        return articles.input_digest(self.connection, name)

    def article(self, id: str) -> StoredArticle | None:
        """One article with its place in the store."""
        return articles.article(self.connection, id)

    def annotated(self, ids: Sequence[str], *, lean: bool = False) -> Iterator[Annotations]:
        """Articles with their annotations, in the order of the ids; those without are left out.

        `lean` leaves out quotes, claims and the text as it arrived.
        """
        return articles.annotated(self.connection, ids, lean=lean)

    def raw(self, article: str) -> Raw | None:
        """What arrived for the article, byte for byte."""
        return articles.raw(self.connection, article)

    def current(self, address: str) -> str | None:
        """The article that stands at the address now."""
        return articles.current(self.connection, address)

    def revisions(self, article: str) -> tuple[str, ...]:
        """All texts that stood in this article's place, the oldest first."""
        return articles.revisions(self.connection, article)

    def feeds(self) -> tuple[Feed, ...]:
        """The feeds that are watched, by URL."""
        return articles.feeds(self.connection)

    def failures(self, *, open_only: bool = True, stage: str | None = None) -> tuple[StoredFailure, ...]:
        """What failed, by stage and input."""
        return articles.failures(self.connection, open_only=open_only, stage=stage)

    def runs(self, limit: int = 20) -> tuple[Run, ...]:
        """The last runs, the newest first."""
        return articles.runs(self.connection, limit)

    def counts(self) -> dict[str, int]:
        """How much of everything there is."""
        return articles.counts(self.connection)

    def stories(
        self,
        *,
        since: str | None = None,
        until: str | None = None,
        outlet: str | None = None,
        entity: str | None = None,
        limit: int = 50,
        offset: int = 0,
    ) -> tuple[StoryRow, ...]:
        """Stories that are told, the newest first; dates are ISO 8601, both ends included."""
        return stories.stories(
            self.connection,
            since=since,
            until=until,
            outlet=outlet,
            entity=entity,
            limit=limit,
            offset=offset,
        )

    def story(self, id: str) -> StoryRow | None:
        """One story, also one that is none any more."""
        return stories.story(self.connection, id)

    def story_of(self, article: str) -> StoryRow | None:
        """The story that the article belongs to."""
        return placing.story_of(self.connection, article)

    def dossier(self, story: str, version: int | None = None) -> StoredDossier | None:
        """One version of the story's dossier, the latest unless said otherwise."""
        return stories.dossier(self.connection, story, version)

    def versions(self, story: str) -> tuple[DossierHead, ...]:
        """All versions of the story's dossier, the oldest first."""
        return stories.versions(self.connection, story)

    def laid_out(self, story: str) -> LaidOut | None:
        """The story's page that was laid out last, perhaps of an earlier version."""
        return layouts.laid_out(self.connection, story)

    def to_lay_out(self, made_by: str, *, limit: int) -> tuple[tuple[str, int], ...]:
        """Stories, with their versions, whose page `made_by` has not laid out, the newest first."""
        return layouts.to_lay_out(self.connection, made_by, limit)

    def search(
        self,
        query: str,
        *,
        kinds: Sequence[str] = KINDS,
        since: str | None = None,
        until: str | None = None,
        outlet: str | None = None,
        limit: int = 20,
        offset: int = 0,
    ) -> tuple[Hit, ...]:
        """Where words, "phrases" and no -excluded words stand, the best first."""
        within = Within(kinds=kinds, since=since, until=until, outlet=outlet)
        return searching.search(self.connection, query, within, limit=limit, offset=offset)

    def quotes(
        self,
        *,
        entity: str | None = None,
        outlet: str | None = None,
        story: str | None = None,
        limit: int = 200,
        offset: int = 0,
    ) -> tuple[QuoteRow, ...]:
        """Quotations by date, article and place."""
        return people.quotes(
            self.connection, entity=entity, outlet=outlet, story=story, limit=limit, offset=offset
        )

    def entities(
        self,
        *,
        query: str | None = None,
        kind: str | None = None,
        story: str | None = None,
        limit: int = 100,
        offset: int = 0,
    ) -> tuple[EntityRow, ...]:
        """Entities over all stories, the most often named first."""
        return people.entities(
            self.connection, query=query, kind=kind, story=story, id=None, limit=limit, offset=offset
        )

    def entity(self, id: str) -> EntityRow | None:
        """One entity over all stories."""
        found = people.entities(self.connection, query=None, kind=None, story=None, id=id, limit=1, offset=0)
        return found[0] if found else None

    def sightings(self, entity: str) -> tuple[Sighting, ...]:
        """Every place where the entity is named."""
        return people.sightings(self.connection, entity)

    def outlets(self) -> tuple[OutletRow, ...]:
        """The outlets by name."""
        return people.outlets(self.connection)

    def copied(self, outlet: str | None = None) -> tuple[CopyRow, ...]:
        """With whom outlets have one text."""
        return people.copied(self.connection, outlet)

    def shared_texts(self, outlet: str, *, limit: int = 100) -> tuple[SharedText, ...]:
        """Which of the outlet's articles have one text with others, the newest first."""
        return sharing.shared_texts(self.connection, outlet, limit=limit)

    def judgements(
        self, *, story: str | None = None, kind: str | None = None, standing: bool = True
    ) -> tuple[StoredJudgement, ...]:
        """What people judged, in the order in which they did; `standing` leaves out what was taken back."""
        return stories.judgements(self.connection, story=story, kind=kind, standing=standing)

    def export(self, folder: Path) -> dict[str, int]:
        """Write every record as JSON Lines into the folder; returns how many of each kind."""
        return export(self.connection, folder)

    def to_annotate(self) -> tuple[str, ...]:
        """Articles that stand and have no annotations, or stale ones, and no open failure at that stage."""
        return due.to_annotate(self.connection)

    def to_read(self, after: str = "") -> tuple[str, ...]:
        """Articles that stand and whose page was kept, by id, from after that id on."""
        return rereading.to_read(self.connection, after)

    def in_place_of(self) -> Mapping[str, str]:
        """For each article that stands no more, the one that stands in its place."""
        return rereading.in_place_of(self.connection)

    def to_group(self) -> tuple[str, ...]:
        """All articles that stand and are annotated: what stories are made of, by id."""
        return due.to_group(self.connection)

    def mark(self, name: str) -> str | None:
        """What a job was last made from."""
        return due.mark(self.connection, name)

    def members(self) -> dict[str, tuple[str, ...]]:
        """The articles of each story that stands or stood last, by story."""
        return due.members(self.connection)

    def successors(self) -> dict[str, str]:
        """Where most articles of each story went that is none any more."""
        return due.successors(self.connection)

    def told(self) -> dict[str, Story]:
        """Each standing story as it was grouped; its articles in the order of their ids."""
        return due.told(self.connection)

    def made_by(self, articles: Sequence[str]) -> dict[str, str]:
        """By which version and models each article was annotated."""
        return due.made_by(self.connection, articles)

    def made_from(self) -> dict[str, str | None]:
        """What each standing story's dossier was made from; None where it is due."""
        return due.made_from(self.connection)
