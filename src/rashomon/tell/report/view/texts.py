"""Texts: each article cut into runs at every place that something on the page points to."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from rashomon.tell.checks.spans import spans_in
from rashomon.tell.report.view.places import Desk, Witness

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Run:
    """A run of an article's text; the page gives it an id made of the article's number and `start`."""

    start: int
    text: str
    mended: str | None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of the stored text; `title` where it is the headline."""

    runs: list[Run]
    title: bool


@dataclass(frozen=True, slots=True)
class Text:
    """An article as it is stored, with what is known about it."""

    witness: Witness
    row: Json
    paragraphs: list[Paragraph]


def texts(desk: Desk) -> list[Text]:
    """Return the articles' texts, every place that a span begins or ends at the start of a run."""
    cuts: dict[str, set[int]] = {id: set() for id in desk.articles}
    for _, span in spans_in({key: value for key, value in desk.data.items() if key != "articles"}):
        cuts[span["article"]].update((span["start"], span["end"]))
    return [
        Text(desk.witness(id), row, list(_paragraphs(row, cuts[id]))) for id, row in desk.articles.items()
    ]


def _paragraphs(row: Json, cuts: set[int]) -> Iterator[Paragraph]:
    mended = {repair["start"]: repair["was"] for repair in row["repairs"]}
    ordered = sorted(cuts | mended.keys())
    start = 0
    for line in row["text"].split("\n"):
        end = start + len(line)
        if line.strip():
            inner = [cut for cut in ordered if start < cut < end]
            runs = [
                Run(first, row["text"][first:last], mended.get(first))
                for first, last in zip([start, *inner], [*inner, end], strict=True)
            ]
            yield Paragraph(runs, title=line.strip() == row["title"])
        start = end + 1
