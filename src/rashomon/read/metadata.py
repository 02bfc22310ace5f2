"""Metadata files: what `metadata.csv` or `metadata.json` says about the files beside it."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from rashomon.model import Failure
from rashomon.model.errors import InputError
from rashomon.read import limits
from rashomon.read.csvfile import csv_table, dated
from rashomon.read.loading import load, opened
from rashomon.read.records import FIELDS, field_text
from rashomon.read.sources import METADATA_NAMES
from rashomon.text.encoding import decode

Rows = Mapping[str, Mapping[str, str]]
"""What is known by file name: `{"a.txt": {"outlet": ...}}`."""

_COLUMNS = ", ".join(("file", *FIELDS))


class Metadata:
    """What metadata files say, read once a folder. Failures gather until `failures` takes them."""

    def __init__(self, path: str | Path | None = None) -> None:
        self._folders: dict[Path, Rows] = {}
        self._failures: list[Failure] = []
        self._asked: set[Path] = set()
        self._given = self._read(Path(path)) if path is not None else {}

    def of(self, path: Path | None) -> Mapping[str, str]:
        """What is said about one file; a file given by the caller stands over that of the folder."""
        if path is None:
            return self._given.get("-", {})
        folder = path.parent
        self._asked.add(path)
        if folder not in self._folders:
            self._folders[folder] = self._beside(folder)
        return {**self._folders[folder].get(path.name, {}), **self._given.get(path.name, {})}

    def failures(self) -> list[Failure]:
        """The failures since the last call."""
        found, self._failures = self._failures, []
        return found

    def unused(self, folder: Path) -> Iterator[Failure]:
        """Yield a failure for each row beside the files of a folder that names none of them."""
        for known in sorted(self._folders):
            if known == folder or folder in known.parents:
                for name in sorted(self._folders[known]):
                    if known / name not in self._asked:
                        reason = "the metadata beside it names this file, which was not read: check its name"
                        yield Failure(str(known / name), "read", reason)

    def _beside(self, folder: Path) -> Rows:
        rows: dict[str, Mapping[str, str]] = {}
        for path in sorted(folder.iterdir()):
            if path.name.casefold() in METADATA_NAMES and path.is_file():
                rows.update(self._read(path))
        return rows

    def _read(self, path: Path) -> Rows:
        try:
            with opened(path) as stream:
                text = decode(load(stream, most=limits.JSON_FILE))
            rows = _json_rows(text) if path.name.casefold().endswith(".json") else self._csv_rows(text, path)
            return self._by_file(rows, path)
        except InputError as error:
            self._failures.append(Failure(str(path), "read", f"no metadata was read: {error}"))
            return {}

    def _csv_rows(self, text: str, path: Path) -> Iterator[Mapping[str, object]]:
        table = csv_table(text, str(path))
        columns = {name: name.casefold() for name in table.header}
        if "file" not in columns.values():
            raise InputError(f"its first line must name the columns, of {_COLUMNS}; `file` is missing")
        published = next((name for name in columns if columns[name] == "published"), None)
        for row in dated(table.rows, published):
            if isinstance(row, Failure):
                self._failures.append(row)
            else:
                yield {columns[name]: value for name, value in row.cells.items()}

    def _by_file(self, rows: Iterable[Mapping[str, object]], path: Path) -> Rows:
        found: dict[str, Mapping[str, str]] = {}
        for number, row in enumerate(rows, start=1):
            given = {key: value for key in FIELDS if (value := field_text(row.get(key)))}
            name = Path(field_text(row.get("file")) or "").name
            if not name:
                self._failures.append(Failure(f"{path}#{number}", "read", "it names no file: fill in `file`"))
            elif found.setdefault(name, given) != given:
                reason = f"it says of {name} something else than a row before, which stands: keep one of them"
                self._failures.append(Failure(f"{path}#{number}", "read", reason))
        return found


def _json_rows(text: str) -> list[Mapping[str, object]]:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError(f"it is not JSON ({error})") from error
    if isinstance(value, dict):
        rows = {name: _object(row, f'what it says of "{name}"') for name, row in value.items()}
        return [{**row, "file": name} for name, row in rows.items()]
    if isinstance(value, list):
        return [_object(row, f"row {number}") for number, row in enumerate(value, start=1)]
    raise InputError(f"it must be an object of file names, or a list of objects with {_COLUMNS}")


def _object(row: object, where: str) -> Mapping[str, object]:
    if not isinstance(row, dict):
        raise InputError(f"{where} must be an object with {_COLUMNS}")
    return row
