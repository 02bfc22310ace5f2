"""Offices in place of names: "the Danish foreign minister", "the senator"."""

from collections.abc import Mapping
from dataclasses import dataclass

from rashomon.link.gazetteer import Gazetteer
from rashomon.model import Entity, Span
from rashomon.resolve.roles import parse_role
from rashomon.resolve.speakers.mentions import Reading


@dataclass(frozen=True, slots=True)
class Office:
    """A title with the country it is of; `specific` where it can single somebody out on its own."""

    title: str
    country: str | None

    @property
    def specific(self) -> bool:
        """Whether the words say more than the bare noun: "foreign minister", "Danish minister"."""
        return " " in self.title or self.country is not None or self.title in ("president", "pope")


def office_in(reading: Reading, head: int, span: Span, gazetteer: Gazetteer) -> Office | None:
    """The office that a definite noun phrase names, None for other phrases ("an official")."""
    inside = reading.tokens_in(span)
    if len(inside) == 0 or reading.word(inside[0]).casefold() != "the":
        return None
    start, end = reading.tokens.start[inside[0]] + 4, reading.tokens.end[head]
    if start >= end:
        return None
    text = reading.text[start:end]
    role = parse_role(text, Span(span.article, start, end), gazetteer)
    if role is None or role.title == "counterpart":
        return None
    return Office(role.title, role.country)


def holders(office: Office, people: Mapping[str, Entity], gazetteer: Gazetteer) -> list[Entity]:
    """The people whose known titles can be meant by the office, in order of their ids."""
    return [people[key] for key in sorted(people) if _holds(office, people[key], gazetteer)]


def _holds(office: Office, person: Entity, gazetteer: Gazetteer) -> bool:
    for text in person.roles:
        role = parse_role(text, person.mentions[0], gazetteer)
        if role is None:
            continue
        same = role.title == office.title or role.title.endswith(" " + office.title)
        if same and (office.country is None or role.country == office.country):
            return True
    return False
