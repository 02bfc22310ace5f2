"""Ids: none is used twice, and every reference resolves."""

from collections.abc import Iterable, Iterator
from typing import Any

from rashomon.tell.checks.problem import Problem
from rashomon.tell.contract import IDENTIFIED

# table, key in its rows, table that the key points into
_REFERENCES = (
    ("articles", "origin", "origins"),
    ("merges", "entity", "entities"),
    ("quotes", "article", "articles"),
    ("quotes", "speaker", "entities"),
    ("quotes", "within", "quotes"),
    ("utterances", "speaker", "entities"),
    ("claims", "article", "articles"),
    ("claims", "quote", "quotes"),
    ("points", "claims", "claims"),
    ("points", "articles", "articles"),
    ("points", "origins", "origins"),
    ("origins", "articles", "articles"),
    ("origins", "passages", "passages"),
    ("timeline", "points", "points"),
    ("brief", "points", "points"),
)


def check_ids(data: dict[str, Any]) -> Iterator[Problem]:
    """Yield each id that is used twice, and each reference to nothing."""
    for table in IDENTIFIED:
        seen: set[str] = set()
        for index, row in enumerate(data[table]):
            if row["id"] in seen:
                yield Problem(f"{table}[{index}].id", f"{row['id']} is used twice")
            seen.add(row["id"])
    for table, key, target in _REFERENCES:
        for index, row in enumerate(data[table]):
            yield from _missing(data, f"{table}[{index}].{key}", row[key], target)
    yield from _nested(data)


def _nested(data: dict[str, Any]) -> Iterator[Problem]:
    """Yield the references of records inside records that point to nothing."""
    yield from _missing(data, "story.articles", data["story"]["articles"], "articles")
    for index, point in enumerate(data["points"]):
        for place, value in enumerate(point["values"]):
            where = f"points[{index}].values[{place}].articles"
            yield from _missing(data, where, value["articles"], "articles")
    for index, utterance in enumerate(data["utterances"]):
        for place, rendering in enumerate(utterance["renderings"]):
            where = f"utterances[{index}].renderings[{place}].quote"
            yield from _missing(data, where, rendering["quote"], "quotes")


def _missing(data: dict[str, Any], where: str, value: object, target: str) -> Iterator[Problem]:
    known = {row["id"] for row in data[target]}
    for id in _ids(value):
        if id not in known:
            yield Problem(where, f"there is no {id} among the {target}")


def _ids(value: object) -> Iterable[str]:
    if isinstance(value, str):
        return [value]
    return value if isinstance(value, list) else []
