"""One story: its page, its articles side by side, its numbers, and what its versions changed."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from functools import partial
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import HTMLResponse, RedirectResponse, Response

from rashomon.desk import revisions
from rashomon.store import StoredDossier, StoredJudgement, View
from rashomon.tell.report.view.places import Desk
from rashomon.web.asked import Id, Version
from rashomon.web.cache import Page
from rashomon.web.layout import fill, send
from rashomon.web.making import made_by, make_page
from rashomon.web.show.changes import changes, name
from rashomon.web.show.marks import Mark
from rashomon.web.show.numbers import series
from rashomon.web.show.plot import plot
from rashomon.web.show.reading import sheet
from rashomon.web.site import Site, TheSite

router = APIRouter(prefix="/stories/{story}")


def dossier_of(view: View, story: str, version: int | None = None) -> StoredDossier:
    """Return the story's dossier; 404 where there is none."""
    found = view.dossier(story, version)
    if found is None:
        raise HTTPException(404, "There is no such story, or no such version of it.")
    return found


@router.get("")
async def story(request: Request, site: TheSite, story: Id, version: Version = None) -> Response:
    """Show the story: all that the report shows, as it stands now; of one that ended, where it went."""
    found = await run_in_threadpool(_found, site, story, version)
    if isinstance(found, str):
        return RedirectResponse(f"/stories/{found}", 303)
    return send(request, found.page or await site.layout.page(found.key, found.make, before=found.before))


@dataclass(frozen=True, slots=True)
class _Found:
    """A story's page, or what it is made from, and the page as it was before the story's newest version."""

    key: Hashable
    make: Callable[[], Page]
    page: Page | None
    before: Page | None


def _found(site: Site, story: str, version: int | None) -> _Found | str:
    """Return the page as far as it is there; of a story that ended in another one, that one's id.

    A page shows one version and the points that people marked as wrong; the store keeps those without marks.
    """
    with site.store.view() as view:
        row = view.story(story)
        if row is None or (version or row.version) > row.version:
            raise HTTPException(404, "There is no such story, or no such version of it.")
        if row.successor and version is None:
            return row.successor
        said = tuple(map(_mark, view.judgements(story=story, kind="wrong")))
        shown = version or row.version
        kept = view.laid_out(story) if shown == row.version else None
    page = Page(kept.body, kept.tag) if kept and kept.made_by == made_by() else None
    fresh = kept is not None and kept.version == shown and not said
    return _Found(
        key=(story, shown, said),
        make=partial(make_page, site.store.address, story, shown, said),
        page=page if fresh else None,
        before=None if said or version else page,
    )


def _mark(judgement: StoredJudgement) -> Mark:
    subject = judgement.subject
    return Mark(subject["point"], tuple(subject["claims"]), judgement.who)


@router.get("/read")
def side_by_side(
    site: TheSite,
    story: Id,
    version: Version = None,
    article: Annotated[list[str], Query(max_length=12)] = [],  # noqa: B006
) -> HTMLResponse:
    """Show articles whole, side by side; `article` are their sigla."""
    with site.store.view() as view:
        data = dossier_of(view, story, version).json()
    return fill("live/reading.html.j2", active="/", story=data["story"], sheet=sheet(data, article))


@router.get("/numbers")
def numbers(site: TheSite, story: Id, version: Version = None) -> HTMLResponse:
    """Show how counts were given, by outlet and time."""
    with site.store.view() as view:
        data = dossier_of(view, story, version).json()
    found = [(one, plot(one)) for one in series(data)]
    witnesses = [Desk(data).witness(row["id"]) for row in data["articles"]]
    return fill(
        "live/numbers.html.j2",
        active="/",
        story=data["story"],
        moving=[pair for pair in found if pair[0].moves],
        steady=[pair for pair in found if not pair[0].moves],
        witnesses=witnesses,
    )


@router.get("/changes")
def versions(site: TheSite, story: Id, version: Version = None) -> HTMLResponse:
    """Show the story's versions, and what one of them changed against the one before it."""
    with site.store.view() as view:
        new = dossier_of(view, story, version)
        old = view.dossier(story, new.version - 1) if new.version > 1 else None
        heads = view.versions(story)
        data, before = new.json(), old.json() if old else None
        revised = revisions(view, before, data) if before else {}
    return fill(
        "live/changes.html.j2",
        active="/",
        story=data["story"],
        new=new,
        heads=heads,
        found=changes(before, data, revised) if before else None,
        name=name,
    )
