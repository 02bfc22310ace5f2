"""The stage of pairs: for each article the few others that could tell the same event, and how likely."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, cast

from rashomon.engine.windows import Window
from rashomon.engine.work import Work
from rashomon.group.candidates import Index
from rashomon.group.crowds import crowded
from rashomon.group.linking import pair_odds
from rashomon.group.profiles import Profile

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

STAGE = "paired"
PAIRS = "pairs.npz"
# Articles that are worked on together, and looked at on either side at most: this bounds memory.
BLOCK, AROUND = 2_000, 20_000
_TOGETHER = 500  # articles whose partners' profiles are held at once, some 8 kB each when packed


@dataclass(frozen=True, slots=True)
class Keys:
    """The rarest terms of an article, as the index asks for them."""

    keys: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of articles by their numbers in the catalogue, left before right, and the odds of each."""

    left: "NDArray[np.int64]"
    right: "NDArray[np.int64]"
    odds: "NDArray[np.float64]"


def pair_window(work: Work, window: Window) -> None:
    """Find the pairs of the window's own articles, and how likely each is about one event."""
    import numpy as np

    index, near = _nearest(window)
    found: list[tuple[int, int, float]] = []
    seen: set[tuple[int, int]] = set()
    own = sorted(near)
    for start in range(0, len(own), _TOGETHER):
        chosen = [(i, j) if i < j else (j, i) for i in own[start : start + _TOGETHER] for j in near[i]]
        fresh = sorted(set(chosen) - seen)
        seen.update(fresh)
        found += _measured(window, index, fresh)
    found.sort()
    with work.making(STAGE, window.id) as folder, (folder / PAIRS).open("wb") as file:
        left, right, odds = zip(*found, strict=True) if found else ((), (), ())
        first = window.first
        np.savez_compressed(
            file,
            left=np.array(left, np.int64) - first,
            right=np.array(right, np.int64) - first,
            odds=np.array(odds, np.float64),
        )


def load_pairs(work: Work, windows: Sequence[Window]) -> Pairs:
    """Return the pairs of all windows, each once, in ascending order."""
    import numpy as np

    parts: list[tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]] = []
    for window in windows:
        with np.load(_file(work, window)) as held:
            parts.append((held["left"] + window.first, held["right"] + window.first, held["odds"]))
    left, right, odds = (np.concatenate(column) for column in zip(*parts, strict=True))
    order = np.lexsort((right, left))
    left, right, odds = left[order], right[order], odds[order]
    again = np.zeros(len(left), bool)
    again[1:] = (left[1:] == left[:-1]) & (right[1:] == right[:-1])
    return Pairs(left[~again], right[~again], odds[~again])


def _file(work: Work, window: Window) -> Path:
    return work.path(STAGE, window.id) / PAIRS


def _nearest(window: Window) -> tuple[Index, dict[int, list[int]]]:
    """The index, and for each own article the numbers of those that share most of its rarest terms."""
    index = Index()
    held = {}
    for start in range(window.first, window.last, 1000):
        numbers = range(start, min(start + 1000, window.last))
        for number, keys in zip(numbers, window.catalogue.records("keys", numbers), strict=True):
            found = cast(Profile, Keys(keys))  # the index asks a profile for nothing else
            index.add(number, found)
            if window.begin <= number < window.end:
                held[number] = found
    return index, {number: index.nearest(number, keys) for number, keys in held.items()}


def _measured(
    window: Window, index: Index, pairs: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int, float]]:
    """Return the pairs that are likely enough to keep; each is measured with the lesser id first."""
    numbers = sorted(set(chain.from_iterable(pairs)))
    own: dict[int, Profile] = dict(zip(numbers, window.catalogue.records("profile", numbers), strict=True))
    near = {number: index.nearest(number, profile) for number, profile in own.items()}
    others = sorted(set(chain.from_iterable(near.values())) - own.keys())
    held = own | dict(zip(others, window.catalogue.records("profile", others), strict=True))
    profiles = {number: crowded(own[number], (held[j] for j in near[number])) for number in numbers}
    turned = [(i, j) if profiles[i].article < profiles[j].article else (j, i) for i, j in pairs]
    for (i, j), odds in pair_odds(profiles, turned).items():
        yield min(i, j), max(i, j), odds
