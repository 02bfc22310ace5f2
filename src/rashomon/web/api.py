"""The API: what the pages show, as JSON, described by OpenAPI; writing takes the token or a session."""

from dataclasses import dataclass
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Body, HTTPException
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from rashomon.store import (
    CopyRow,
    DossierHead,
    EntityRow,
    Hit,
    OutletRow,
    QuoteRow,
    Run,
    Sighting,
    StoredFailure,
    StoredJudgement,
    StoryRow,
)
from rashomon.web.access.people import Author
from rashomon.web.asked import Day, Id, IdAsked, Limit, Name, Offset, Version, Words
from rashomon.web.judging import Given, judge, undo
from rashomon.web.pages.search import Kind
from rashomon.web.pages.story import dossier_of
from rashomon.web.show.numbers import Series, series
from rashomon.web.site import TheSite


class Fault(BaseModel):
    """Why something can't be done."""

    detail: str


_FAULTS: dict[int | str, dict[str, Any]] = {
    422: {"model": Fault, "description": "The request can't be understood."},
    503: {"model": Fault, "description": "The store can't be reached."},
}
_MISSING: dict[int | str, dict[str, Any]] = {404: {"model": Fault, "description": "There is no such thing."}}
_WRITING: dict[int | str, dict[str, Any]] = {
    400: {"model": Fault, "description": "The judgement makes no sense as the store stands."},
    401: {"model": Fault, "description": "No token and no session."},
    403: {"model": Fault, "description": "The request comes from elsewhere."},
}
router = APIRouter(prefix="/api", tags=["desk"], responses=_FAULTS)


@dataclass(frozen=True, slots=True)
class Status:
    """What the store holds, what the last runs did, what failed."""

    counts: dict[str, int]
    runs: tuple[Run, ...]
    failures: tuple[StoredFailure, ...]


@router.get("/stories")
def list_stories(
    site: TheSite,
    since: Day = None,
    until: Day = None,
    outlet: Name = None,
    entity: IdAsked = None,
    limit: Limit = 50,
    offset: Offset = 0,
) -> tuple[StoryRow, ...]:
    """Return stories, the newest first."""
    with site.store.view() as view:
        return view.stories(
            since=since, until=until, outlet=outlet, entity=entity, limit=limit, offset=offset
        )


@router.get("/stories/{story}", responses=_MISSING)
def get_story(site: TheSite, story: Id) -> StoryRow:
    """Return one story as the list shows it."""
    with site.store.view() as view:
        if found := view.story(story):
            return found
    raise HTTPException(404, "There is no such story.")


@router.get("/stories/{story}/dossier", responses=_MISSING, response_class=Response)
def get_dossier(site: TheSite, story: Id, version: Version = None) -> Response:
    """Return the story's dossier: the JSON of contract version 1."""
    with site.store.view() as view:
        body = dossier_of(view, story, version).body
    return Response(body.encode("utf-8", "replace"), media_type="application/json")


@router.get("/stories/{story}/versions", responses=_MISSING)
def list_versions(site: TheSite, story: Id) -> tuple[DossierHead, ...]:
    """Return the versions of the story's dossier, the oldest first."""
    with site.store.view() as view:
        if found := view.versions(story):
            return found
    raise HTTPException(404, "There is no such story.")


@router.get("/stories/{story}/numbers", responses=_MISSING)
def list_numbers(site: TheSite, story: Id, version: Version = None) -> list[Series]:
    """Return how counts were given, by outlet and time."""
    with site.store.view() as view:
        return series(dossier_of(view, story, version).json())


@router.get("/search")
def find(
    site: TheSite,
    q: Words,
    kind: Kind | None = None,
    since: Day = None,
    until: Day = None,
    outlet: Name = None,
    limit: Limit = 20,
    offset: Offset = 0,
) -> tuple[Hit, ...]:
    """Return articles, quotes and claims that hold the words; `parts` mark what was found."""
    kinds = (kind,) if kind else ("article", "quote", "claim")
    with site.store.view() as view:
        return view.search(
            q, kinds=kinds, since=since, until=until, outlet=outlet, limit=limit, offset=offset
        )


