from collections.abc import Callable
from typing import Any

import pytest

from rashomon.model import Dossier
from rashomon.tell import to_json, verify

Json = dict[str, Any]


def point(data: Json, id: str) -> Json:
    found: Json = next(row for row in data["points"] if row["id"] == id)
    return found


def test_an_honest_dossier_has_no_problem(ferry: Dossier) -> None:
    assert verify(to_json(ferry)) == []


def lie_span(data: Json) -> None:
    data["quotes"][0]["content"][0]["exact"] = "We had fifty people on board"


def lie_outside(data: Json) -> None:
    data["claims"][0]["spans"][0]["end"] = 99999


def lie_id(data: Json) -> None:
    data["quotes"][0]["speaker"] = "e-nobody"


def lie_twice(data: Json) -> None:
    data["claims"].append(dict(data["claims"][0]))


def lie_article_origin(data: Json) -> None:
    data["articles"][0]["origin"] = "o-nothing"


def lie_brief(data: Json) -> None:
    data["brief"][0]["text"] = data["brief"][0]["text"].replace("after a night", "after two nights")


def lie_brief_span(data: Json) -> None:
    data["brief"][0]["spans"].append(data["brief"][-1]["spans"][0])


def lie_brief_count(data: Json) -> None:
    data["brief"][0]["text"] = data["brief"][0]["text"].replace("two independent", "nine independent")


def lie_brief_points(data: Json) -> None:
    data["brief"][0]["points"] = []


def lie_count(data: Json) -> None:
    point(data, "p-freed")["independent"] = 3


def lie_value_count(data: Json) -> None:
    point(data, "p-tow")["values"][0]["independent"] = 3


def lie_origins(data: Json) -> None:
    point(data, "p-freed")["origins"] = ["o-times"]


def lie_articles(data: Json) -> None:
    point(data, "p-freed")["articles"].append("a-unnamed")


def lie_value_articles(data: Json) -> None:
    point(data, "p-tow")["values"][1]["articles"] = ["a-times"]


def lie_agree(data: Json) -> None:
    point(data, "p-divers")["relation"] = "agree"


def lie_exclusive(data: Json) -> None:
    point(data, "p-freed")["relation"] = "exclusive"


def lie_same_value(data: Json) -> None:
    values = point(data, "p-tow")["values"]
    values[1]["value"] = values[0]["value"]


def lie_timeline(data: Json) -> None:
    data["timeline"].reverse()


def lie_timeline_span(data: Json) -> None:
    data["timeline"][0]["spans"] = data["timeline"][-1]["spans"]


def lie_repair(data: Json) -> None:
    data["articles"][1]["repairs"][0]["end"] = 99999


def lie_offsets(data: Json) -> None:
    data["articles"][0]["offsets"].append([0, 0, 5])


def lie_missing(data: Json) -> None:
    del data["points"][0]["reasons"]


@pytest.mark.parametrize(
    ("lie", "where", "what"),
    [
        (lie_span, "quotes[0].content[0]", "the text there is"),
        (lie_outside, "claims[0].spans[0]", "not inside the text"),
        (lie_id, "quotes[0].speaker", "there is no e-nobody among the entities"),
        (lie_twice, "claims[16].id", "used twice"),
        (lie_article_origin, "articles[0].origin", "there is no o-nothing"),
        (lie_brief, "brief[0].text", "stands in none of its spans"),
        (lie_brief_span, "brief[0].spans[", "stands under none of its points"),
        (lie_brief_count, "brief[0].text", "says nine independent origins"),
        (lie_brief_points, "brief[0]", "rests on no point"),
        (lie_count, "points[0].independent", "is 3, but it goes back to 2"),
        (lie_value_count, "points[2].values[0].independent", "is 3, but it goes back to 1"),
        (lie_origins, "points[0].origins", "not those of its articles"),
        (lie_articles, "points[0].articles", "not those of its claims"),
        (lie_value_articles, "points[2].values[1].articles", "not those of its spans"),
        (lie_agree, "points[", "too short"),
        (lie_exclusive, "points[0]", "too long"),
        (lie_same_value, "points[2]", "two different values"),
        (lie_timeline, "timeline[1]", "out of order"),
        (lie_timeline_span, "timeline[0].spans[0]", "stands under none of its points"),
        (lie_repair, "articles[1].repairs[0]", "outside the text"),
        (lie_offsets, "articles[0].offsets[1]", "out of order"),
        (lie_missing, "points[0]", "'reasons' is a required property"),
    ],
)
def test_every_lie_is_found_and_named(
    ferry: Dossier, lie: Callable[[Json], None], where: str, what: str
) -> None:
    data = to_json(ferry)
    lie(data)
    problems = [str(problem) for problem in verify(data)]
    assert any(problem.startswith(where) and what in problem for problem in problems), problems


@pytest.mark.parametrize("data", [None, [], {}, {"schema": "rashomon/dossier/2"}, "text"])
def test_what_is_no_dossier_is_a_problem_and_no_crash(data: Any) -> None:
    assert verify(data)
