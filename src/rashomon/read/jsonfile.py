"""JSON articles: one object, a list of objects, or one object a line."""

import json
from collections.abc import Iterable, Iterator

from rashomon.model import Failure
from rashomon.model.errors import InputError
from rashomon.read.records import FIELDS, Record, field_text
from rashomon.text.encoding import decode

_KEYS = ", ".join(("text", *FIELDS))


def json_records(data: bytes, name: str) -> Iterator[Record | Failure]:
    """Yield the articles of a JSON file: an object, a list, or an object with a list `articles`."""
    value = _parse(data)
    if isinstance(value, dict) and "text" not in value and isinstance(value.get("articles"), list):
        value = value["articles"]
    if isinstance(value, list):
        for number, item in enumerate(value, start=1):
            yield _record(item, f"{name}#{number}")
        if not value:
            yield Failure(name, "read", "it holds an empty list: give at least one article")
    else:
        yield _record(value, name)


def json_line_records(lines: Iterable[bytes], name: str) -> Iterator[Record | Failure]:
    """Yield the article of each line; a bad line is a failure, and the next one is read."""
    number = found = 0
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        found += 1
        place = f"{name}:{number}"
        try:
            yield _record(_parse(line), place)
        except InputError as error:
            yield Failure(place, "read", str(error))
    if not found:
        yield Failure(name, "read", "it is empty: give one JSON article a line")


def _parse(data: bytes) -> object:
    try:
        return json.loads(decode(data))
    except json.JSONDecodeError as error:
        raise InputError(
            f"it is not JSON ({error.msg}, line {error.lineno}, column {error.colno}): mend it there"
        ) from error
    except RecursionError as error:
        raise InputError("its JSON is nested too deep to be an article") from error
    except ValueError as error:
        raise InputError(f"it is not JSON that can be read ({error})") from error


def _record(value: object, name: str) -> Record | Failure:
    if not isinstance(value, dict):
        kind = type(value).__name__
        return Failure(name, "read", f"an article is a JSON object with {_KEYS}, not a {kind}")
    text = value.get("text")
    if not isinstance(text, str) or not text.strip():
        return Failure(name, "read", f'it has no "text": an article is a JSON object with {_KEYS}')
    return Record(file=name, text=text, **{key: field_text(value.get(key)) for key in FIELDS})
