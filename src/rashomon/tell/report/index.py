"""The page of several stories: a line each with the way to its report, and what was left out."""

from collections.abc import Iterator
from typing import Any, Literal

from rashomon.tell.report.page import environment, part, policy, printable

Order = Literal["size", "date"]
_NAMED = 5  # outlets that a story's line names; the report names all


def render_index(data: dict[str, Any], *, order: Order = "size") -> str:
    """Return the index (in the shape of `index.json`) as one HTML page that asks for nothing outside."""
    return "".join(index_parts(data, order=order))


def index_parts(data: dict[str, Any], *, order: Order = "size") -> Iterator[str]:
    """Yield the index piece by piece: of thousands of stories no more than a row is held at once.

    Stories of more articles come first, those of as many in the order of the input; or the latest come first,
    those without a date last. A row may name its `outlets`; one without `origins` has no such column.
    """
    stories = _by_date(data["stories"]) if order == "date" else _by_size(data["stories"])
    style = "\n".join(part("css", f"{name}.css") for name in ("base", "sections", "index", "print"))
    pieces = (
        environment()
        .get_template("index.html.j2")
        .generate(
            several=[row for row in stories if row["articles"] > 1],
            alone=[row for row in stories if row["articles"] == 1],
            articles=sum(row["articles"] for row in stories),
            origins=all("origins" in row for row in stories),
            named=_NAMED,
            failures=data["failures"],
            style=style,
            policy=policy(style),
        )
    )
    return map(printable, pieces)


def _by_size(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(rows, key=lambda row: -row["articles"])


def _by_date(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(_by_size(rows), key=lambda row: row["date"] or "", reverse=True)
