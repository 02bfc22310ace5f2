"""The gazetteer: countries with demonyms and capitals, cities, other places, bodies, given names."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Literal

from rashomon.text.names import fold

BODIES = frozenset({"organisation", "group"})


@dataclass(frozen=True, slots=True)
class Country:
    """A country: ISO 3166 code, usual name first among `names`, its capital among `seats`."""

    code: str
    names: tuple[str, ...]
    demonyms: tuple[str, ...]
    seats: tuple[str, ...]

    @property
    def name(self) -> str:
        """The usual English name."""
        return self.names[0]


@dataclass(frozen=True, slots=True)
class City:
    """A city of at least 100,000 people; `population` in thousands."""

    name: str
    country: str
    population: int


@dataclass(frozen=True, slots=True)
class Known:
    """Something well known under all its usual names: kind, and the names, the fullest first."""

    kind: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Tables by folded name; look up with the methods, which take a name as it stands in text.

    `aliases` are a user's own rows, `own` their folded names: they outrank the bundled tables.
    """

    countries: dict[str, Country]
    by_name: dict[str, str]
    by_demonym: dict[str, str]
    by_seat: dict[str, str]
    cities: dict[str, tuple[City, ...]]
    known: dict[str, tuple[Known, ...]]
    places: dict[str, Known]
    given: frozenset[str]
    aliases: tuple[Known, ...] = ()
    own: frozenset[str] = frozenset()

    def country(self, name: str) -> Country | None:
        """Return the country of that name ("U.S.", "Britain")."""
        code = self.by_name.get(fold(name))
        return self.countries[code] if code else None

    def demonym(self, word: str) -> Country | None:
        """Return the country whose people are called so ("Dutch", "Kenyans")."""
        key = fold(word)
        code = self.by_demonym.get(key) or (self.by_demonym.get(key[:-1]) if key.endswith("s") else None)
        return self.countries[code] if code else None

    def seat(self, name: str) -> Country | None:
        """Return the country whose government sits there ("Lima", "the Kremlin")."""
        code = self.by_seat.get(fold(name))
        return self.countries[code] if code else None

    def city(self, name: str) -> City | None:
        """Return the biggest city of that name."""
        found = self.cities.get(fold(name))
        return found[0] if found else None

    def with_aliases(self, rows: Sequence[Known]) -> "Gazetteer":
        """Return these tables with a user's own rows put before them."""
        own: defaultdict[str, list[Known]] = defaultdict(list)
        for row in rows:
            if row.kind in BODIES:
                for key in sorted({fold(name) for name in row.names}):
                    own[key].append(row)
        known = {**self.known, **{key: tuple(found) for key, found in own.items()}}
        names = frozenset(fold(name) for row in rows for name in row.names)
        return replace(self, known=known, aliases=tuple(rows), own=names)

    def place(self, name: str) -> Known | None:
        """Return the state, region, city or sea of that name that is known by several names."""
        return self.places.get(fold(name))

    def is_place(self, name: str) -> bool:
        """Whether a country, its people, a city or another place is called so."""
        found = self.country(name) or self.demonym(name) or self.seat(name) or self.place(name)
        return (found or self.city(name)) is not None

    def is_given(self, word: str) -> bool:
        """Whether the word is a common given name, and neither a big city nor a plain word."""
        return fold(word) in self.given

    def organisation(self, name: str) -> Known | None:
        """Return the organisation of that name, None where two share it."""
        found = self.known.get(fold(name), ())
        return found[0] if len(found) == 1 else None

    def writes(self, name: str) -> bool:
        """Whether an organisation's name is written so, capitals and all: "WHO" and not "who"."""
        return any(name in row.names for row in self.known.get(fold(name), ()))

    def body_kind(self, name: str) -> Literal["organisation", "group"] | None:
        """Return the kind of the organisations of that name, even where two share it."""
        kinds = {row.kind for row in self.known.get(fold(name), ())}
        return None if not kinds else "group" if kinds == {"group"} else "organisation"


def _rows(file: str) -> Iterator[list[str]]:
    text = (files("rashomon.link") / "data" / file).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("|") if part)


def _city_key(name: str) -> str:
    """As `fold`, for names that the recipe has already made plain; ten times as fast."""
    return name.casefold().replace("-", " ").replace("'", "").replace(".", "")


@cache
def load() -> Gazetteer:
    """Load the tables; takes some hundredths of a second, once."""
    countries: dict[str, Country] = {}
    for code, names, demonyms, capital, seats in _rows("countries.tsv"):
        sitting = tuple(dict.fromkeys(s for s in (*_split(seats), capital) if s))
        countries[code] = Country(code, _split(names), _split(demonyms), sitting)
    cities: defaultdict[str, list[City]] = defaultdict(list)
    for name, code, population in _rows("cities.tsv"):
        cities[_city_key(name)].append(City(name, code, int(population)))
    known: defaultdict[str, list[Known]] = defaultdict(list)
    for kind, names in _rows("organisations.tsv"):
        row = Known(kind, _split(names))
        for key in sorted({fold(name) for name in row.names}):
            known[key].append(row)
    places = [Known("place", _split(names)) for (names,) in _rows("places.tsv")]
    return Gazetteer(
        countries=countries,
        by_name={fold(name): c.code for c in countries.values() for name in c.names},
        by_demonym={fold(word): c.code for c in countries.values() for word in c.demonyms},
        by_seat={fold(seat): c.code for c in countries.values() for seat in c.seats},
        cities={key: tuple(rows) for key, rows in cities.items()},
        known={key: tuple(rows) for key, rows in known.items()},
        places={fold(name): row for row in places for name in row.names},
        given=frozenset(word for (line,) in _rows("given_names.tsv") for word in line.split(" ")),
    )
