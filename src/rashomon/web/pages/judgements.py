"""A person's judgement: given on a form, listed with who and when, taken back with one key."""

from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from fastapi import APIRouter, Form, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from rashomon.store import StoredJudgement
from rashomon.web.access.people import Author, Reader
from rashomon.web.asked import Id, IdAsked
from rashomon.web.judging import Given, judge, undo
from rashomon.web.layout import fill
from rashomon.web.pages.story import dossier_of
from rashomon.web.site import TheSite

router = APIRouter()
Text = Annotated[str, Form(max_length=400)]


@router.get("/judgements")
def judgements(site: TheSite, reader: Reader) -> HTMLResponse:
    """Show all judgements, the last first, those taken back among them."""
    with site.store.view() as view:
        rows = view.judgements(standing=False)[::-1]
    return fill(
        "live/judgements.html.j2", active="/judgements", rows=rows, person=reader, busy=site.rework.busy
    )


@router.get("/stories/{story}/judge")
def form(site: TheSite, reader: Reader, story: Id, point: IdAsked = None) -> HTMLResponse:
    """Show the forms for judgements on one story, or on one point of it."""
    with site.store.view() as view:
        data = dossier_of(view, story).json()
        given = view.judgements(story=story)
        near = view.stories(limit=40)
    return fill(
        "live/judge.html.j2",
        active="/",
        story=data["story"],
        data=data,
        person=reader,
        given=given[::-1],
        near=[row for row in near if row.id != story],
        points=[_in_words(data, row) for row in data["points"] if point in (None, row["id"])],
        point=point,
    )


def _in_words(data: dict[str, Any], point: dict[str, Any]) -> dict[str, Any]:
    claims = {claim["id"]: claim for claim in data["claims"]}
    words = [" … ".join(span["exact"] for span in claims[id]["spans"]) for id in point["claims"]]
    return {"id": point["id"], "relation": point["relation"], "words": min(words, key=len)}


@router.post("/judgements")
def give(
    request: Request,
    site: TheSite,
    author: Author,
    kind: Annotated[Literal["merge", "split", "move", "wrong"], Form()],
    story: Text = "",
    left: Text = "",
    right: Text = "",
    name_kind: Text = "person",
    everywhere: Text = "",
    article: Text = "",
    target: Text = "",
    point: Text = "",
    note: Annotated[str, Form(max_length=2000)] = "",
) -> Response:
    """Record a judgement."""
    given = Given(
        kind,
        story=story,
        names=(left, right),
        name_kind=name_kind,
        everywhere=bool(everywhere),
        article=article,
        target=target,
        point=point,
        note=note,
    )
    return _back(request, judge(site, given, who=author.who))


@router.post("/judgements/{id}/undo")
def take_back(request: Request, site: TheSite, author: Author, id: Id) -> Response:
    """Take a judgement back."""
    return _back(request, undo(site, id, who=author.who))


def _back(request: Request, judgement: StoredJudgement) -> Response:
    """Lead back to the page that the form stood on (never to another site)."""
    came = urlsplit(request.headers.get("hx-current-url") or request.headers.get("referer", ""))
    where = came.path if came.path.startswith("/") and not came.path.startswith("//") else "/judgements"
    if came.query and where != "/judgements":
        where = f"{where}?{came.query}"
    if where.startswith("/stories/") and judgement.kind != "wrong":
        where = "/judgements"
    if request.headers.get("hx-request"):
        return Response(status_code=204, headers={"hx-redirect": where})
    return RedirectResponse(where, 303)
