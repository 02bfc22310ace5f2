"""Offices in place of names: "the Danish foreign minister", "the senator", "her counterpart"."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from rashomon.link.gazetteer import Gazetteer
from rashomon.model import Entity, Span
from rashomon.resolve.roles import Role, country_in, parse_role
from rashomon.resolve.speakers.mentions import Reading
from rashomon.text.lexicon import closed_class

Fit = Literal["whole", "part"]
_NOT_YET = closed_class("next future any every each another first last either neither whole average")


@dataclass(frozen=True, slots=True)
class Office:
    """A title with the country it is of, and those of its words that are names ("the Orlo senator")."""

    title: str
    country: str | None
    names: frozenset[str] = frozenset()

    @property
    def specific(self) -> bool:
        """Whether the words say more than the bare noun: "foreign minister", "Danish minister"."""
        return " " in self.title or self.country is not None or self.title in ("president", "pope")

    @property
    def head(self) -> str:
        """The last word of the title, with the one before where it says little: "inspector general"."""
        words = self.title.split()
        return " ".join(words[-2:] if words[-1] == "general" else words[-1:])

    @property
    def modifiers(self) -> frozenset[str]:
        """The words before it."""
        return frozenset(self.title.removesuffix(self.head).split())


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
    if role is None or role.title == "counterpart" or not _NOT_YET.isdisjoint(role.title.split()):
        return None
    land = _of_land(reading.text[end : span.end], gazetteer)
    if land == "":
        return None
    names = (word.casefold() for word in text.split() if word[:1].isupper() and "’" not in word)
    return Office(role.title, role.country or land, frozenset(name for name in names if "'" not in name))


def _of_land(after: str, gazetteer: Gazetteer) -> str | None:
    """The country in "of Norway" behind a title; empty for another owner, None where there is no "of"."""
    if not re.match(r"\s+(?:of|for)\b", after):
        return None
    return country_in(re.split(r"[,;]", after)[0].split(), gazetteer)[0] or ""


def fit(office: Office, person: Entity, gazetteer: Gazetteer) -> Fit | None:
    """How the person's known titles meet the office: in all its words, in part ("the Orlo senator"), not."""
    fits = {_meet(office, role) for role in roles_of(person, gazetteer)}
    return "whole" if "whole" in fits else "part" if "part" in fits else None


def roles_of(person: Entity, gazetteer: Gazetteer) -> list[Role]:
    """The person's titles, read."""
    read = (parse_role(text, person.mentions[0], gazetteer) for text in person.roles)
    return [role for role in read if role is not None]


def _meet(office: Office, role: Role) -> Fit | None:
    """A word of the office that the title lacks may be a region; what both say must not differ."""
    held = Office(role.title, role.country)
    if held.head != office.head and held.head not in _KINDS.get(office.head, frozenset()):
        return None
    if office.country and held.country and office.country != held.country:
        return None
    lacks = office.modifiers - held.modifiers
    if not lacks and office.country in (None, held.country):
        return "whole"
    return "part" if lacks <= office.names and not held.modifiers - office.modifiers else None


def is_free(person: Entity, gazetteer: Gazetteer) -> bool:
    """Whether no title of the person's speaks against another office."""
    return all(role.head in _LOOSE for role in roles_of(person, gazetteer))


def counterparts(
    owner: Entity, country: str | None, people: Iterable[Entity], gazetteer: Gazetteer
) -> list[Entity]:
    """Those who hold the owner's office in another country, or in the one named."""
    own = {(role.title, role.country) for role in roles_of(owner, gazetteer)}
    titles, lands = {title for title, _ in own}, {land for _, land in own if land}
    found = []
    for person in people:
        for role in roles_of(person, gazetteer):
            elsewhere = role.country == country if country else role.country and role.country not in lands
            if person.id != owner.id and role.title in titles and elsewhere:
                found.append(person)
                break
    return found


_LOOSE = closed_class("candidate leader speaker representative supporter founder owner author activist star")
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
