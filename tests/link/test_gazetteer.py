"""The tables: no name of a place leads to two, and names that two bodies share lead to neither."""

from collections import Counter
from importlib.resources import files

from rashomon.link import gazetteer
from rashomon.link.gazetteer import Known
from rashomon.text.names import fold


def rows(file: str) -> list[str]:
    text = (files("rashomon.link") / "data" / file).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]


def test_no_two_places_share_a_name() -> None:
    counts = Counter(key for row in rows("places.tsv") for key in {fold(name) for name in row.split("|")})
    assert [key for key, count in counts.items() if count > 1] == []


def test_every_row_of_a_body_has_a_kind_and_names_of_its_own() -> None:
    for row in rows("organisations.tsv"):
        kind, _, names = row.partition("\t")
        assert kind in gazetteer.BODIES
        assert len(set(names.split("|"))) == len(names.split("|"))


def test_a_name_that_two_bodies_share_is_neither_but_still_a_body() -> None:
    tables = gazetteer.load()
    shared = next(key for key, found in sorted(tables.known.items()) if len(found) > 1)
    assert tables.organisation(shared) is None
    assert tables.body_kind(shared) == "organisation"


def test_a_place_is_known_under_all_its_names() -> None:
    tables = gazetteer.load()
    assert tables.place("Calif.") == tables.place("California")
    assert tables.country("U.K.") == tables.country("Britain")


def test_given_names_are_neither_countries_nor_big_cities() -> None:
    tables = gazetteer.load()
    assert tables.is_given("Daniel")
    assert not any(tables.is_place(name) and tables.country(name) for name in tables.given)


def test_a_users_row_outranks_the_tables() -> None:
    known = gazetteer.load()
    own = known.with_aliases([Known("organisation", ("Harbour Fund", "IMF"))])
    found = own.organisation("IMF")
    assert found is not None
    assert found.names == ("Harbour Fund", "IMF")
    assert known.organisation("IMF") != found
