"""The site: what every page of one desk shares, as each request finds it."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request

from rashomon.store import Store
from rashomon.web.access.sessions import Signer
from rashomon.web.cache import Lately
from rashomon.web.laying import Layout
from rashomon.web.rework import Rework
from rashomon.web.settings import Settings


@dataclass(frozen=True, slots=True)
class Site:
    """One desk at work: its store, its pages, what it has done in the background."""

    settings: Settings
    store: Store
    signer: Signer
    lately: Lately
    rework: Rework
    layout: Layout


async def site_of(request: Request) -> Site:
    """Return the site that the request came to."""
    site: Site = request.app.state.site
    return site


TheSite = Annotated[Site, Depends(site_of)]
