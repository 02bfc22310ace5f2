"""Annotating what came in: a batch at a time, each stored before the next is begun."""

from collections.abc import Sequence

from rashomon.desk.steps import Steps
from rashomon.model import Article, Failure
from rashomon.model.identity import content_id
from rashomon.pipeline import annotate_all, unsupported
from rashomon.provenance import provenance
from rashomon.store import Store
from rashomon.store.codec import encode

# Articles: what is lost at most when the job is killed, a few seconds of work.
BATCH = 16


def annotate_due(store: Store, steps: Steps) -> tuple[int, int]:
    """Annotate every article that stands without annotations; returns how many were, how many failed."""
    due = store.read(lambda view: view.to_annotate())
    done = failed = 0
    for ids in (due[start : start + BATCH] for start in range(0, len(due), BATCH)):
        steps.at("annotate", done, len(due), failed=failed)
        found, broken = _batch(store, _articles(store, ids))
        done, failed = done + found, failed + broken
    if due:
        steps.at("annotate", done, len(due), failed=failed)
    return done, failed


def made_by() -> str:
    """Return what stands for this version and its models."""
    return content_id("v", encode(provenance()))


def _batch(store: Store, articles: Sequence[Article]) -> tuple[int, int]:
    """Annotate and store one batch; the failure of an article names it, so that it can be tried again."""
    writer, failures = store.writer(), list[tuple[Article, Failure]]()
    ready = []
    for article in articles:
        reason = unsupported(article)
        if reason:
            failures.append((article, Failure(article.file, "annotate", reason)))
        else:
            ready.append(article)
    broken: list[Failure] = []
    found = list(annotate_all(ready, broken))
    done = {annotations.article.id for annotations in found}
    lost = [article for article in ready if article.id not in done]
    failures += zip(lost, broken, strict=True)
    writer.keep_annotations(found, made_by=made_by())
    for article, failure in failures:
        writer.fail(failure, kind="fault" if article in lost else "language", payload=article.id)
    return len(found), len(failures)


def _articles(store: Store, ids: Sequence[str]) -> list[Article]:
    found = store.read(lambda view: [view.article(id) for id in ids])
    return [stored.article for stored in found if stored]
