"""Signing in and out, and who is signed in."""

from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from rashomon.web.access.people import Author, Reader, from_elsewhere
from rashomon.web.access.sessions import COOKIE, LIFETIME, clean_name
from rashomon.web.layout import fill
from rashomon.web.site import TheSite

router = APIRouter()


@router.get("/sign-in")
async def sign_in(reader: Reader) -> HTMLResponse:
    """Show the form, or who is signed in."""
    return fill("live/sign_in.html.j2", active="", person=reader, problem="")


@router.post("/sign-in")
async def signed_in(
    request: Request,
    site: TheSite,
    token: Annotated[str, Form(max_length=400)] = "",
    who: Annotated[str, Form(max_length=200)] = "",
) -> Response:
    """Sign a person in who has the desk's token."""
    if from_elsewhere(request):
        raise HTTPException(403, "This form came from another site.")
    problem = _problem(site.signer.is_token(token.strip()), clean_name(who))
    if problem:
        return fill("live/sign_in.html.j2", status=403, active="", person=None, problem=problem)
    answer = RedirectResponse("/", 303)
    answer.set_cookie(
        COOKIE,
        site.signer.cookie(who),
        max_age=LIFETIME,
        httponly=True,
        samesite="strict",
        secure=request.url.scheme == "https",
    )
    return answer


def _problem(is_token: bool, who: str) -> str:
    if not is_token:
        return "That is not this desk's token: `rashomon serve` prints it when it starts."
    return "" if who else "Say who you are: each judgement is recorded with a name."


@router.post("/sign-out")
async def sign_out(_person: Author) -> Response:
    """End the session in this browser."""
    answer = RedirectResponse("/", 303)
    answer.delete_cookie(COOKIE, httponly=True, samesite="strict")
    return answer


@router.get("/me")
async def me(reader: Reader) -> HTMLResponse:
    """Say who is signed in: the part of every page that is each person's own."""
    return fill("live/me.html.j2", person=reader)
