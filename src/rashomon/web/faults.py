"""Faults: what a page or a program is told when something can't be done; never a trace, never silence."""

from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException
from starlette.responses import Response

from rashomon.model.errors import RashomonError, UsageError
from rashomon.web.layout import fill

_WORDS = {
    400: "This can't be done as asked",
    401: "Sign in first",
    403: "Not allowed",
    404: "Not here",
    405: "Not in this way",
    413: "Too much at once",
    422: "This can't be understood",
    503: "The store can't be reached",
}

_PLAIN = {
    404: "No page has this address; all of them are reached from the list of stories.",
    405: "This address is asked in another way.",
}


def handle_faults(app: FastAPI) -> None:
    """Answer faults as JSON under /api, as a page elsewhere."""
    app.add_exception_handler(HTTPException, _on_http)
    app.add_exception_handler(RequestValidationError, _on_invalid)
    app.add_exception_handler(RashomonError, _on_ours)


async def _on_http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    detail = str(error.detail)
    if detail == HTTPStatus(error.status_code).phrase:  # nobody said why: no page is at this address at all
        detail = _PLAIN.get(error.status_code, detail)
    return _answer(request, error.status_code, detail, dict(error.headers or {}))


async def _on_invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    rows = [
        f"{'.'.join(map(str, row['loc'][1:]))}: {row['msg'].removeprefix('Value error, ')}"
        for row in error.errors()
    ]
    return _answer(request, 422, "; ".join(rows))


async def _on_ours(request: Request, error: Exception) -> Response:
    return _answer(request, 400 if isinstance(error, UsageError) else 503, str(error))


def _answer(request: Request, status: int, detail: str, headers: dict[str, str] | None = None) -> Response:
    detail = detail.encode("utf-8", "replace").decode("utf-8")
    if request.url.path.startswith("/api/"):
        return JSONResponse({"detail": detail}, status, headers=headers)
    title = _WORDS.get(status, "Something went wrong")
    return fill("live/fault.html.j2", status=status, headers=headers, title=title, detail=detail)
