"""Status: what the store holds, what runs did, what failed and why."""

from fastapi import APIRouter
from starlette.responses import HTMLResponse

from rashomon.web.layout import fill
from rashomon.web.site import TheSite

router = APIRouter()
_MOST = 300


@router.get("/status")
def status(site: TheSite) -> HTMLResponse:
    """Show counts, runs and open failures."""
    with site.store.view() as view:
        failures = view.failures()
        counts, runs, feeds = view.counts(), view.runs(), view.feeds()
    return fill(
        "live/status.html.j2",
        active="/status",
        counts=counts,
        runs=runs,
        feeds=feeds,
        failures=failures[:_MOST],
        failed=len(failures),
        busy=site.rework.busy,
    )
