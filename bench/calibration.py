"""How far confidences can be believed: the reliability curve of answers, and its error in one figure."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

BINS = (0.0, 0.8, 0.85, 0.9, 0.95, 1.01)


def calibration(answers: Sequence[tuple[float, bool]]) -> dict[str, Any]:
    """The expected calibration error and the bins of answers given with (confidence, whether right).

    The error is the mean over the answers of how far their bin's share of right ones lies from its mean
    confidence. `from_90` is the share of right ones among those given with .9 or more.
    """
    bins = []
    error = 0.0
    for low, high in pairwise(BINS):
        inside = [(confidence, right) for confidence, right in answers if low <= confidence < high]
        if not inside:
            continue
        mean = sum(confidence for confidence, _ in inside) / len(inside)
        share = sum(right for _, right in inside) / len(inside)
        error += len(inside) * abs(mean - share)
        bins.append({"from": low, "n": len(inside), "confidence": round(mean, 4), "right": round(share, 4)})
    sure = [right for confidence, right in answers if confidence >= 0.9]
    return {
        "ece": round(error / max(1, len(answers)), 4),
        "from_90": round(sum(sure) / max(1, len(sure)), 4),
        "bins": bins,
    }
