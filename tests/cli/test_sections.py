"""What the summary says of a contested point."""

from dataclasses import replace

import pytest
from rich.console import Console

import rashomon
from rashomon import demo
from rashomon.cli.sections import Sections


@pytest.fixture(scope="module")
def dossier():
    return rashomon.compare([path for path in demo.files() if path.stem != "metadata"])


def said(dossier, point) -> str:
    console = Console(width=200)
    with console.capture() as captured:
        console.print(Sections(dossier).versions(point))
    return captured.get()


def test_versions_that_one_article_has_are_within_it_whoever_else_tells_of_the_thing(dossier):
    point = next(point for point in dossier.comparison.points if point.relation == "contradict")
    assert "within one article" not in said(dossier, point)
    held = point.values[0].articles[:1]
    inside = replace(point, values=tuple(replace(value, articles=held) for value in point.values))
    assert len(inside.articles) > 1
    assert "within one article" in said(dossier, inside)
