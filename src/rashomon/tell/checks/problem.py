"""A problem found in a dossier: what is wrong, and where."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One broken promise. `where` is the path in the JSON (points[3].values[0]), `what` says it in words."""

    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"
