"""Trees: what many small decision trees, fitted elsewhere, say of a pair, and which features said it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from itertools import pairwise
from typing import TYPE_CHECKING

from rashomon.link.ways import Ways, ways

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Trees:
    """Full binary trees of one depth, in heap order: node n has the children 2n + 1 and 2n + 2.

    `features`, `cuts` and `missing` have a row a tree and a column an inner node: a value up to the
    cut, or a missing one where `missing`, goes to the first child. `values` has a column a node: the
    mean of the leaves below, so that each step down a tree adds or takes a share of the odds.
    """

    names: tuple[str, ...]
    bias: float
    depth: int
    features: "NDArray[np.int64]"
    cuts: "NDArray[np.float64]"
    missing: "NDArray[np.bool_]"
    values: "NDArray[np.float64]"
    _ways: "Ways" = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        found = ways(self.features, self.cuts, self.missing, depth=self.depth, count=len(self.names))
        object.__setattr__(self, "_ways", found)

    @classmethod
    def read(cls, text: str) -> "Trees":
        """Read trees as a recipe wrote them: JSON with `names`, `bias`, `depth` and `trees`."""
        import numpy as np

        held = json.loads(text)
        columns = zip(*held["trees"], strict=True)
        features, cuts, missing, values = (np.array(column) for column in columns)
        return cls(
            names=tuple(held["names"]),
            bias=held["bias"],
            depth=held["depth"],
            features=features,
            cuts=cuts.astype(np.float64),
            missing=missing.astype(bool),
            values=values.astype(np.float64),
        )

    @classmethod
    def shipped(cls, room: str, file: str, *, names: Sequence[str], recipe: str) -> "Trees":
        """Read the trees in a room's data, which `recipe` made.

        Raises ValueError where they were fitted on other features than `names`.
        """
        found = cls.read((files(room) / "data" / file).read_text(encoding="utf-8"))
        if found.names != tuple(names):
            raise ValueError(f"{file} was fitted on other features: run {recipe}")
        return found

    def odds(self, rows: "NDArray[np.float64]") -> "NDArray[np.float64]":
        """Return the log-odds of each row of measures; nan is a missing value."""
        import numpy as np

        found = np.full(len(rows), self.bias)
        tree = np.arange(len(self.values))
        for start in range(0, len(rows), 1024):
            leaves = self._ways.leaves(rows[start : start + 1024])
            found[start : start + 1024] += self.values[tree, leaves].sum(axis=1)
        return found

    def shares(self, row: Sequence[float]) -> list[float]:
        """Return what each feature adds to the log-odds of one row, against the middle of all pairs."""
        import numpy as np

        tree = np.arange(len(self.values))
        path = self._walk(np.array([row], dtype=np.float64))
        total = np.zeros(len(self.names))
        for above, below in pairwise(path):
            step = self.values[tree, below[0]] - self.values[tree, above[0]]
            np.add.at(total, self.features[tree, above[0]], step)
        return [round(float(share), 4) for share in total]

    def _walk(self, rows: "NDArray[np.float64]") -> "list[NDArray[np.int64]]":
        """The node that each row reaches in each tree, a matrix a level."""
        import numpy as np

        inner = self.features.shape[1]
        base = np.arange(len(self.values)) * inner
        features, cuts, missing = self.features.ravel(), self.cuts.ravel(), self.missing.ravel()
        row = np.arange(len(rows))[:, None]
        at = np.zeros((len(rows), len(base)), dtype=np.int64)
        path = [at]
        for _ in range(self.depth):
            node = base + at
            seen = rows[row, features[node]]
            first = (seen <= cuts[node]) | (np.isnan(seen) & missing[node])
            at = 2 * at + 2 - first
            path.append(at)
        return path
