"""The tables say what they are, hold every record, and every span of theirs points to its words."""

from pathlib import Path
from typing import Any

import pytest

from rashomon.engine.catalogue import Catalogue
from rashomon.engine.schema import TABLES, described, schema_of
from rashomon.engine.work import Work

parquet = pytest.importorskip("pyarrow.parquet")
PAGE = Path(__file__).resolve().parents[2] / "docs" / "tables.md"


def rows(folder: Path, table: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = parquet.read_table(folder / f"{table}.parquet").to_pylist()
    return found


def spans(value: Any) -> list[dict[str, Any]]:
    """All spans in a value, at any depth."""
    if isinstance(value, list):
        return [span for each in value for span in spans(each)]
    if not isinstance(value, dict):
        return []
    own = [value] if {"article", "start", "end", "exact"} <= value.keys() else []
    return own + [span for each in value.values() for span in spans(each)]


@pytest.mark.parametrize("table", sorted(TABLES))
def test_spans_point_to_their_words(expected, table):
    texts = {row["id"]: row["text"] for row in rows(expected, "articles")}
    for span in spans(rows(expected, table)):
        assert texts[span["article"]][span["start"] : span["end"]] == span["exact"]


@pytest.mark.parametrize("table", sorted(TABLES))
def test_a_table_has_its_schema_and_says_what_it_holds(expected, table):
    schema = parquet.read_schema(expected / f"{table}.parquet")
    assert schema.equals(schema_of(table))
    assert schema.metadata[b"about"].decode() == TABLES[table][0]
    assert all(field.metadata or field.name in {"id", "score"} for field in schema)


def test_records_name_records_that_are_there(expected):
    stories = {row["id"]: row for row in rows(expected, "stories")}
    articles = {row["id"] for row in rows(expected, "articles")}
    assert {article for row in stories.values() for article in row["articles"]} == articles
    entities = {(row["story"], row["id"]) for row in rows(expected, "entities")}
    speakers = {(row["story"], row["speaker"]) for row in rows(expected, "quotes") if row["speaker"]}
    assert speakers
    assert speakers <= entities
    origins = {row["id"] for row in rows(expected, "origins")}
    assert {row["origin"] for row in rows(expected, "articles")} <= origins
    claims = {row["id"] for row in rows(expected, "claims")}
    assert {claim for row in rows(expected, "points") for claim in row["claims"]} <= claims


def test_copied_wording_is_found_over_stories(expected):
    found = rows(expected, "reuse")
    assert found
    assert all(len(row["articles"]) > 1 for row in found)


def test_every_table_and_column_is_described():
    assert PAGE.read_text(encoding="utf-8").endswith(described())


def test_the_catalogue_gives_what_is_asked_for_in_order(expected):
    (path,) = (expected / "work" / "catalogue").iterdir()
    catalogue = Catalogue(Work(expected / "work"), path.name)
    ids = catalogue.column("article")
    assert [each.article.id for each in catalogue.records("annotations", [5, 0, 5])] == [
        ids[5],
        ids[0],
        ids[5],
    ]
    assert catalogue.records("profile", []) == []
