"""Places: whether one lies inside another, beside it, or whether that is not known."""

from typing import Literal

from rashomon.link import gazetteer as tables
from rashomon.text.names import fold

Lie = Literal["same", "inside", "elsewhere", "unknown"]


def country_of(name: str) -> str | None:
    """The code of the country that a name or its people's name means, or in which the city lies."""
    table = tables.load()
    country = table.country(name) or table.demonym(name)
    if country is not None:
        return country.code
    city = table.city(name)
    return city.country if city is not None else None


def same_place_name(left: str, right: str) -> bool:
    """Whether two names mean one place: other names of one country, of one region or of its people."""
    table = tables.load()
    mine = table.country(left) or table.demonym(left)
    theirs = table.country(right) or table.demonym(right)
    if mine is not None and theirs is not None:
        return mine.code == theirs.code
    known, other = table.place(left), table.place(right)
    return known is not None and known is other


def lie(left: str, right: str) -> Lie:
    """How two named places lie to each other, by the bundled tables."""
    if fold(left) == fold(right) or same_place_name(left, right):
        return "same"
    table = tables.load()
    mine, theirs = country_of(left), country_of(right)
    if mine is None or theirs is None:
        return "unknown"
    if mine != theirs:
        return "elsewhere"
    cities = table.city(left) is not None and table.city(right) is not None
    return "elsewhere" if cities else "inside"
