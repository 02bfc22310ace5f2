"""Offices in place of names: "the Danish foreign minister", "the senator"."""

from collections.abc import Mapping
from dataclasses import dataclass

from rashomon.link.gazetteer import Gazetteer
from rashomon.model import Entity, Span
from rashomon.resolve.roles import parse_role
from rashomon.resolve.speakers.mentions import Reading
from rashomon.text.lexicon import closed_class


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
        if _same_office(role.title, office.title) and (
            office.country is None or role.country == office.country
        ):
            return True
    return False


# What a more general noun can stand for, when it comes with "the".
_KINDS = {
    "lawmaker": closed_class("senator representative congressman congresswoman mp legislator lawmaker"),
    "congressman": closed_class("representative congressman"),
    "congresswoman": closed_class("representative congresswoman"),
    "legislator": closed_class("senator representative congressman congresswoman mp legislator"),
    "diplomat": closed_class("ambassador envoy diplomat minister"),
    "leader": closed_class("president premier chancellor minister leader king emir sultan"),
    "spokesperson": closed_class("spokesman spokeswoman spokesperson"),
}


def _same_office(held: str, named: str) -> bool:
    """Whether who holds one title can be called by the other: its last word, and no word unknown to it."""
    held_words, named_words = held.split(), named.split()
    if not held_words or not named_words:
        return False
    head = named_words[-1]
    if held_words[-1] != head and held_words[-1] not in _KINDS.get(head, frozenset()):
        return False
    return set(named_words[:-1]) <= set(held_words)
