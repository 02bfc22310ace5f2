"""The site: what every page of one desk shares, as each request finds it."""

from concurrent.futures import Executor
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request

from rashomon.store import Store
from rashomon.web.access.sessions import Signer
from rashomon.web.cache import Lately, Pages
from rashomon.web.rework import Rework
from rashomon.web.settings import Settings


@dataclass(frozen=True, slots=True)
class Site:
    """One desk at work; `layout` are the processes that lay out pages, None: the server's own."""

    settings: Settings
    store: Store
    signer: Signer
    pages: Pages
    lately: Lately
    rework: Rework
    layout: Executor | None


async def site_of(request: Request) -> Site:
    """Return the site that the request came to."""
    site: Site = request.app.state.site
    return site


TheSite = Annotated[Site, Depends(site_of)]
