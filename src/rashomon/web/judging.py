"""Judging: what a form or a program says, checked against the story it is about, and written down."""

from dataclasses import dataclass
from typing import Any, Literal

from rashomon.model.errors import UsageError
from rashomon.store import StoredJudgement, View
from rashomon.web.site import Site

Kind = Literal["merge", "split", "move", "wrong"]
NAME_KINDS = ("person", "organisation", "group", "place", "other")


@dataclass(frozen=True, slots=True)
class Given:
    """A judgement as it was given; what its kind has no use for is left empty."""

    kind: Kind
    story: str = ""
    names: tuple[str, str] = ("", "")
    name_kind: str = "person"
    everywhere: bool = False
    article: str = ""
    target: str = ""
    point: str = ""
    note: str = ""


def judge(site: Site, given: Given, *, who: str) -> StoredJudgement:
    """Record the judgement and have what it touches worked out again; UsageError where it makes no sense."""
    with site.store.view() as view:
        subject = _SUBJECTS[given.kind](view, given)
    judgement = site.store.writer().judge(given.kind, subject, who=who)
    if given.kind != "wrong":
        site.rework.ask()
    return judgement


def undo(site: Site, id: str, *, who: str) -> StoredJudgement:
    """Take the judgement back, and have what it touched worked out again."""
    judgement = site.store.writer().undo(id, who=who)
    if judgement.kind != "wrong":
        site.rework.ask()
    return judgement


def _names(view: View, given: Given) -> dict[str, Any]:
    left, right = (" ".join(name.split()) for name in given.names)
    if not left or not right or left == right:
        raise UsageError("Give two different names.")
    if given.name_kind not in NAME_KINDS:
        raise UsageError(f"A name is a {', '.join(NAME_KINDS)}.")
    story = None if given.everywhere else given.story or None
    if story:
        _story(view, story)
    return {"kind": given.name_kind, "names": [left, right], "story": story}


def _move(view: View, given: Given) -> dict[str, Any]:
    if view.article(given.article) is None:
        raise UsageError("There is no such article.")
    if given.target:
        _story(view, given.target)
    return {"article": given.article, "story": given.target or None}


def _wrong(view: View, given: Given) -> dict[str, Any]:
    data = _story(view, given.story)
    point = next((row for row in data["points"] if row["id"] == given.point), None)
    if point is None:
        raise UsageError("There is no such point in this story: it may have been worked out again.")
    return {"story": given.story, "point": given.point, "claims": point["claims"], "note": given.note.strip()}


def _story(view: View, story: str) -> dict[str, Any]:
    dossier = view.dossier(story)
    if dossier is None:
        raise UsageError("There is no such story.")
    return dossier.json()


_SUBJECTS = {"merge": _names, "split": _names, "move": _move, "wrong": _wrong}
