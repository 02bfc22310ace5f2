"""What made a dossier: version, models by sha256, settings; never a clock, a host or a path."""

import hashlib
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from rashomon.annotate.parser import MODEL
from rashomon.model import Provenance
from rashomon.weights import PINNED

VERSION = "0.1.0"


def provenance(**settings: str | int | float | bool) -> Provenance:
    """Return the provenance of a run with these settings."""
    models = {**PINNED, MODEL: _folder_sha256(MODEL)}
    return Provenance(
        version=VERSION, models=tuple(sorted(models.items())), settings=tuple(sorted(settings.items()))
    )


@cache
def _folder_sha256(package: str) -> str:
    """Return one sha256 over the names and contents of an installed package's files."""
    spec = find_spec(package)
    total = hashlib.sha256()
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        paths = (path for path in Path(folder).rglob("*") if path.is_file() and path.suffix != ".pyc")
        for path in sorted(paths, key=lambda path: path.relative_to(folder).as_posix()):
            body = hashlib.sha256(path.read_bytes()).hexdigest()
            total.update(f"{path.relative_to(folder).as_posix()} {body}\n".encode())
    return total.hexdigest()
