"""The application: its parts put together, nothing else."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import Depends, FastAPI
from starlette.middleware.body_limit import RequestBodyLimitMiddleware

from rashomon import __version__
from rashomon.store import Store
from rashomon.web import ahead, api, pages
from rashomon.web.access.headers import Guard
from rashomon.web.access.sessions import Signer
from rashomon.web.cache import Lately, Pages
from rashomon.web.faults import handle_faults
from rashomon.web.known import only_known
from rashomon.web.laying import Layout
from rashomon.web.making import get_ready
from rashomon.web.rework import Rework
from rashomon.web.settings import Settings
from rashomon.web.site import Site

_LATELY = 20.0  # seconds that lists of all outlets and names may be old
_LARGEST_FORM = 64 * 1024  # bytes: a judgement is a few names and a note
_ABOUT = "Stories, what their accounts agree and differ on, who said what: each with the spans it rests on."


def create_app(settings: Settings, store: Store, *, rework: Rework | None = None) -> FastAPI:
    """Return the desk as an ASGI application over an open store."""
    app = FastAPI(
        title="rashomon",
        version=__version__,
        description=_ABOUT,
        openapi_url="/api/openapi.json",
        docs_url=None,  # both pages load their scripts from elsewhere
        redoc_url=None,
        lifespan=_lifespan,
    )
    app.state.site = Site(
        settings=settings,
        store=store,
        signer=Signer(settings.token),
        lately=Lately(_LATELY),
        rework=rework or Rework(settings.store, on=settings.rework),
        layout=Layout(Pages(settings.cache_mb * 1024 * 1024), settings.renderers, ready=get_ready),
    )
    app.include_router(api.router, dependencies=[Depends(only_known)])
    app.include_router(pages.router, include_in_schema=False, dependencies=[Depends(only_known)])
    handle_faults(app)
    app.add_middleware(RequestBodyLimitMiddleware, max_body_size=_LARGEST_FORM)
    app.add_middleware(Guard, hosts=settings.allowed_hosts)
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    site: Site = app.state.site
    process = ahead.start(site.store.address) if site.settings.renderers else None
    get_ready()
    yield
    if process:
        process.terminate()
    site.layout.close()
