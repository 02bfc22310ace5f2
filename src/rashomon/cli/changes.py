"""`rashomon diff`: which points of a story came, fell or changed."""

import json as jsons
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from rashomon.cli.keeping import opened
from rashomon.cli.revisions import show_texts
from rashomon.desk import Difference, difference, revisions
from rashomon.model.errors import UsageError
from rashomon.model.points import is_near
from rashomon.store import StoredDossier, View

_WIDTH = 100  # characters of a point's words that a line shows


def show(address: str, id: str, *, old: int | None, new: int | None, json: bool) -> None:
    """Print the difference between two versions of a story's dossier, or of an article's text."""
    with opened(address) as store, store.view() as view:
        if article := view.article(id):
            show_texts(view, article, old=old, new=new, json=json)
        else:
            _show_points(view, id, old=old, new=new, json=json)


def _show_points(view: View, story: str, *, old: int | None, new: int | None, json: bool) -> None:
    after = _dossier(view, story, new)
    if old is None and after.version == 1:
        raise UsageError(f"{story} has one version only: nothing to compare it with")
    before = _dossier(view, story, old if old is not None else after.version - 1)
    one, two = before.json(), after.json()
    found = difference(one, two, revisions(view, one, two))
    if json:
        body = {"story": story, "from": before.version, "to": after.version, **asdict(found)}
        print(jsons.dumps(body, ensure_ascii=False, indent=1))
        return
    print(two["story"]["title"])
    print(f"version {before.version} ({before.made[:16]}) to {after.version} ({after.made[:16]})")
    _articles(found, one, two)
    _points(found, one, two)
    if not found:
        print("no point came, fell or changed")


def _dossier(view: View, story: str, version: int | None) -> StoredDossier:
    found = view.dossier(story, version)
    if found is None:
        known = len(view.versions(story))
        said = f"it has versions 1 to {known}" if known else "`rashomon status` says what the store holds"
        raise UsageError(f"there is no dossier {version or ''} of a story {story}: {said}")
    return found


def _articles(found: Difference, old: Mapping[str, Any], new: Mapping[str, Any]) -> None:
    listed = (
        ("+", found.articles_come, new),
        ("-", found.articles_gone, old),
        ("~", found.articles_revised, new),
    )
    for sign, ids, dossier in listed:
        for article in dossier["articles"]:
            if article["id"] in ids:
                outlet, title = article["outlet"] or article["file"], article["title"] or article["id"]
                how = f" (rashomon diff {article['id']} says how)" if sign == "~" else ""
                print(f"{sign} article: {outlet}: {title}{how}")


def _points(found: Difference, old: Mapping[str, Any], new: Mapping[str, Any]) -> None:
    for sign, points, dossier in (("+", found.come, new), ("-", found.fallen, old)):
        for point in points:
            print(f"{sign} {_relation(point)}: {_words(point, dossier)}")
    for change in found.changed:
        what = ", ".join(change.what)
        before, now = _relation(change.old), _relation(change.new)
        relation = f"{before} -> {now}" if before != now else what
        print(f"~ {relation}: {_words(change.new, new)}")


def _relation(point: Mapping[str, Any]) -> str:
    """How its accounts relate; claims that are only near to each other tell no difference."""
    return "near" if is_near(point["relation"], point["slot"]) else str(point["relation"])


def _words(point: Mapping[str, Any], dossier: Mapping[str, Any]) -> str:
    """The point's values, or the words of its first claim."""
    values = [value["value"] for value in point["values"]]
    claims = {claim["id"]: claim for claim in dossier["claims"]}
    said = " | ".join(values) or " ".join(span["exact"] for span in claims[point["claims"][0]]["spans"])
    line = " ".join(said.split())
    return line if len(line) <= _WIDTH else line[: _WIDTH - 1] + "…"
