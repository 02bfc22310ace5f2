"""Names: who they are, where they were seen, why they are one, and everything that a person said."""

from collections import Counter
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from fastapi import APIRouter, HTTPException, Query, Request
from starlette.responses import HTMLResponse

from rashomon.store import EntityRow, Sighting, StoryRow, View
from rashomon.web.access.people import Reader
from rashomon.web.asked import Id, Name, PageNumber
from rashomon.web.layout import fill, is_part
from rashomon.web.show.said import Topic, topic
from rashomon.web.site import TheSite

router = APIRouter(prefix="/names")
PER_PAGE = 60
# Stories whose dossiers one page opens.
STORIES = 8
Kind = Literal["person", "organisation", "group", "place", "other"]


@dataclass(frozen=True, slots=True)
class Seen:
    """One story in which an entity is named: how often by whom, and why its names are taken for one."""

    story: StoryRow
    outlets: list[tuple[str, int]]
    names: list[tuple[str, int]]
    merges: list[dict[str, Any]]


@router.get("")
def names(
    request: Request,
    site: TheSite,
    q: Name = None,
    kind: Annotated[Kind | Literal[""], Query()] = "",
    page: PageNumber = 1,
) -> HTMLResponse:
    """Show the names, the most often seen first."""

    def find() -> tuple[EntityRow, ...]:
        asked = {"query": q, "kind": kind or None}
        return site.read(
            lambda view: view.entities(**asked, limit=PER_PAGE + 1, offset=PER_PAGE * (page - 1))
        )

    # without words it counts every name of the store
    rows = find() if q else site.lately.get(("names", kind, page), find)
    return fill(
        "live/name_rows.html.j2" if is_part(request) else "live/names.html.j2",
        active="/names",
        q=q,
        kind=kind,
        rows=rows[:PER_PAGE],
        more=page + 1 if len(rows) > PER_PAGE else None,
        page=page,
    )


@router.get("/{entity}")
def name(site: TheSite, reader: Reader, entity: Id, page: PageNumber = 1) -> HTMLResponse:
    """Show who it is, where it was seen, and what was judged about it."""
    with site.store.view() as view:
        row = entity_of(view, entity)
        ids = _newest(view, row)
        sightings = view.sightings(entity)
        seen = [_seen(view, story, entity, sightings) for story in _page(ids, page)]
        judged = [
            judgement
            for kind in ("merge", "split")
            for judgement in view.judgements(kind=kind)
            if set(judgement.subject["names"]) & set(row.names)
        ]
    return fill(
        "live/name.html.j2",
        active="/names",
        row=row,
        seen=seen,
        judged=judged,
        busy=site.rework.busy,
        person=reader,
        total=len(ids),
        more=page + 1 if page * STORIES < len(ids) else None,
    )


@router.get("/{entity}/quotes")
def quotes(site: TheSite, entity: Id, q: Name = None, page: PageNumber = 1) -> HTMLResponse:
    """Show everything that somebody said, story by story, the newest first."""
    with site.store.view() as view:
        row = entity_of(view, entity)
        rows = view.quotes(entity=entity, limit=10_000)
        spoken_in = {quote.story for quote in rows if not q or q.casefold() in quote.text.casefold()}
        ids = [story for story in _newest(view, row) if story.id in spoken_in]
        topics = [found for story in _page(ids, page) if (found := _topic(view, story.id, entity))]
    return fill(
        "live/quotes.html.j2",
        active="/names",
        row=row,
        q=q,
        topics=topics,
        total=len(rows),
        more=page + 1 if page * STORIES < len(ids) else None,
    )


def entity_of(view: View, entity: str) -> EntityRow:
    """Return the entity; 404 where there is none."""
    row = view.entity(entity)
    if row is None:
        raise HTTPException(404, "There is no such name: it may have become one with another.")
    return row


def _newest(view: View, row: EntityRow) -> list[StoryRow]:
    stories = [story for id in row.stories if (story := view.story(id))]
    return sorted(stories, key=lambda story: (story.date or "", story.id), reverse=True)


def _page(rows: list[StoryRow], page: int) -> list[StoryRow]:
    return rows[STORIES * (page - 1) : STORIES * page]


def _seen(view: View, story: StoryRow, entity: str, sightings: tuple[Sighting, ...]) -> Seen:
    here = [sighting for sighting in sightings if sighting.story == story.id]
    dossier = view.dossier(story.id)
    merges = dossier.json()["merges"] if dossier else []
    return Seen(
        story=story,
        outlets=Counter(sighting.outlet or "outlet not given" for sighting in here).most_common(),
        names=Counter(sighting.name for sighting in here).most_common(),
        merges=[merge for merge in merges if merge["entity"] == entity],
    )


def _topic(view: View, story: str, entity: str) -> Topic | None:
    dossier = view.dossier(story)
    return topic(dossier.json(), entity) if dossier else None
