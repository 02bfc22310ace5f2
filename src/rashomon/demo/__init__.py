"""Demo: a bundled story, written for this project. Its countries, people and outlets are invented."""

from importlib.resources import as_file
from importlib.resources import files as package_files
from pathlib import Path

__all__ = ["files"]


def files() -> list[Path]:
    """Return the six articles of the demo story and their metadata, in the order of their names."""
    with as_file(package_files(__name__) / "story") as folder:
        return sorted(path for path in folder.iterdir() if path.is_file())
