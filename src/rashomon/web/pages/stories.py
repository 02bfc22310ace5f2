"""The list of stories, newest first."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from starlette.responses import HTMLResponse

from rashomon.store import EntityRow, StoryRow, View
from rashomon.web.asked import Day, Name, PageNumber
from rashomon.web.layout import fill, is_part
from rashomon.web.site import TheSite

router = APIRouter()
PER_PAGE = 30


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which stories are asked for."""

    since: str | None = None
    until: str | None = None
    outlet: str | None = None
    entity: str | None = None

    @property
    def any(self) -> bool:
        """Whether anything narrows the list."""
        return bool(self.since or self.until or self.outlet or self.entity)


def wanted_of(since: Day = None, until: Day = None, outlet: Name = None, entity: Name = None) -> Wanted:
    """Return which stories the request's query asks for."""
    return Wanted(since, until, outlet, entity)


TheWanted = Annotated[Wanted, Depends(wanted_of)]


@router.get("/")
def stories(request: Request, site: TheSite, wanted: TheWanted, page: PageNumber = 1) -> HTMLResponse:
    """Show the stories that fit."""
    with site.store.view() as view:
        found, meant = find(view, wanted, page)
        outlets = () if is_part(request) else site.outlets()
    return fill(
        "live/story_rows.html.j2" if is_part(request) else "live/stories.html.j2",
        active="/",
        wanted=wanted,
        rows=found[:PER_PAGE],
        more=page + 1 if len(found) > PER_PAGE else None,
        page=page,
        meant=meant,
        outlets=outlets,
    )


def find(view: View, wanted: Wanted, page: int) -> tuple[tuple[StoryRow, ...], EntityRow | None]:
    """Return a page of stories and one more, and who was meant by the name that was asked for."""
    meant = named(view, wanted.entity) if wanted.entity else None
    if wanted.entity and meant is None:
        return (), None
    rows = view.stories(
        since=wanted.since,
        until=wanted.until,
        outlet=wanted.outlet,
        entity=meant.id if meant else None,
        limit=PER_PAGE + 1,
        offset=PER_PAGE * (page - 1),
    )
    return rows, meant


def named(view: View, name: str) -> EntityRow | None:
    """Return the entity of that id or name: the one that bears just this name before all that hold it."""
    if found := view.entity(name):
        return found
    rows = view.entities(query=name, limit=20)
    exact = [row for row in rows if name.casefold() in (each.casefold() for each in row.names)]
    return next(iter(exact or rows), None)
