"""One article as it is stored, with what it was before it was revised."""

from dataclasses import dataclass

from fastapi import APIRouter, HTTPException
from starlette.responses import HTMLResponse

from rashomon.store import StoredArticle
from rashomon.text.diff import Stretch, word_diff
from rashomon.web.asked import Id
from rashomon.web.layout import fill
from rashomon.web.site import TheSite

router = APIRouter(prefix="/articles")


@dataclass(frozen=True, slots=True)
class Revision:
    """One text that stood in the article's place: when it came, and how it differs from the one before."""

    id: str
    added: str
    changes: tuple[Stretch, ...]


@router.get("/{article}")
def article(site: TheSite, article: Id) -> HTMLResponse:
    """Show the article's text, its story, and its revisions."""
    with site.store.view() as view:
        stored = view.article(article)
        if stored is None:
            raise HTTPException(404, "There is no such article.")
        chain = [found for id in view.revisions(article) if (found := view.article(id))]
        story = view.story_of(article)
    return fill(
        "live/article.html.j2",
        active="/",
        stored=stored,
        article=stored.article,
        paragraphs=[line for line in stored.article.text.split("\n") if line.strip()],
        revisions=_revisions(chain),
        story=story,
    )


def _revisions(chain: list[StoredArticle]) -> list[Revision]:
    rows = []
    for index, stored in enumerate(chain):
        before = chain[index - 1].article.text if index else ""
        changes = word_diff(before, stored.article.text) if index else ()
        rows.append(Revision(stored.article.id, stored.added, changes))
    return rows[::-1]
