"""What made a dossier: version, models by sha256, settings."""

from rashomon.model import Provenance

VERSION = "0.1.0"


def provenance(**settings: str | int | float | bool) -> Provenance:
    """Return the provenance of a run with these settings."""
    return Provenance(version=VERSION, models=(), settings=tuple(sorted(settings.items())))
