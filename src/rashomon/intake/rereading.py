"""`redo --stage read`: every page that was kept, read again, as a reader that learned more reads it now."""

from collections.abc import Mapping
from typing import Any

from rashomon.intake.book import Book, Tally
from rashomon.intake.runs import Report, running, silent
from rashomon.model import Article, Failure
from rashomon.read import Arrived, articles_of
from rashomon.read.records import FIELDS
from rashomon.store import Raw, Store, StoredArticle

# The mark that says behind which article a run was stopped: the next one goes on from there.
_MARK = "reread"


def read_again(store: Store, *, report: Report = silent) -> Tally:
    """Read each standing article's page again; what gives something else takes the old reading's place.

    Nothing is fetched. Stopped at any point and started again, it goes on where it was.
    """
    with running(store, "redo", ("read",), stage="read", report=report) as book:
        ids = store.read(lambda view: view.to_read(view.mark(_MARK) or ""))
        book.expect(len(ids))
        for id in ids:
            _read_one(book, id)
            book.writer.mark(_MARK, id)
        book.writer.mark(_MARK, None)
    return book.tally


def _read_one(book: Book, id: str) -> None:
    stored, raw = book.store.read(lambda view: (view.article(id), view.raw(id)))
    if stored is None or raw is None:
        return
    arrived = arrived_again(stored, raw)
    read = list(articles_of(arrived))
    failures = [each for each in read if isinstance(each, Failure)]
    article = next((each for each in read if isinstance(each, Article)), None)
    if article is None:
        book.fail(failures[0], kind="no article", payload={})
        return
    changed = book.writer.keep_reading(id, article, failures=failures)
    book.count(new=changed, same=not changed)


def arrived_again(stored: StoredArticle, raw: Raw) -> Arrived:
    """Return what came for the article, as it came."""
    said: Mapping[str, Any] = raw.said or {
        "charset": None,
        "hints": _hints(stored.article),
        "known": {},
    }
    return Arrived(name=stored.article.file, body=raw.body, media=raw.media, **said)


def _hints(article: Article) -> dict[str, str]:
    """What an article says of itself, for a page that was kept without what was said of it."""
    found = {name: getattr(article, name) for name in FIELDS}
    if article.outlet_inferred:
        found["outlet"] = None
    return {name: value for name, value in found.items() if value}
