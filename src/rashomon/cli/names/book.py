"""The names in dossiers that compare wrote, and where judgements on them are kept."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rashomon.model.errors import DossierError, UsageError
from rashomon.read.judgements import FILE
from rashomon.text.names import fold

Json = dict[str, Any]


def dossiers(out: Path) -> list[Json]:
    """Return the dossiers of a folder, or the one of a file, in the order of their paths."""
    if out.is_dir():
        paths = (
            [out / "dossier.json"] if (out / "dossier.json").exists() else sorted(out.glob("*/dossier.json"))
        )
    else:
        paths = [out]
    if not paths:
        raise UsageError(f"{out}: no dossier.json here: run `rashomon compare PATH... --out {out}` first")
    return [_load(path) for path in paths]


def _load(path: Path) -> Json:
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise DossierError(f"{path}: it is not JSON ({error}): give what `rashomon compare` wrote") from error
    if not isinstance(data, dict) or "entities" not in data or "merges" not in data:
        raise DossierError(f"{path}: it is no dossier: give what `rashomon compare` wrote")
    return data


def judgements_file(out: Path, given: Path | None) -> Path:
    """Return where judgements are kept: the given file, else `names.toml` in the folder."""
    return given or (out if out.is_dir() else out.parent) / FILE


def entities_of(data: list[Json], name: str) -> Iterator[tuple[Json, Json]]:
    """Yield each (dossier, entity) that goes by this name, or has it for its id."""
    for dossier in data:
        for entity in dossier["entities"]:
            if entity["id"] == name or fold(name) in {fold(known) for known in entity["names"]}:
                yield dossier, entity


def written(data: list[Json], given: str) -> str:
    """Return the name as written; of an id, the entity's name. Raises UsageError where nobody bears it."""
    for _, entity in entities_of(data, given):
        if entity["id"] == given:
            return str(entity["name"])
        return next(str(known) for known in entity["names"] if fold(known) == fold(given))
    raise UsageError(f"no entity here goes by {given!r}: `rashomon names list OUT --all` shows all names")
