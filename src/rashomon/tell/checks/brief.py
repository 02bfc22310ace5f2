"""The brief and the timeline: every quoted word stands in a span, every count is that of its point."""

import re
from collections.abc import Iterator
from typing import Any

from rashomon.tell.checks.problem import Problem
from rashomon.tell.wording import cited, number, stands_in

_COUNT = re.compile(r"on (\S+) independent origins?")
Place = tuple[str, int, int]


def check_brief(data: dict[str, Any]) -> Iterator[Problem]:
    """Yield each sentence of the brief that its spans and points don't carry."""
    points = {point["id"]: point for point in data["points"]}
    under = _spans_under_points(data)
    loose = _names_dates_sources(data)
    for index, sentence in enumerate(data["brief"]):
        where = f"brief[{index}]"
        if not sentence["points"]:
            yield Problem(where, "rests on no point")
        for words in cited(sentence["text"]):
            if not any(stands_in(words, span["exact"]) for span in sentence["spans"]):
                yield Problem(f"{where}.text", f"{words[:80]!r} stands in none of its spans")
        allowed = loose.union(*(under[id] for id in sentence["points"]))
        for place, span in enumerate(sentence["spans"]):
            if _key(span) not in allowed:
                yield Problem(f"{where}.spans[{place}]", "stands under none of its points")
        for count in _COUNT.findall(sentence["text"]):
            if count not in {number(points[id]["independent"]) for id in sentence["points"]}:
                yield Problem(f"{where}.text", f"says {count} independent origins, its points do not")


def check_timeline(data: dict[str, Any]) -> Iterator[Problem]:
    """Yield each entry that is out of order or whose words don't stand under its points."""
    under = _spans_under_points(data)
    keys = [(entry["date"], entry["precision"]) for entry in data["timeline"]]
    for index, entry in enumerate(data["timeline"]):
        where = f"timeline[{index}]"
        if index and keys[index - 1] >= keys[index]:
            yield Problem(where, "is out of order or stands twice")
        if not entry["points"]:
            yield Problem(where, "rests on no point")
        allowed = set[Place]().union(*(under[id] for id in entry["points"]))
        for place, span in enumerate(entry["spans"]):
            if _key(span) not in allowed:
                yield Problem(f"{where}.spans[{place}]", "stands under none of its points")


def _spans_under_points(data: dict[str, Any]) -> dict[str, set[Place]]:
    """Return for each point the places of its claims' and values' words."""
    claims = {claim["id"]: claim["spans"] for claim in data["claims"]}
    return {
        point["id"]: {
            _key(span)
            for spans in [
                *(claims[id] for id in point["claims"]),
                *(value["spans"] for value in point["values"]),
            ]
            for span in spans
        }
        for point in data["points"]
    }


def _names_dates_sources(data: dict[str, Any]) -> set[Place]:
    """Return the places of names, dates and sources, which may stand beside the words of a point."""
    names = {_key(span) for entity in data["entities"] for span in entity["mentions"]}
    dates = {_key(time["span"]) for claim in data["claims"] for time in claim["dates"]}
    return names | dates | {_key(span) for quote in data["quotes"] for span in quote["source"]}


def _key(span: dict[str, Any]) -> Place:
    return (span["article"], span["start"], span["end"])
