"""Layout: templates filled for one answer, the desk's own before those it shares with the report."""

import gzip
import hashlib
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from fastapi import Request
from starlette.responses import HTMLResponse, Response

from rashomon.tell.report.page import environment, printable
from rashomon.web.assets import assets
from rashomon.web.cache import Page

# The parts of the desk: address, title, and the key that goes there (after g).
PARTS = (
    ("/", "Stories", "s"),
    ("/search", "Search", "f"),
    ("/names", "Names", "n"),
    ("/outlets", "Outlets", "o"),
    ("/judgements", "Judgements", "j"),
    ("/status", "Status", "i"),
)


def text(template: str, **values: Any) -> str:
    """Return the filled template."""
    filled = environment("rashomon.web").get_template(template)
    return printable(filled.render(assets=assets(), parts=PARTS, query=query, **values))


def fill(
    template: str, *, status: int = 200, headers: Mapping[str, str] | None = None, **values: Any
) -> HTMLResponse:
    """Return the filled template as an answer that is kept nowhere but in the reader's browser."""
    answer = HTMLResponse(text(template, **values), status, headers=dict(headers or {}))
    answer.headers.setdefault("cache-control", "private, no-cache")
    return answer


def query(**values: object) -> str:
    """Return the values that are given as a query string, with its question mark."""
    given = {name: value for name, value in values.items() if value not in (None, "", False)}
    return f"?{urlencode(given)}" if given else ""


def pack_page(html: str) -> Page:
    """Return the page as it is kept and sent."""
    body = html.encode("utf-8", "replace")
    tag = hashlib.sha256(body).hexdigest()[:20]
    return Page(gzip.compress(body, compresslevel=5, mtime=0), f'W/"{tag}"')


def send(request: Request, page: Page) -> Response:
    """Return the page, or the word that the reader's browser has it already."""
    headers = {"etag": page.tag, "cache-control": "private, no-cache", "vary": "accept-encoding"}
    if page.tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    if "gzip" in request.headers.get("accept-encoding", ""):
        return HTMLResponse(page.body, headers={**headers, "content-encoding": "gzip"})
    return HTMLResponse(page.plain, headers=headers)


def is_part(request: Request) -> bool:
    """Whether htmx asks for a part of a page, not for a page."""
    return request.headers.get("hx-request") == "true" and request.headers.get("hx-boosted") != "true"
