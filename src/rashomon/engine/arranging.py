"""Arranging: the looks of all shards in the order of time, so that a window's lie side by side."""

from collections.abc import Mapping
from contextlib import ExitStack
from itertools import pairwise
from typing import TYPE_CHECKING, Any, BinaryIO

from rashomon.engine import annotating
from rashomon.engine.catalogue import Catalogue
from rashomon.engine.looks import ENDS, TYPES, WIDTH, Looks
from rashomon.engine.work import Work

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

STAGE = "looks"


def looks_of(catalogue: Catalogue) -> Looks:
    """Return the looks of all articles, which `arrange` has put in order."""
    return Looks(catalogue.work.path(STAGE, catalogue.id))


def arrange(work: Work, catalogue: Catalogue) -> None:
    """Put the looks of all shards in the order of the catalogue, shard by shard, holding one at a time."""
    import numpy as np

    if work.done(STAGE, catalogue.id):
        return
    ends = np.zeros((2, len(catalogue) + 1), np.int64)
    for shard, numbers, rows in catalogue.by_shard():
        with np.load(work.path(annotating.STAGE, shard) / annotating.LOOKS) as held:
            ends[0, numbers + 1] = held["sizes"][rows]
            ends[1, numbers] = held["keys"][rows]
    ends[0] = np.cumsum(ends[0])
    with work.making(STAGE, catalogue.id) as folder, ExitStack() as opened:
        np.save(folder / ENDS, ends)
        files = {name: opened.enter_context((folder / name).open("wb")) for name in TYPES}
        for shard, numbers, rows in catalogue.by_shard():
            with np.load(work.path(annotating.STAGE, shard) / annotating.LOOKS) as held:
                _write(files, {name: held[name] for name in ("sizes", *TYPES)}, numbers, rows, ends[0])


def _write(
    files: Mapping[str, BinaryIO],
    held: Mapping[str, "NDArray[Any]"],
    numbers: "NDArray[np.int64]",
    rows: "NDArray[np.int64]",
    ends: "NDArray[np.int64]",
) -> None:
    """Write a shard's rows to their places; those that follow each other in both go together."""
    import numpy as np

    begins = np.concatenate(([0], np.cumsum(held["sizes"])))
    apart = np.flatnonzero((np.diff(numbers) != 1) | (np.diff(rows) != 1)) + 1
    for first, last in pairwise([0, *apart.tolist(), len(numbers)]):
        number, row, after = numbers[first], rows[first], rows[last - 1] + 1
        for name in ("terms", "weights"):
            files[name].seek(int(ends[number]) * 8)
            files[name].write(held[name][begins[row] : begins[after]].tobytes())
        files["meanings"].seek(int(number) * WIDTH * 4)
        files["meanings"].write(held["meanings"][row:after].tobytes())
