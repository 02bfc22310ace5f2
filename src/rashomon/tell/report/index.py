"""The page of several stories: a line each with the way to its report, and what was left out."""

from typing import Any

from rashomon.tell.report.page import environment, part, policy, printable

_CONTESTED = ("contradict", "differ", "update")


def render_index(data: dict[str, Any]) -> str:
    """Return the index (in the shape of `index.json`) as one HTML page that asks for nothing outside.

    Stories of more articles come first, those of as many in the order of the input.
    """
    stories = sorted(
        (
            {**row, "contested": sum(row["points"].get(each, 0) for each in _CONTESTED)}
            for row in data["stories"]
        ),
        key=lambda row: -row["articles"],
    )
    style = "\n".join(part("css", f"{name}.css") for name in ("base", "sections", "index", "print"))
    page = (
        environment()
        .get_template("index.html.j2")
        .render(
            several=[row for row in stories if row["articles"] > 1],
            alone=[row for row in stories if row["articles"] == 1],
            articles=sum(row["articles"] for row in stories),
            failures=data["failures"],
            style=style,
            policy=policy(style),
        )
    )
    return printable(page)
