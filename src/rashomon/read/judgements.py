"""A judgements file: what people said about names, as plain TOML, read and written in one form."""

import json
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from rashomon.model import Judgement
from rashomon.model.errors import UsageError
from rashomon.read.loading import named_text

FILE = "names.toml"
_HEAD = (
    '# What people said about names; every later run keeps it. verdict: "same" (one entity) or\n'
    '# "apart" (never one). articles: the ids of the articles that it is limited to, if any.\n'
)


def read_judgements(path: str | Path) -> tuple[Judgement, ...]:
    """Return the judgements of a file, sorted; a missing file holds none.

    Of several on the same names the last counts. Raises UsageError where one can't be read, InputError
    where the file can't be.
    """
    path = Path(path)
    try:
        tables = tomllib.loads(named_text(path, absent="")).get("judgement", [])
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{path}: no TOML: {error}") from error
    if not isinstance(tables, list):
        raise UsageError(f"{path}: write each judgement as a table [[judgement]]")
    found = [_judgement(f"{path}, judgement {number}", table) for number, table in enumerate(tables, start=1)]
    return tuple(sorted({judgement.id: judgement for judgement in found}.values()))


def _judgement(where: str, table: Any) -> Judgement:
    row = table if isinstance(table, dict) else {}
    names, articles = row.get("names"), row.get("articles", [])
    if not isinstance(names, list) or len(names) != 2 or not all(isinstance(n, str) for n in names):
        raise UsageError(f'{where}: names is a list of two, as in names = ["Ada Holm", "A. Holm"]')
    if not isinstance(articles, list) or not all(isinstance(a, str) for a in articles):
        raise UsageError(f"{where}: articles is a list of ids")
    try:
        return Judgement(
            left=min(names),
            right=max(names),
            verdict=row.get("verdict", ""),
            articles=tuple(sorted(articles)),
            by=str(row.get("by", "")),
            note=str(row.get("note", "")),
        )
    except ValueError as error:
        raise UsageError(f"{where}: {error}") from error


def format_judgements(judgements: Iterable[Judgement]) -> str:
    """Return the judgements as the text of a file, sorted, in one form."""
    return "\n".join([_HEAD, *(_table(judgement) for judgement in sorted(judgements))])


def _table(judgement: Judgement) -> str:
    names = sorted((judgement.left, judgement.right))
    lines = [
        "[[judgement]]",
        f"names = [{', '.join(map(_string, names))}]",
        f"verdict = {_string(judgement.verdict)}",
    ]
    if judgement.articles:
        lines.append(f"articles = [{', '.join(map(_string, sorted(judgement.articles)))}]")
    lines += [f"{key} = {_string(value)}" for key in ("by", "note") if (value := getattr(judgement, key))]
    return "\n".join(lines) + "\n"


def _string(text: str) -> str:
    """A TOML basic string; JSON's escapes are TOML's, but that TOML also wants DEL escaped."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def write_judgements(judgements: Iterable[Judgement], path: str | Path) -> None:
    """Write the judgements to a file."""
    Path(path).write_text(format_judgements(judgements), encoding="utf-8", newline="\n")
