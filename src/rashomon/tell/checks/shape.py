"""Shape: every key of the schema is there, with the right type."""

import json
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from rashomon.tell.checks.problem import Problem


@cache
def schema() -> dict[str, Any]:
    """Return the JSON Schema of the dossier (draft 2020-12)."""
    text = (files("rashomon.tell") / "dossier.schema.json").read_text("utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


def check_shape(data: object) -> Iterator[Problem]:
    """Yield each place where the data breaks the schema."""
    from jsonschema import Draft202012Validator

    for error in Draft202012Validator(schema()).iter_errors(data):
        where = error.json_path.removeprefix("$").removeprefix(".")
        yield Problem(where or "dossier", _short(error.message))


def _short(message: str, *, longest: int = 200) -> str:
    """Return a message that names what is wrong without printing the whole record."""
    return message if len(message) <= longest else f"{message[:80]} … {message[-100:]}"
