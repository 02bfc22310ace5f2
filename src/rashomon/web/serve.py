"""Serving: the store opened, the token found or made, the server started."""

import secrets
import signal
import socket
import sys
from contextlib import suppress
from pathlib import Path

from rashomon.model.errors import UsageError
from rashomon.read.loading import named_text
from rashomon.web.settings import Settings

# Characters of a token that an operator gives: one that is short is guessed.
_SHORTEST = 16


def serve(settings: Settings) -> None:
    """Serve the desk until it is stopped."""
    try:
        import uvicorn

        from rashomon.web.app import create_app
    except ImportError as error:
        raise UsageError(f"the desk needs its extra: pip install 'rashomon[desk]' ({error})") from error
    from rashomon.store import open_store

    # what the server gets last it hands on: to end as after Ctrl-C, and leave nothing behind
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    with open_store(settings.store, make=False) as store, take_place(settings) as listening:
        print(_welcome(settings), file=sys.stderr, flush=True)
        config = uvicorn.Config(
            create_app(settings, store),
            log_level="warning",
            server_header=False,
            proxy_headers=settings.user_header is not None,
        )
        with suppress(KeyboardInterrupt):
            uvicorn.Server(config).run(sockets=[listening])


def take_place(settings: Settings) -> socket.socket:
    """Listen where the desk is to be: before it says so, so that who comes while it starts is kept waiting.

    Raises UsageError where it could not listen.
    """
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    try:
        return socket.create_server((settings.host, settings.port), family=family)
    except OSError as error:
        where = f"{settings.host}, port {settings.port}"
        why = str(error.strerror).partition(" (while")[0]
        raise UsageError(f"nothing can listen at {where} ({why}): give another --host or --port") from error


def find_token(given: str | None, file: Path | None) -> str:
    """Return the operator's token, from the environment or a file, or a new one; UsageError if too short."""
    token = (named_text(file) if file else given or "").strip() or secrets.token_urlsafe(24)
    if len(token) < _SHORTEST:
        raise UsageError(f"the token is too short: take {_SHORTEST} characters or more")
    return token


def _welcome(settings: Settings) -> str:
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    lines = [f"rashomon: the desk is at http://{host}:{settings.port}/"]
    if settings.user_header:
        lines.append(f"rashomon: who writes is named by the proxy, in {settings.user_header}")
    lines.append(f"rashomon: the token to write is {settings.token}")
    if not settings.local:
        lines.append("rashomon: others on the network can read it: let a proxy with TLS stand before it")
    return "\n".join(lines)
