"""`rashomon verify`: what a dossier promises, checked again from the file alone."""

import json
from pathlib import Path
from typing import Any

from rashomon.cli.exits import Exit
from rashomon.model.dossier import SCHEMA
from rashomon.model.errors import DossierError


def verify_file(path: Path) -> Exit:
    """Print every broken promise of the dossier in the file, or that all hold."""
    from rashomon.tell.verify import verify

    problems = verify(load(path))
    for problem in problems:
        print(f"{path}: {problem}")
    if problems:
        return Exit.FINDINGS
    print(f"{path}: every span, citation and count holds")
    return Exit.OK


def load(path: Path) -> dict[str, Any]:
    """Return the JSON object in the file; raises DossierError where there is none."""
    if path.is_dir():
        path = path / "dossier.json"
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except UnicodeDecodeError as error:
        raise DossierError(f"{path} is not JSON, nor any text: give a dossier.json") from error
    except (ValueError, RecursionError) as error:
        raise DossierError(f"{path} is not JSON ({error}): give a dossier.json") from error
    if not isinstance(data, dict) or data.get("schema") != SCHEMA:
        raise DossierError(f"{path} is no dossier: it does not say that its schema is {SCHEMA}")
    return data
