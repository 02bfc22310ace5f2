"""JSON articles: one object, a list of objects, or one object a line."""

import json
from collections.abc import Iterable, Iterator

from rashomon.model import Failure
from rashomon.model.errors import InputError
from rashomon.read.records import FIELDS, JSON, Arrived, Record, field_text
from rashomon.text.encoding import decode

_KEYS = ", ".join(("text", *FIELDS))
_KINDS = {list: "a list", str: "a string", int: "a number", float: "a number", bool: "true or false"}


def json_arrivals(data: bytes, name: str) -> Iterator[Arrived | Failure]:
    """Yield the articles of a JSON file: an object, a list, or an object with a list `articles`."""
    value = _parse(data)
    if isinstance(value, dict) and "text" not in value and isinstance(value.get("articles"), list):
        value = value["articles"]
    if isinstance(value, list):
        for number, item in enumerate(value, start=1):
            yield Arrived(name=f"{name}#{number}", body=json.dumps(item).encode(), media=JSON)
        if not value:
            yield Failure(name, "read", "it holds an empty list: give at least one article")
    else:
        yield Arrived(name=name, body=data, media=JSON)


def json_line_arrivals(lines: Iterable[bytes], name: str) -> Iterator[Arrived | Failure]:
    """Yield the article of each line."""
    found = False
    for number, line in enumerate(lines, start=1):
        if line.strip():
            found = True
            yield Arrived(name=f"{name}:{number}", body=line, media=JSON)
    if not found:
        yield Failure(name, "read", "it is empty: give one JSON article a line")


def is_json_line(line: bytes) -> bool:
    """Whether a line is a whole article by itself, so that it needn't wait for those behind it."""
    if not line.endswith(b"\n"):
        return False
    try:
        value = _parse(line)
    except InputError:
        return False
    return isinstance(value, dict) and "text" in value


def json_record(data: bytes, name: str) -> Record:
    """Read one JSON article; raises InputError where it is none."""
    value = _parse(data)
    if not isinstance(value, dict):
        kind = _KINDS.get(type(value), "null")
        raise InputError(f"an article is a JSON object with {_KEYS}, not {kind}")
    text = value.get("text")
    if not isinstance(text, str) or not text.strip():
        raise InputError(f'it has no "text": an article is a JSON object with {_KEYS}')
    return Record(file=name, text=text, **{key: field_text(value.get(key)) for key in FIELDS})


def _where(error: json.JSONDecodeError) -> str:
    """Of JSON on one line, which may be one of many in its file, the column alone."""
    line = f"line {error.lineno}, " if "\n" in error.doc.strip() else ""
    return f"{line}column {error.colno}"


def _parse(data: bytes) -> object:
    try:
        return json.loads(decode(data))
    except json.JSONDecodeError as error:
        raise InputError(
            f"it is not JSON ({error.msg.removesuffix(' at')}, {_where(error)}): mend it there"
        ) from error
    except RecursionError as error:
        raise InputError("its JSON is nested too deep to be an article") from error
    except ValueError as error:
        raise InputError(f"it is not JSON that can be read ({error})") from error
