"""Spans: each lies in its article's text and tells the very words that stand there."""

from collections.abc import Iterator
from typing import Any

from rashomon.tell.checks.problem import Problem

_KEYS = {"article", "start", "end", "exact"}


def spans_in(value: object, where: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every span anywhere in the data, with its path."""
    if isinstance(value, dict):
        if value.keys() >= _KEYS:
            yield where, value
        for key, part in value.items():
            yield from spans_in(part, f"{where}.{key}" if where else str(key))
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from spans_in(part, f"{where}[{index}]")


def check_spans(data: dict[str, Any]) -> Iterator[Problem]:
    """Yield each span that lies outside its text or whose words are not those of the text."""
    texts = {article["id"]: article["text"] for article in data["articles"]}
    for where, span in spans_in(data):
        text = texts.get(span["article"])
        if text is None:
            yield Problem(where, f"there is no article {span['article']}")
        elif not 0 <= span["start"] < span["end"] <= len(text):
            yield Problem(where, f"{span['start']}..{span['end']} is not inside the text (0..{len(text)})")
        elif text[span["start"] : span["end"]] != span["exact"]:
            found = text[span["start"] : span["end"]]
            yield Problem(where, f"the text there is {found[:60]!r}, not {span['exact'][:60]!r}")


def check_articles(data: dict[str, Any]) -> Iterator[Problem]:
    """Yield each repair or piece of an offset map that lies outside its article's text."""
    for index, article in enumerate(data["articles"]):
        length, end = len(article["text"]), 0
        for place, repair in enumerate(article["repairs"]):
            if not 0 <= repair["start"] <= repair["end"] <= length:
                yield Problem(f"articles[{index}].repairs[{place}]", "lies outside the text")
        for place, (stored, _, size) in enumerate(article["offsets"]):
            if stored < end or stored + size > length:
                yield Problem(f"articles[{index}].offsets[{place}]", "is out of order or outside the text")
            end = stored + size
