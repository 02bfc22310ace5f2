"""Who asks: a reader, a person with a session, one whom the proxy names, or a program with the token."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, HTTPException, Request

from rashomon.web.access.headers import host_of
from rashomon.web.access.sessions import COOKIE, clean_name
from rashomon.web.site import Site, TheSite

FORM_SIGN = "x-form-sign"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who may write. `sign` goes into every form; a program with the token needs none."""

    who: str
    sign: str
    by_token: bool = False


async def person(request: Request, site: TheSite) -> Person | None:
    """Return who asks, as far as the desk may know; None for a reader."""
    scheme, _, given = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer" and site.signer.is_token(given.strip()):
        who = clean_name(request.headers.get("x-author", "")) or "the token's holder"
        return Person(who, "", by_token=True)
    if name := _from_proxy(request, site):
        return Person(name, site.signer.form_sign(f"proxy {name}"))
    cookie = request.cookies.get(COOKIE, "")
    session = site.signer.session(cookie) if cookie else None
    return Person(session.who, site.signer.form_sign(cookie)) if session else None


def _from_proxy(request: Request, site: Site) -> str:
    header = site.settings.user_header
    return clean_name(request.headers.get(header, "")) if header else ""


async def author(
    request: Request,
    site: TheSite,
    known: Annotated[Person | None, Depends(person)],
) -> Person:
    """Return who writes. 401 for a reader, 403 where the request doesn't come from the desk's own page."""
    if known is None:
        raise HTTPException(401, "Sign in to write: a session, or the header Authorization: Bearer TOKEN.")
    if known.by_token:
        return known
    if from_elsewhere(request):
        raise HTTPException(403, "This request came from another site.")
    sign = request.headers.get(FORM_SIGN) or str((await request.form()).get("sign", ""))
    if not site.signer.is_form_sign(sign, _identity(request, site, known)):
        raise HTTPException(403, "The form is not one of this session: load the page again.")
    return known


def _identity(request: Request, site: Site, known: Person) -> str:
    if _from_proxy(request, site):
        return f"proxy {known.who}"
    return request.cookies.get(COOKIE, "")


def from_elsewhere(request: Request) -> bool:
    """Whether the browser says that another site sent the request."""
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return True
    origin = request.headers.get("origin", "")
    if not origin:
        return False
    return host_of(origin.partition("://")[2]) != host_of(request.headers.get("host", ""))


Reader = Annotated[Person | None, Depends(person)]
Author = Annotated[Person, Depends(author)]
