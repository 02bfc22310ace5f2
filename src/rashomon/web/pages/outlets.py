"""Outlets: what each has in one text with whom, by agency and outlet; nobody is rated."""

from fastapi import APIRouter, HTTPException
from starlette.responses import HTMLResponse

from rashomon.web.asked import Name
from rashomon.web.layout import fill
from rashomon.web.site import TheSite

router = APIRouter(prefix="/outlets")


@router.get("")
def outlets(site: TheSite, name: Name = None) -> HTMLResponse:
    """Show all outlets, or one with those whose words it prints too."""
    rows = site.outlets()
    if name is None:
        return fill("live/outlets.html.j2", active="/outlets", rows=rows)
    row = next((row for row in rows if row.name == name), None)
    if row is None:
        raise HTTPException(404, "There is no such outlet.")
    shared = site.lately.get(("copied", name), lambda: site.read(lambda view: view.copied(name)))
    with site.store.view() as view:
        texts = view.shared_texts(name, limit=100)
        stories = view.stories(outlet=name, limit=20)
    return fill(
        "live/outlet.html.j2",
        active="/outlets",
        row=row,
        agencies=[each for each in shared if each.agency],
        others=[each for each in shared if not each.agency],
        texts=texts,
        stories=stories,
    )
