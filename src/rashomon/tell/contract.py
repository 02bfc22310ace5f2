"""The dossier as JSON: contract version 1."""

from typing import Any

from rashomon.model import Dossier


def to_json(dossier: Dossier) -> dict[str, Any]:
    """Return the dossier as plain data in the contract's shape and key order."""
    return {"schema": "rashomon/dossier/1"}
