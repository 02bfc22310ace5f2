"""The page: templates, style and script put into one HTML file under a content security policy."""

import base64
import hashlib
import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from rashomon.tell.calendar import day
from rashomon.tell.report.view import view
from rashomon.tell.wording import how_many

if TYPE_CHECKING:
    from jinja2 import Environment

# In the order in which they build on each other.
_STYLES = ("base", "marks", "sections", "matrix", "desk", "print")
_SCRIPTS = ("theme", "desk", "filter", "keys")
# What HTML can't hold: control characters, lone surrogates, what is no character.
_NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def render(data: dict[str, Any]) -> str:
    """Return the dossier (in the contract's shape) as one HTML page that asks for nothing outside."""
    style, script = stylesheet(), scripts()
    page = (
        environment()
        .get_template("page.html.j2")
        .render(view=view(data), style=style, script=script, policy=policy(style, script))
    )
    return printable(page)


def stylesheet() -> str:
    """Return the report's style, for a page that shows the same sections."""
    return "\n".join(part("css", f"{name}.css") for name in _STYLES)


def scripts() -> str:
    """Return the report's script: theme, the desk of articles side by side, filters and keys."""
    return '"use strict";\n' + "\n".join(part("js", f"{name}.js") for name in _SCRIPTS)


def printable(page: str) -> str:
    """Return the page with a mark in place of every character that HTML can't hold."""
    return _NO_TEXT.sub("\N{REPLACEMENT CHARACTER}", page)


@cache
def environment(package: str | None = None) -> "Environment":
    """Return the templates, a package's own before them; read once, for reading takes longer than filling."""
    from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

    packages = [package] if package else []
    environment = Environment(
        loader=ChoiceLoader(
            [PackageLoader(name, "templates") for name in (*packages, "rashomon.tell.report")]
        ),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(day=day, how_many=how_many)
    return environment


def part(folder: str, name: str) -> str:
    """Return one file of the style or the script."""
    return (files("rashomon.tell.report") / folder / name).read_text("utf-8").strip()


def policy(style: str, script: str = "") -> str:
    """Return a policy that lets this one style and this one script, if any, work, and nothing else."""
    scripts = f"script-src '{_sha256(script)}'; " if script else ""
    return f"default-src 'none'; style-src '{_sha256(style)}'; {scripts}base-uri 'none'; form-action 'none'"


def _sha256(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
