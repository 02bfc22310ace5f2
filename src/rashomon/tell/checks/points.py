"""Points: each relation keeps its rule, and each count of origins can be worked out again."""

from collections.abc import Iterator
from typing import Any

from rashomon.tell.checks.problem import Problem
from rashomon.tell.checks.witnesses import Witnesses
from rashomon.tell.wording import fold

_CONTESTED = ("differ", "contradict", "update")


def check_points(data: dict[str, Any]) -> Iterator[Problem]:
    """Yield each point whose relation, articles, origins or counts don't follow from its claims."""
    claims = {claim["id"]: claim for claim in data["claims"]}
    mains = {article["id"]: article["origin"] for article in data["articles"]}
    witnesses = Witnesses(data)
    yield from _count("story", data["story"], witnesses.whole())
    for index, point in enumerate(data["points"]):
        where = f"points[{index}]"
        told = [claims[id] for id in point["claims"]]
        spans = [span for claim in told for span in claim["spans"]]
        yield from _relation(where, point)
        if sorted({claim["article"] for claim in told}) != sorted(point["articles"]):
            yield Problem(f"{where}.articles", "are not those of its claims")
        if {mains[id] for id in point["articles"]} != set(point["origins"]):
            yield Problem(f"{where}.origins", "are not those of its articles")
        yield from _count(where, point, witnesses.count(spans))
        for place, value in enumerate(point["values"]):
            yield from _value(f"{where}.values[{place}]", value, point, witnesses)


def _relation(where: str, point: dict[str, Any]) -> Iterator[Problem]:
    relation, articles = point["relation"], point["articles"]
    values = {fold(value["value"]) for value in point["values"]}
    if relation == "agree" and len(set(articles)) < 2:
        yield Problem(where, "agree needs two articles or more")
    if relation == "exclusive" and len(set(articles)) != 1:
        yield Problem(where, "exclusive needs exactly one article")
    if relation in _CONTESTED and len(values) < 2:
        yield Problem(where, f"{relation} needs two different values or more")
    if relation in _CONTESTED and point["slot"] is None:
        yield Problem(where, f"{relation} needs a slot that says what differs")


def _value(
    where: str, value: dict[str, Any], point: dict[str, Any], witnesses: Witnesses
) -> Iterator[Problem]:
    printed = {span["article"] for span in value["spans"]}
    if printed != set(value["articles"]):
        yield Problem(f"{where}.articles", "are not those of its spans")
    if not printed <= set(point["articles"]):
        yield Problem(f"{where}.articles", "are not all articles of the point")
    yield from _count(where, value, witnesses.count(value["spans"]))


def _count(where: str, row: dict[str, Any], counted: int) -> Iterator[Problem]:
    if row["independent"] != counted:
        yield Problem(f"{where}.independent", f"is {row['independent']}, but it goes back to {counted}")
