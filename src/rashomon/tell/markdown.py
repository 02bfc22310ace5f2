"""The brief as Markdown, every sentence with a footnote that gives article, place and words."""

import re
from typing import Any

from rashomon.tell.calendar import day
from rashomon.tell.wording import how_many, one_line, shorten

Json = dict[str, Any]
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&!])")
# What some readers of Markdown take for markup at the start of a line.
_LINE_START = re.compile(r"^(\s*)([-+=]|\d+[.)])")


def to_markdown(data: Json) -> str:
    """Return the brief of a dossier (in the contract's shape) with its footnotes."""
    story, articles = data["story"], {row["id"]: row for row in data["articles"]}
    where = [plain(story["place"])] if story["place"] else []
    when = [day(story["date"])] if story["date"] else []
    counts = f"{how_many(len(articles), 'article')}, {how_many(story['independent'], 'independent origin')}"
    body = [
        f"# {plain(story['title'])}",
        " · ".join([*where, *when, counts]),
        *(f"{plain(row['text'])}[^{number}]" for number, row in enumerate(data["brief"], start=1)),
        "The words between “ and ” are the outlets’ own; the rest is ours.",
        "## Articles",
        "\n".join(f"- {_article(row)}" for row in data["articles"]),
        "\n".join(
            f"[^{number}]: {_footnote(row, articles)}" for number, row in enumerate(data["brief"], start=1)
        ),
    ]
    return "\n\n".join(part for part in body if part) + "\n"


def plain(text: str) -> str:
    """Return text that Markdown shows as it stands: one line, nothing taken for markup or HTML."""
    escaped = _SPECIAL.sub(r"\\\1", one_line(text).strip())
    return _LINE_START.sub(r"\1\\\2", escaped)


def _article(row: Json) -> str:
    known = [row["outlet"] or "outlet not given", row["title"], row["url"]]
    told = [plain(part) for part in known if part]
    if row["published"]:
        told.insert(1, day(row["published"]))
    return f"**{plain(row['siglum'])}** {', '.join(told)} ({plain(row['file'])})"


def _footnote(sentence: Json, articles: dict[str, Json]) -> str:
    """Return the places that the sentence rests on, one for each span."""
    return "; ".join(
        f"{plain(articles[span['article']]['siglum'])} {span['start']}–{span['end']}: "
        f"“{plain(shorten(span['exact'], longest=120))}”"
        for span in sentence["spans"]
    )
