"""Styles and scripts."""

from fastapi import APIRouter, HTTPException
from starlette.responses import Response

from rashomon.web.assets import assets

router = APIRouter()


@router.get("/static/{sum}/{name}")
async def static(sum: str, name: str) -> Response:
    """Return an asset; its address holds its hash, so a browser may keep it."""
    asset = assets().get(name)
    if asset is None or asset.href != f"/static/{sum}/{name}":
        raise HTTPException(404, "There is no such file.")
    headers = {"cache-control": "public, max-age=31536000, immutable"}
    return Response(asset.body, media_type=asset.media, headers=headers)


@router.get("/favicon.ico")
async def icon() -> Response:
    """Return no icon, without a word about it."""
    return Response(status_code=204)
