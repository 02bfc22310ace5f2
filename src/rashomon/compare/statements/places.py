"""Places: whether one lies inside another, beside it, or whether that is not known."""

from typing import Literal

from rashomon.link import gazetteer as tables
from rashomon.text.lexicon import closed_class
from rashomon.text.names import fold

Lie = Literal["same", "inside", "elsewhere", "unknown"]
# How many times as large a city must be as its namesake for its bare name to mean it: London is 23 times as
# large as its namesake, Birmingham 5 times.
OUTWEIGHS = 10
# States and provinces that have the name of a country or of a city elsewhere in the tables.
OF_SEVERAL = closed_class("georgia ontario victoria virginia washington")


def country_of(name: str) -> str | None:
    """The code of the country that a name or its people's name means, or in which the city lies.

    None where a city and a state, or cities of two countries and of like size, have that name.
    """
    table = tables.load()
    if fold(name) in OF_SEVERAL:
        return None
    country = _country(name)
    if country is not None:
        return country
    known = table.place(name)
    names = {fold(each) for each in (name, *(known.names if known else ()))}
    cities = sorted((c for each in names for c in table.cities.get(each, ())), key=lambda c: -c.population)
    first = cities[0] if cities else None
    if first is None or any(
        c.country != first.country and c.population * OUTWEIGHS >= first.population for c in cities
    ):
        return None
    return first.country


def two_countries(left: str, right: str) -> bool:
    """Whether the names mean two countries or their people, however alike they are: Niger and Nigeria."""
    mine, theirs = _country(left), _country(right)
    return None not in (mine, theirs) and mine != theirs


def _country(name: str) -> str | None:
    """The code of the country that a name or its people's name means."""
    table = tables.load()
    country = table.country(name) or table.demonym(name)
    return None if country is None else country.code


def same_place_name(left: str, right: str) -> bool:
    """Whether two names mean one place: other names of one country, of one region or of its people."""
    table = tables.load()
    mine, theirs = _country(left), _country(right)
    if mine is not None and theirs is not None:
        return mine == theirs
    known, other = table.place(left), table.place(right)
    return known is not None and known is other


def reach(name: str) -> int:
    """How wide a place is by the tables: a country 2, a region or a well-known place 1, any other 0."""
    table = tables.load()
    if table.country(name) is not None:
        return 2
    return 1 if table.place(name) is not None else 0


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
