"""`rashomon serve`: the desk in a browser, over a store."""

import os
from pathlib import Path
from typing import Annotated

import typer

from rashomon.cli.exits import one_line_errors
from rashomon.cli.options import StoreOption

PORT = 8377
# The environment variable that holds the token: a secret on a command line is seen by all who list processes.
TOKEN = "RASHOMON_TOKEN"


def serve(
    store: StoreOption,
    host: Annotated[
        str,
        typer.Option(
            metavar="ADDRESS", help="Where it listens; others than this machine reach it only if told so."
        ),
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(metavar="N", min=1, max=65535, help="The port.")] = PORT,
    token_file: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help=f"The token that lets people write (or in {TOKEN}; else a new one)."
        ),
    ] = None,
    user_header: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="The header in which your reverse proxy says who is signed in."),
    ] = None,
    allow_host: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="A name under which the desk is reached.")
    ] = None,
    renderers: Annotated[
        int,
        typer.Option(metavar="N", min=0, max=16, help="Processes that lay out pages; 0: the server itself."),
    ] = 1,
) -> None:
    """Serve the desk in a browser: read, search, judge, subscribe."""
    from rashomon.web.serve import find_token, serve
    from rashomon.web.settings import Settings

    with one_line_errors():
        serve(
            Settings(
                store=store,
                host=host,
                port=port,
                token=find_token(os.environ.get(TOKEN), token_file),
                user_header=user_header,
                hosts=tuple(allow_host or ()),
                renderers=renderers,
            )
        )
