"""Probes: how near a report's sentences come in meaning to plain ways of saying that a thing is so or not."""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from rashomon.link import vectors

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Rows = NDArray[np.float32]

PROBES: dict[str, tuple[str, ...]] = {
    "false": (
        "The story is a hoax and did not happen.",
        "The report is false and was made up.",
        "The rumour has been debunked as fake.",
    ),
    "denied": ("A spokesman denied the report.", "Officials said that the claim is not true."),
    "unsure": (
        "The report could not be independently confirmed.",
        "It is not known whether the claim is true.",
        "The rumour has not been verified.",
    ),
    "reported": (
        "According to reports, sources say that it may happen.",
        "The company declined to comment on the report.",
    ),
    "true": (
        "Officials confirmed that it is true.",
        "Police confirmed the incident.",
        "The event happened as reported.",
    ),
    "satire": (
        "The article was a joke published by a satirical website.",
        "The prank fooled many media outlets.",
    ),
}
PARTS = ("claim", "best", "lead", "near", "end", "mean")


def names() -> Iterator[str]:
    """The names of the features, in order."""
    return (f"probe_{kind}_{part}" for kind in PROBES for part in PARTS)


@cache
def _vectors() -> "dict[str, Rows]":
    return {kind: vectors.encoder().encode(said) for kind, said in PROBES.items()}


def probed(claim: "Rows", sentences: "Rows", *, near: int, lead: int) -> dict[str, float]:
    """Return the features: each kind's cosine with the claim, and its best over parts of the report.

    `near` sentences are looked at that are most like the claim, and `lead` at either end. Needs the
    sentence model.
    """
    likeness = sentences @ claim
    order = sorted(range(len(likeness)), key=lambda place: (-round(float(likeness[place]), 5), place))
    found: dict[str, float] = {}
    for kind, probes in _vectors().items():
        best = (sentences @ probes.T).max(axis=1)
        parts = (best, best[:lead], best[order[:near]], best[-lead:])
        values = (float((probes @ claim).max()), *(float(part.max()) for part in parts), float(best.mean()))
        told = zip(PARTS, values, strict=True)
        found |= {f"probe_{kind}_{part}": round(value, 4) for part, value in told}
    return found
