"""Stance: whether a report agrees with a claim, disagrees with it, or merely discusses it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Literal

from rashomon.compare.stance.features import Report, measure, says_anything
from rashomon.link.trees import Trees
from rashomon.model import Annotations, Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["Report", "Stance", "take_stance"]

Side = Literal["agree", "disagree", "discuss", "unknown"]
SIDES: tuple[Side, ...] = ("agree", "disagree", "discuss")
# How much each side's likelihood counts: disagreement is rare, and without this is hardly ever told. Set
# where macro-F1 is best over five folds by story (training/stance.py).
WEIGHTS: dict[Side, float] = {"agree": 1.6, "disagree": 5.0, "discuss": 1.0}


@dataclass(frozen=True, slots=True)
class Stance:
    """How a report stands to a claim: the likelihood of each side, and the sentence most like the claim.

    `unknown`: the claim or the report says nothing; then no side is likelier than another.
    """

    side: Side
    likelihood: tuple[tuple[Side, float], ...]
    span: Span | None


def take_stance(claim: Annotations, report: Report, meaning: "NDArray[np.float32] | None" = None) -> Stance:
    """Say how the report stands to the claim; it is taken for granted that it speaks of it.

    `meaning` is the claim's sentence vector, used where the report has those of its sentences.
    """
    if not (says_anything(claim) and says_anything(report.annotations)):
        return Stance("unknown", (), None)
    found = measure(claim, report, meaning)
    if tuple(found) != _trees()[0].names:
        raise ValueError("compare/data/stance_*.json were fitted on other features: run training/stance.py")
    likelihood = likelihoods([list(found.values())])[0]
    weighed = {side: WEIGHTS[side] * value for side, value in zip(SIDES, likelihood, strict=True)}
    best = max(SIDES, key=lambda side: weighed[side])
    sentences = report.annotations.sentences
    at = round(found["best_at"] * len(report.texts))
    span = report.annotations.article.span(sentences[at].start, sentences[at].end) if report.texts else None
    return Stance(best, tuple(zip(SIDES, likelihood, strict=True)), span)


def likelihoods(rows: Sequence[Sequence[float]]) -> list[tuple[float, ...]]:
    """Return the likelihood of each side for rows of features; the three add up to one."""
    import numpy as np

    odds = np.stack([trees.odds(np.array(rows, dtype=np.float64)) for trees in _trees()], axis=1)
    chances = 1 / (1 + np.exp(-odds))
    chances /= chances.sum(axis=1, keepdims=True)
    return [tuple(round(float(value), 4) for value in row) for row in chances]


@cache
def _trees() -> tuple[Trees, ...]:
    folder = files("rashomon.compare") / "data"
    return tuple(Trees.read((folder / f"stance_{side}.json").read_text(encoding="utf-8")) for side in SIDES)
