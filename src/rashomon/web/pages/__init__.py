"""The desk's pages."""

from fastapi import APIRouter

from rashomon.web.pages import (
    articles,
    feeds,
    judgements,
    names,
    outlets,
    search,
    signing,
    static,
    status,
    stories,
    story,
)

router = APIRouter()
for part in (stories, story, articles, search, names, outlets, judgements, feeds, signing, status, static):
    router.include_router(part.router)

__all__ = ["router"]
