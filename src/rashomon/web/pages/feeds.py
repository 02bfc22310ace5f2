"""Alerts: a page, an Atom feed and a JSON Feed, for one story or for a saved search."""

from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from rashomon.store import View
from rashomon.web.asked import Id, Words
from rashomon.web.feeds import Channel, atom, json_feed
from rashomon.web.layout import fill, query
from rashomon.web.pages.stories import TheWanted, Wanted, named
from rashomon.web.pages.story import dossier_of
from rashomon.web.show.alerts import Alert, Version, alerts
from rashomon.web.site import TheSite

router = APIRouter()
# Versions of a story and stories of a search that a feed goes back to, and entries that it holds.
_VERSIONS, _STORIES, _ENTRIES = 12, 24, 100
_MINUTE = {"cache-control": "private, max-age=60"}


@router.get("/stories/{story}/alerts")
def story_alerts(request: Request, site: TheSite, story: Id) -> HTMLResponse:
    """Show what the story brought, and where to subscribe."""
    return _page(story_channel(request, site, story))


@router.get("/stories/{story}/feed.atom")
def story_atom(request: Request, site: TheSite, story: Id) -> Response:
    """Return the story's alerts as Atom."""
    return _atom(story_channel(request, site, story))


@router.get("/stories/{story}/feed.json")
def story_json(request: Request, site: TheSite, story: Id) -> Response:
    """Return the story's alerts as a JSON Feed."""
    return _json(story_channel(request, site, story))


@router.get("/alerts")
def search_alerts(request: Request, site: TheSite, wanted: TheWanted, q: Words = "") -> HTMLResponse:
    """Show what the stories of a search brought, and where to subscribe."""
    return _page(search_channel(request, site, q, wanted))


@router.get("/feed.atom")
def search_atom(request: Request, site: TheSite, wanted: TheWanted, q: Words = "") -> Response:
    """Return the alerts of a search's stories as Atom."""
    return _atom(search_channel(request, site, q, wanted))


@router.get("/feed.json")
def search_json(request: Request, site: TheSite, wanted: TheWanted, q: Words = "") -> Response:
    """Return the alerts of a search's stories as a JSON Feed."""
    return _json(search_channel(request, site, q, wanted))


def story_channel(request: Request, site: TheSite, story: str) -> Channel:
    """Return the story's alerts."""
    with site.store.view() as view:
        title = dossier_of(view, story).json()["story"]["title"]
        found = _of_story(view, story)
    return Channel(title, _base(request), f"/stories/{story}", f"/stories/{story}/feed", "", tuple(found))


def search_channel(request: Request, site: TheSite, words: str, wanted: Wanted) -> Channel:
    """Return the alerts of the stories that the search finds."""
    with site.store.view() as view:
        stories = _stories(view, words, wanted)
        found = [alert for story in stories for alert in _of_story(view, story)]
    newest = sorted(found, key=lambda alert: alert.when, reverse=True)[:_ENTRIES]
    asked = query(q=words, **_asked(wanted))
    title = (
        ", ".join(filter(None, (words, *map(str, filter(None, _asked(wanted).values()))))) or "All stories"
    )
    return Channel(
        title, _base(request), f"/search{asked}" if words else f"/{asked}", "/feed", asked, tuple(newest)
    )


def _asked(wanted: Wanted) -> dict[str, Any]:
    return {name: getattr(wanted, name) for name in ("since", "until", "outlet", "entity")}


def _stories(view: View, words: str, wanted: Wanted) -> list[str]:
    entity = named(view, wanted.entity) if wanted.entity else None
    if wanted.entity and entity is None:
        return []
    if not words:
        rows = view.stories(
            since=wanted.since,
            until=wanted.until,
            outlet=wanted.outlet,
            entity=entity.id if entity else None,
            limit=_STORIES,
        )
        return [row.id for row in rows]
    hits = view.search(words, since=wanted.since, until=wanted.until, outlet=wanted.outlet, limit=200)
    found = dict.fromkeys(hit.story for hit in hits if hit.story)
    return [story for story in found if not entity or story in entity.stories][:_STORIES]


def _of_story(view: View, story: str) -> list[Alert]:
    heads = view.versions(story)[-_VERSIONS:]
    dossiers = [found for head in heads if (found := view.dossier(story, head.version))]
    return alerts([Version(one.version, one.made, one.json()) for one in dossiers])


def _base(request: Request) -> str:
    return str(request.base_url).rstrip("/")


def _page(channel: Channel) -> HTMLResponse:
    return fill("live/alerts.html.j2", active="/", channel=channel)


def _atom(channel: Channel) -> Response:
    return Response(atom(channel), media_type="application/atom+xml", headers=_MINUTE)


def _json(channel: Channel) -> Response:
    return JSONResponse(json_feed(channel), media_type="application/feed+json", headers=_MINUTE)
