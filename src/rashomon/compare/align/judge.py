"""Judge: how likely two sentences tell one thing, from their measures.

The mean of two log-odds: of a weighted sum, and of small decision trees, which see what holds only together.
Fitted by `training/alignment.py` on stories labelled by hand.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from rashomon.link.trees import Trees

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Column = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Sum:
    """A weighted sum of measures; a missing one counts as `middle`, its mean where it was fitted."""

    names: tuple[str, ...]
    weights: tuple[float, ...]
    middle: tuple[float, ...]
    prior: float

    @classmethod
    def read(cls, held: Mapping[str, Any]) -> "Sum":
        """Read a sum as the recipe wrote it: `prior`, and `[name, weight, middle]` for each measure."""
        names, weights, middle = zip(*held["measures"], strict=True)
        return cls(names, weights, middle, held["prior"])

    def odds(self, found: "Mapping[str, Column]") -> "Column":
        """Return the log-odds of each row of the columns."""
        import numpy as np

        rows = np.stack([found[name] for name in self.names], axis=1)
        rows = np.where(np.isnan(rows), np.array(self.middle), rows)
        return np.asarray(rows @ np.array(self.weights) + self.prior, dtype=np.float64)


@dataclass(frozen=True, slots=True)
class Judge:
    """What was fitted: sum and trees over all measures, and a sum over those that words alone give."""

    sum: Sum
    trees: Trees
    worded: Sum

    def odds(self, found: "Mapping[str, Column]", *, meaning: bool) -> "list[float]":
        """Return each pair's log-odds; `meaning` says whether the sentence model took part."""
        import numpy as np

        if not meaning:
            return [round(float(value), 6) for value in self.worded.odds(found)]
        rows = np.stack([found[name] for name in self.trees.names], axis=1)
        both = (self.sum.odds(found) + self.trees.odds(rows)) / 2
        return [round(float(value), 6) for value in both]


@cache
def judge() -> Judge:
    """Load what was fitted, once."""
    held = json.loads((files("rashomon.compare") / "data" / "alignment.json").read_text(encoding="utf-8"))
    return Judge(Sum.read(held["sum"]), Trees.read(json.dumps(held["trees"])), Sum.read(held["worded"]))
