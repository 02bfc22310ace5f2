"""Ahead: the newest stories are laid out before anybody asks for them, by a process that gives way."""

import asyncio
from functools import partial

from starlette.concurrency import run_in_threadpool

from rashomon.model.errors import RashomonError
from rashomon.web.pages.story import Key, prepare
from rashomon.web.site import Site

# Seconds between two looks at the store, and after a fault of it.
_PAUSE = 5.0


async def lay_out_ahead(site: Site) -> None:
    """Keep the pages of the newest stories at hand for as long as the desk is served."""
    while True:
        try:
            for key in await run_in_threadpool(_keys, site):
                if key not in site.layout.pages:
                    read = partial(run_in_threadpool, prepare, site, key)
                    await site.layout.page(key, read, group=key[::2], ahead=True)
        except RashomonError:
            pass  # the store is away: whoever asks for a page is told so
        await asyncio.sleep(_PAUSE)


def _keys(site: Site) -> list[Key]:
    """Return what the pages of the newest stories are made from, the newest first."""
    with site.store.view() as view:
        rows = view.stories(limit=site.settings.ahead)
        wrong = view.judgements(kind="wrong")
    marks: dict[str, set[tuple[str, str]]] = {}
    for judgement in wrong:
        marks.setdefault(str(judgement.story), set()).add((judgement.subject["point"], judgement.who))
    return [(row.id, row.version, frozenset(marks.get(row.id, ()))) for row in rows]
