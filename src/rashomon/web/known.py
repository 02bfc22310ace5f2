"""What a request asks under a name that its address does not know: refused, not passed over."""

from collections.abc import Iterator
from typing import cast

from fastapi import HTTPException, Request
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute


async def only_known(request: Request) -> None:
    """Refuse a query under a name that the address does not know, and say which it knows."""
    known = list(_names(cast(APIRoute, request.scope["route"]).dependant))
    unknown = sorted(set(request.query_params) - set(known))
    if unknown:
        asked = ", ".join(f"“{name}”" for name in unknown)
        rest = f"what it knows is {', '.join(known)}" if known else "it takes no questions"
        raise HTTPException(422, f"This address does not know {asked}: {rest}.")


def _names(dependant: Dependant) -> Iterator[str]:
    yield from (parameter.alias for parameter in dependant.query_params)
    for each in dependant.dependencies:
        yield from _names(each)
