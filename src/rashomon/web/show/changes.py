"""Changes: what one version of a story's dossier brought, dropped or turned, in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rashomon.desk import Change, Difference, difference
from rashomon.tell.report.view.places import Desk
from rashomon.tell.report.view.points import Statement, statement

Json = dict[str, Any]
_NAMES = {
    "contradict": "contradicted",
    "differ": "told differently",
    "update": "updated since",
    "agree": "agreed",
    "exclusive": "told by one",
}
_WHAT = {"slot": "what differs", "independent": "independent origins", "values": "its versions"}


@dataclass(frozen=True, slots=True)
class Turned:
    """A point that says something else now: as it stands, and in what it differs from before."""

    statement: Statement
    what: str


@dataclass(frozen=True, slots=True)
class Changes:
    """What came, fell and turned; points that fell are those of the old dossier."""

    come: list[Statement]
    fallen: list[Statement]
    turned: list[Turned]
    articles_come: list[str]
    articles_gone: list[str]
    articles_revised: list[tuple[str, str]]  # id and title


def changes(old: Json, new: Json, revised: Mapping[str, str] | None = None) -> Changes:
    """Return what the new dossier changed; `revised` names the old text of each article revised since."""
    found: Difference = difference(old, new, revised)
    before, after = Desk(old), Desk(new)
    return Changes(
        come=[statement(after, dict(point)) for point in found.come],
        fallen=[statement(before, dict(point)) for point in found.fallen],
        turned=[Turned(statement(after, dict(change.new)), _in_words(change)) for change in found.changed],
        articles_come=[_title(after, id) for id in found.articles_come],
        articles_gone=[_title(before, id) for id in found.articles_gone],
        articles_revised=[(id, _title(after, id)) for id in found.articles_revised],
    )


def name(relation: str, slot: str | None) -> str:
    """How accounts relate, in words; claims that are only near to each other tell no difference."""
    return "near to each other" if (relation, slot) == ("differ", "other") else _NAMES[relation]


def _in_words(change: Change) -> str:
    said = [_relation(change.old, change.new)] if "relation" in change.what else []
    said += [_WHAT[name] for name in change.what if name in _WHAT]
    said += ["told by others"] if "articles" in change.what else []
    return ", ".join(said)


def _relation(old: Mapping[str, Any], new: Mapping[str, Any]) -> str:
    return f"{name(old['relation'], old['slot'])} before, {name(new['relation'], new['slot'])} now"


def _title(desk: Desk, id: str) -> str:
    row = desk.articles[id]
    return f"{row['outlet'] or row['file']}: {row['title'] or 'without a title'}"
