"""Styles and scripts as the desk serves them: the report's, the desk's own, and htmx, each under its hash."""

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from rashomon.tell.report.page import scripts, stylesheet

_CSS, _JS = "text/css; charset=utf-8", "text/javascript; charset=utf-8"
# On every page; theme.js stands first, so that a page never flashes in the wrong light.
_OWN_STYLES = ("frame", "lists", "reading", "plot", "judging")


@dataclass(frozen=True, slots=True)
class Asset:
    """One file that pages refer to."""

    name: str
    media: str
    body: bytes

    @property
    def href(self) -> str:
        """Its address, which changes when it does."""
        return f"/static/{hashlib.sha256(self.body).hexdigest()[:12]}/{self.name}"


@cache
def assets() -> dict[str, Asset]:
    """Return every asset by its name."""
    found = (
        Asset("desk.css", _CSS, "\n".join([stylesheet(), *map(_style, _OWN_STYLES)]).encode()),
        Asset("report.js", _JS, scripts().encode()),
        Asset("theme.js", _JS, ('"use strict";\n' + _report_part("theme.js")).encode()),
        Asset("live.js", _JS, _part("live.js")),
        Asset("reading.js", _JS, _part("reading.js")),
        Asset("htmx.js", _JS, _part("vendor/htmx.min.js")),
    )
    return {asset.name: asset for asset in found}


def _style(name: str) -> str:
    return _part(f"css/{name}.css").decode()


def _part(path: str) -> bytes:
    return (files("rashomon.web") / "static" / path).read_bytes()


def _report_part(name: str) -> str:
    return (files("rashomon.tell.report") / "js" / name).read_text("utf-8")
