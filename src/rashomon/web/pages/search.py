"""Search: articles, quotes and claims with the words that were found in them."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from starlette.responses import HTMLResponse

from rashomon.web.asked import Day, Name, PageNumber, Words
from rashomon.web.layout import fill, is_part
from rashomon.web.site import TheSite

router = APIRouter()
PER_PAGE = 20
Kind = Literal["article", "quote", "claim"]
KINDS: tuple[Kind, ...] = ("article", "quote", "claim")


@router.get("/search")
def search(
    request: Request,
    site: TheSite,
    q: Words = "",
    kind: Annotated[list[Kind], Query(max_length=3)] = list(KINDS),  # noqa: B006
    since: Day = None,
    until: Day = None,
    outlet: Name = None,
    page: PageNumber = 1,
) -> HTMLResponse:
    """Show what the words are found in."""
    with site.store.view() as view:
        hits = view.search(
            q,
            kinds=tuple(dict.fromkeys(kind)),
            since=since,
            until=until,
            outlet=outlet,
            limit=PER_PAGE + 1,
            offset=PER_PAGE * (page - 1),
        )
        outlets = () if is_part(request) else site.outlets()
    return fill(
        "live/hit_rows.html.j2" if is_part(request) else "live/search.html.j2",
        active="/search",
        q=q,
        kinds=kind,
        since=since,
        until=until,
        outlet=outlet,
        hits=hits[:PER_PAGE],
        more=page + 1 if len(hits) > PER_PAGE else None,
        page=page,
        outlets=outlets,
    )
