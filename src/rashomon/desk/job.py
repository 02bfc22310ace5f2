"""The desk's job: annotate, group and tell whatever is due, a small step at a time."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from rashomon.desk.annotating import annotate_due
from rashomon.desk.grouping import group_due
from rashomon.desk.steps import Steps
from rashomon.desk.telling import tell_due
from rashomon.model.errors import StoreError, UsageError
from rashomon.pipeline import Progress, silent
from rashomon.store import Store, StoredFailure

# What a stage's redoing makes due: resolve, compare and tell are one step, for a dossier holds all three.
STAGES = {
    "annotate": "annotate",
    "group": "group",
    "resolve": "compare",
    "compare": "compare",
    "tell": "compare",
}


@dataclass(frozen=True, slots=True)
class Done:
    """What one job did: articles annotated, stories there are now, dossiers told, failures."""

    annotated: int
    stories: int
    told: int
    failed: int


def work(store: Store, *, progress: Progress = silent, run: int | None = None) -> Done:
    """Bring annotations, stories and dossiers up to date with the articles and people's judgements.

    Each step is one transaction: killed at any point, the next call goes on and ends with the same
    records. `run` is the caller's run, if this is a part of one. Raises UsageError where another
    process is at the same job.
    """
    with store.alone("work"), _run(store, run) as number:
        steps = Steps(store, number, progress)
        annotated, broken = annotate_due(store, steps)
        stories, ungrouped = group_due(store, steps)
        told, untold = tell_due(store, steps)
    return Done(annotated, stories, told, broken + ungrouped + untold)


def redo(store: Store, stage: str) -> None:
    """Let one stage be done again for everything, with all that follows from it; `work` does it."""
    if stage not in STAGES:
        raise UsageError(f"there is no stage {stage!r} to redo: {', '.join(STAGES)}")
    store.writer().mark_due(STAGES[stage])


def retry(store: Store, failures: Iterable[StoredFailure]) -> None:
    """Let articles and stories that failed at this job's stages be worked on again; `work` does it."""
    writer = store.writer()
    for failure in failures:
        if failure.stage in STAGES:
            writer.try_again(failure)


@contextmanager
def _run(store: Store, run: int | None) -> Iterator[int]:
    """Give the caller's run, or one of its own that is closed with how it went."""
    if run is not None:
        yield run
        return
    writer = store.writer()
    number = writer.start_run("work")
    try:
        yield number
    except KeyboardInterrupt:
        writer.end_run(number, "stopped")
        raise
    except Exception as error:
        with suppress(StoreError):  # a store that can't be written can't be told so
            writer.end_run(number, "failed", f"{type(error).__name__}: {error}")
        raise
    writer.end_run(number)