@router.get("/quotes")
def list_quotes(
    site: TheSite,
    entity: IdAsked = None,
    outlet: Name = None,
    story: IdAsked = None,
    limit: Limit = 100,
    offset: Offset = 0,
) -> tuple[QuoteRow, ...]:
    """Return quotations by date; `entity` is who speaks."""
    with site.store.view() as view:
        return view.quotes(entity=entity, outlet=outlet, story=story, limit=limit, offset=offset)


@router.get("/entities")
def list_entities(
    site: TheSite,
    q: Name = None,
    kind: Literal["person", "organisation", "group", "place", "other"] | None = None,
    story: IdAsked = None,
    limit: Limit = 100,
    offset: Offset = 0,
) -> tuple[EntityRow, ...]:
    """Return entities, the most often named first."""
    with site.store.view() as view:
        return view.entities(query=q, kind=kind, story=story, limit=limit, offset=offset)


@router.get("/entities/{entity}", responses=_MISSING)
def get_entity(site: TheSite, entity: Id) -> EntityRow:
    """Return one entity over all stories."""
    with site.store.view() as view:
        if found := view.entity(entity):
            return found
    raise HTTPException(404, "There is no such entity.")


@router.get("/entities/{entity}/sightings")
def list_sightings(site: TheSite, entity: Id) -> tuple[Sighting, ...]:
    """Return every place where the entity is named."""
    with site.store.view() as view:
        return view.sightings(entity)


@router.get("/outlets")
def list_outlets(site: TheSite) -> tuple[OutletRow, ...]:
    """Return the outlets by name."""
    with site.store.view() as view:
        return view.outlets()


@router.get("/copied")
def list_copied(site: TheSite, outlet: Name = None) -> tuple[CopyRow, ...]:
    """Return with whom outlets have one text: agencies, and other outlets."""
    with site.store.view() as view:
        return view.copied(outlet)


@router.get("/status")
def get_status(site: TheSite) -> Status:
    """Return counts, the last runs and the failures that stand."""
    with site.store.view() as view:
        return Status(view.counts(), view.runs(), view.failures())


class ToJudge(BaseModel):
    """A judgement. Names need `names` and `name_kind`; `move` an `article`, and a `target` story unless
    it goes into one of its own; `wrong` a `story` and a `point`."""

    model_config = ConfigDict(extra="forbid")
    kind: Literal["merge", "split", "move", "wrong"]
    story: str = Field("", max_length=80, pattern=r"^[\w.:-]*$")
    names: tuple[Annotated[str, Field(max_length=400)], Annotated[str, Field(max_length=400)]] = ("", "")
    name_kind: Literal["person", "organisation", "group", "place", "other"] = "person"
    everywhere: bool = False
    article: str = Field("", max_length=80, pattern=r"^[\w.:-]*$")
    target: str = Field("", max_length=80, pattern=r"^[\w.:-]*$")
    point: str = Field("", max_length=80, pattern=r"^[\w.:-]*$")
    note: str = Field("", max_length=2000)


@router.get("/judgements")
def list_judgements(
    site: TheSite, story: IdAsked = None, standing: bool = True
) -> tuple[StoredJudgement, ...]:
    """Return what people judged, the oldest first; with `standing` false also what was taken back."""
    with site.store.view() as view:
        return view.judgements(story=story, standing=standing)


@router.post("/judgements", status_code=201, responses=_WRITING)
def give_judgement(site: TheSite, author: Author, given: Annotated[ToJudge, Body()]) -> StoredJudgement:
    """Record a judgement; `X-Author` says who, where the token is used."""
    return judge(site, Given(**given.model_dump()), who=author.who)


@router.post("/judgements/{id}/undo", responses=_WRITING)
def undo_judgement(site: TheSite, author: Author, id: Id) -> StoredJudgement:
    """Take a judgement back."""
    return undo(site, id, who=author.who)
