"""The site: what every page of one desk shares, as each request finds it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, TypeVar

from fastapi import Depends, Request

from rashomon.store import OutletRow, Store, View
from rashomon.web.access.sessions import Signer
from rashomon.web.cache import Lately
from rashomon.web.laying import Layout
from rashomon.web.rework import Rework
from rashomon.web.settings import Settings

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Site:
    """One desk at work: its store, its pages, what it has done in the background."""

    settings: Settings
    store: Store
    signer: Signer
    lately: Lately
    rework: Rework
    layout: Layout

    def outlets(self) -> tuple[OutletRow, ...]:
        """Return all outlets, as they were some seconds ago."""
        return self.lately.get("outlets", lambda: self.read(View.outlets))

    def read(self, work: Callable[[View], T]) -> T:
        """Return what the work reads; StoreError at once where the store is away."""
        with self.store.view() as view:
            return work(view)


async def site_of(request: Request) -> Site:
    """Return the site that the request came to."""
    site: Site = request.app.state.site
    return site


TheSite = Annotated[Site, Depends(site_of)]
