"""Points that people marked as wrong, found again in a dossier that was worked out since."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """What somebody marked: the point as it was then, and the claims that it stood for."""

    point: str
    claims: tuple[str, ...]
    who: str


def marked(points: Sequence[dict[str, Any]], marks: Sequence[Mark]) -> dict[str, str]:
    """Return who marked which of the points, by id.

    A point that an article joined or left has another id; it is the same as long as it holds most of the
    claims, as in the difference of two versions.
    """
    ids = {point["id"] for point in points}
    found: dict[str, str] = {}
    for mark in marks:
        id = mark.point if mark.point in ids else _heir(points, frozenset(mark.claims))
        if id is not None:
            found[id] = mark.who
    return found


def _heir(points: Sequence[dict[str, Any]], claims: frozenset[str]) -> str | None:
    shared = {point["id"]: len(claims & set(point["claims"])) for point in points}
    best = max(shared, key=lambda id: (shared[id], id), default=None)
    return best if best is not None and 2 * shared[best] > len(claims) else None
