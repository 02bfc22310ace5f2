"""A user's own alias file: the names that mean one person, body, group or place."""

import tomllib
from pathlib import Path
from typing import Any, get_args

from rashomon.link.gazetteer import Known
from rashomon.model.annotations import MentionKind
from rashomon.model.errors import UsageError
from rashomon.read.loading import named_text

_KINDS = get_args(MentionKind)


def read_aliases(path: str | Path) -> tuple[Known, ...]:
    """Return the rows of an alias file, as they stand in it.

    `.toml`: tables `[[alias]]` with `kind` and `names`. Everything else: a line a row, the kind, a tab,
    and the names with `|` between them, the fullest first; `#` opens a comment. Kinds are person,
    organisation, group, place and other. Raises UsageError where a row can't be read, InputError where
    the file can't be.
    """
    path = Path(path)
    text = named_text(path)
    rows = _from_toml(path, text) if path.suffix.casefold() == ".toml" else _from_lines(path, text)
    return tuple(rows)


def _from_lines(path: Path, text: str) -> list[Known]:
    rows = []
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip() and not line.startswith("#"):
            kind, _, names = line.partition("\t")
            rows.append(_row(f"{path}:{number}", kind, names.split("|")))
    return rows


def _from_toml(path: Path, text: str) -> list[Known]:
    try:
        tables = tomllib.loads(text).get("alias", [])
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{path}: no TOML: {error}") from error
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise UsageError(f"{path}: write each row as a table [[alias]] with kind and names")
    return [
        _row(f"{path}, alias {number}", table.get("kind"), table.get("names"))
        for number, table in enumerate(tables, start=1)
    ]


def _row(where: str, kind: Any, names: Any) -> Known:
    if kind not in _KINDS:
        raise UsageError(f"{where}: the kind is one of {', '.join(_KINDS)}, not {kind!r}")
    listed = names if isinstance(names, list) else []
    own = tuple(dict.fromkeys(name.strip() for name in listed if isinstance(name, str) and name.strip()))
    if len(own) < 2:
        raise UsageError(f"{where}: a row needs at least two names")
    return Known(kind, own)
