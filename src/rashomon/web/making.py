"""Making a story's page from what the store holds, in whatever process."""

import hashlib
from collections.abc import Callable, Sequence
from functools import cache, partial
from importlib.util import find_spec
from pathlib import Path

from rashomon.provenance import VERSION
from rashomon.store import Store, View, open_store
from rashomon.tell.report.page import environment
from rashomon.web.cache import Page
from rashomon.web.show.marks import Mark
from rashomon.web.show.story import story_page

# What a page's look comes from: a page that other files laid out is laid out anew.
_SOURCES = ("rashomon.web", "rashomon.tell")


def make_page(address: str, story: str, version: int, wrong: Sequence[Mark]) -> Page:
    """Return the page of one version of a story; `wrong` are marks on its points."""
    return _opened(address).read(lambda view: material(view, story, version))(wrong)


def material(view: View, story: str, version: int) -> Callable[[Sequence[Mark]], Page]:
    """Read what the page is made from; what it gives makes the page. LookupError where there is none."""
    found = view.dossier(story, version)
    if found is None:
        raise LookupError(f"{story} has no version {version}")
    heads = [(head.version, head.made) for head in view.versions(story)]
    return partial(story_page, found.body, version, heads)


def get_ready() -> None:
    """Read and compile the templates, so that no reader waits for that."""
    templates = environment("rashomon.web")
    for name in templates.list_templates(extensions=["j2"]):
        templates.get_template(name)


@cache
def made_by() -> str:
    """Return what stands for everything that a page's look comes from."""
    total = hashlib.sha256(VERSION.encode())
    for package in _SOURCES:
        spec = find_spec(package)
        for folder in (spec.submodule_search_locations or ()) if spec else ():
            for path in sorted(path for path in Path(folder).rglob("*") if path.is_file()):
                if "__pycache__" not in path.parts:
                    total.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return total.hexdigest()[:20]


@cache
def _opened(address: str) -> Store:
    """One connection for each process that makes pages, for as long as it lives."""
    return open_store(address, make=False)
