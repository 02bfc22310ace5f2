"""Everything that changes a store: each method is one transaction, all or nothing, and safe to repeat."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from sqlalchemy import Connection, Engine

from rashomon.model import Annotations, Article, Failure, Story
from rashomon.store import ingest, journal, judging, knowledge, layouts, rereading
from rashomon.store.records import (
    DossierHead,
    Feed,
    Input,
    JudgementKind,
    Kept,
    LaidOut,
    Raw,
    RunState,
    StoredFailure,
    StoredJudgement,
)
from rashomon.store.rows import now
from rashomon.store.transactions import write

T = TypeVar("T")


class Writer:
    """Writes to one store; raises StoreError where that can't be done."""

    def __init__(self, engine: Engine, *, patience: float) -> None:
        self._engine = engine
        self._patience = patience

    def start_run(self, kind: str, arguments: Sequence[str] = ()) -> int:
        """Open a run of a command and return its number."""
        return self._write(lambda connection: journal.start(connection, kind, arguments))

    def progress(
        self, run: int, stage: str, *, done: int = 0, failed: int = 0, same: int = 0, total: int | None = None
    ) -> None:
        """Say how far the run's stage came, in counts since its start."""
        self._write(
            lambda connection: journal.note(
                connection, run, stage, done=done, failed=failed, same=same, total=total
            )
        )

    def end_run(self, run: int, state: RunState = "done", reason: str = "") -> None:
        """Close the run."""
        self._write(lambda connection: journal.end(connection, run, state, reason))

    def keep(
        self,
        article: Article,
        *,
        input: Input | None = None,
        raw: Raw | None = None,
        address: str | None = None,
        revises: bool = True,
        failures: Sequence[Failure] = (),
    ) -> Kept:
        """Store an article with its raw page, its index and what its input lacked.

        Another text at the same address is a revision of what stood there, unless `revises` is false.
        Open failures of the input at "fetch" and "read" are closed.
        """
        return self._write(
            lambda connection: ingest.keep(
                connection,
                article,
                input=input,
                raw=raw,
                address=address,
                revises=revises,
                failures=failures,
            )
        )

    def keep_reading(self, before: str, article: Article, *, failures: Sequence[Failure] = ()) -> bool:
        """Store what an article's page gives when it is read again; whether that is anything else."""
        return self._write(lambda connection: rereading.keep(connection, before, article, failures))

    def mark(self, name: str, value: str | None) -> None:
        """Note how far a job is, or with None that it is done."""
        self._write(lambda connection: journal.mark(connection, name, value))

    def seen(self, input: Input) -> None:
        """Note that the input was read and gave nothing new."""
        self._write(lambda connection: ingest.see(connection, input, article=None))

    def fail(
        self, failure: Failure, *, input: Input | None = None, kind: str = "", payload: str = ""
    ) -> None:
        """Note a failure; `payload` is what it takes to try again, `input` is then taken as seen."""
        self._write(
            lambda connection: ingest.fail(connection, failure, input=input, kind=kind, payload=payload)
        )

    def solved(self, input: str, stage: str) -> None:
        """Close the input's failures at the stage."""
        self._write(lambda connection: ingest.solved(connection, input, stage))

    def put_feed(self, feed: Feed) -> None:
        """Store a feed, or its new state."""
        self._write(lambda connection: ingest.put_feed(connection, feed))

    def drop_feed(self, url: str) -> None:
        """Watch a feed no more."""
        self._write(lambda connection: ingest.drop_feed(connection, url))

    def keep_annotations(self, annotations: Sequence[Annotations], *, made_by: str) -> None:
        """Store what was found in some articles; `made_by` says by which version and models."""

        def work(connection: Connection) -> None:
            for each in annotations:
                knowledge.keep_annotations(connection, each, made_by=made_by)

        self._write(work)

    def keep_stories(
        self, stories: Sequence[Story], *, mark: str, successors: Mapping[str, str] | None = None
    ) -> None:
        """Store all stories there are now; `mark` says from what, `successors` where ended ones went."""
        self._write(
            lambda connection: knowledge.keep_stories(
                connection, stories, mark=mark, successors=successors or {}
            )
        )

    def keep_dossier(self, story: str, body: str, *, made_from: str) -> DossierHead:
        """Store a dossier (JSON) as the story's next version, unless it is the same as the last."""
        return self._write(
            lambda connection: knowledge.keep_dossier(connection, story, body, made_from=made_from)
        )

    def keep_laid_out(self, found: Sequence[LaidOut]) -> None:
        """Keep pages of stories as they were laid out, in place of those before them."""
        self._write(lambda connection: layouts.keep(connection, found))

    def give_up(self, story: str, failure: Failure, *, made_from: str) -> None:
        """Note that no dossier could be made from this; it is not tried again until something changes."""
        self._write(lambda connection: knowledge.give_up(connection, story, failure, made_from=made_from))

    def try_again(self, failure: StoredFailure) -> None:
        """Let the next job work again on the article or story that failed."""
        self._write(lambda connection: knowledge.try_again(connection, failure))

    def mark_due(self, stage: str) -> None:
        """Let a stage be done again: annotate, group, or compare (with resolve and tell)."""
        self._write(lambda connection: knowledge.mark_due(connection, stage))

    def judge(self, kind: JudgementKind, subject: Mapping[str, object], *, who: str) -> StoredJudgement:
        """Store a person's judgement; the next job applies it."""
        at = now()
        return self._write(lambda connection: judging.judge(connection, kind, subject, who=who, at=at))

    def undo(self, judgement: str, *, who: str) -> StoredJudgement:
        """Take a judgement back."""
        return self._write(lambda connection: judging.undo(connection, judgement, who=who))

    def _write(self, work: Callable[[Connection], T]) -> T:
        return write(self._engine, work, patience=self._patience)
