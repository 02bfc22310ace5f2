"""Demo: a bundled story, written for this project. Its countries, people and outlets are invented."""

from importlib.resources import as_file, files
from pathlib import Path

__all__ = ["articles"]


def articles() -> list[Path]:
    """Return the six articles of the demo story, in the order of their names."""
    with as_file(files(__name__) / "story") as folder:
        return sorted(path for path in folder.iterdir() if path.stem != "metadata")
