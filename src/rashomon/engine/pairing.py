"""The stage of pairs: how likely each article and its neighbours are about one event."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

from rashomon.engine.held import Profiles
from rashomon.engine.nearness import Near, load_near
from rashomon.engine.windows import Window
from rashomon.engine.work import Work
from rashomon.group.crowds import crowd_with
from rashomon.group.linking import pair_odds, worth_measuring
from rashomon.group.profiles import Crowd
from rashomon.model.identity import content_id

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

STAGE = "paired"
PAIRS = "pairs.npz"
TOGETHER = 8_000  # pairs that are measured at once


@dataclass(frozen=True, slots=True)
class Around:
    """A window, and all whose own articles lie in it: the neighbours of its neighbours are known there."""

    id: str
    window: Window
    windows: tuple[Window, ...]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of articles by their numbers in the catalogue, left before right, and the odds of each."""

    left: "NDArray[np.int64]"
    right: "NDArray[np.int64]"
    odds: "NDArray[np.float64]"


def around(windows: Sequence[Window]) -> Iterator[Around]:
    """Yield each window with those around it."""
    for window in windows:
        held = tuple(each for each in windows if each.begin < window.last and window.first < each.end)
        yield Around(content_id("q", [each.id for each in held], window.id, length=20), window, held)


def pair_window(work: Work, order: Around) -> None:
    """Measure the pairs whose first article is the window's own: of each pair one has the other near."""
    import numpy as np

    window = order.window
    held = _Crowds([(each, load_near(work, each)) for each in order.windows])
    rows = [_worthy(near, window) for _, near in held.windows]
    left, right = (np.concatenate(column) for column in zip(*rows, strict=True))
    _, first = np.unique(left * len(window.catalogue) + right, return_index=True)
    found: list[tuple[int, int, float]] = []
    profiles = Profiles(window.catalogue)
    for start in range(0, len(first), TOGETHER):
        chosen = first[start : start + TOGETHER]
        pairs = list(zip(left[chosen].tolist(), right[chosen].tolist(), strict=True))
        found += _measured(profiles, pairs, held)
    lefts, rights, odds = zip(*found, strict=True) if found else ((), (), ())
    with work.making(STAGE, order.id) as folder, (folder / PAIRS).open("wb") as file:
        np.savez_compressed(
            file,
            left=np.array(lefts, np.int64) - window.first,
            right=np.array(rights, np.int64) - window.first,
            odds=np.array(odds, np.float64),
        )


def load_pairs(work: Work, orders: Sequence[Around]) -> Pairs:
    """Return the pairs of all windows, in ascending order."""
    import numpy as np

    none: NDArray[np.int64] = np.zeros(0, np.int64)
    parts: list[tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]] = [
        (none, none, np.zeros(0, np.float64))
    ]
    for order in orders:
        first = order.window.first
        with np.load(work.path(STAGE, order.id) / PAIRS) as held:
            parts.append((held["left"] + first, held["right"] + first, held["odds"]))
    return Pairs(*(np.concatenate(column) for column in zip(*parts, strict=True)))


def _worthy(near: Near, window: Window) -> "tuple[NDArray[np.int64], NDArray[np.int64]]":
    """The pairs that are worth measuring and fall to the window, the lesser number first."""
    import numpy as np

    left, right = np.minimum(near.left, near.right), np.maximum(near.left, near.right)
    ours = (window.begin <= left) & (left < window.end)
    chosen = ours & worth_measuring(near.wording, near.meaning)
    return left[chosen], right[chosen]


class _Crowds:
    """The crowds of all articles of some windows, with the likeness of each article that is near."""

    def __init__(self, windows: Sequence[tuple[Window, Near]]) -> None:
        import numpy as np

        self.windows = windows
        self._first = min(window.first for window, _ in windows)
        last = max(window.last for window, _ in windows)
        self._articles = windows[0][0].catalogue.column("article", self._first, last)
        self._ends = [
            np.searchsorted(near.left, np.arange(window.begin, window.end + 1)) for window, near in windows
        ]
        self._begins = [window.begin for window, _ in windows]

    def of(self, number: int) -> Crowd:
        """The crowd of an article, by its number."""
        at = bisect_right(self._begins, number) - 1
        window, near = self.windows[at]
        place = number - window.begin
        own = slice(self._ends[at][place], self._ends[at][place + 1])
        others = (self._articles[other - self._first] for other in near.right[own].tolist())
        like = dict(zip(others, near.wording[own].tolist(), strict=True))
        wording, meaning = near.crowds[place].tolist()
        return crowd_with(wording, meaning, like)


def _measured(
    held: Profiles, pairs: Sequence[tuple[int, int]], crowds: _Crowds
) -> Iterator[tuple[int, int, float]]:
    """Yield the pairs that are likely enough to keep; each is measured with the lesser id first."""
    found = held.of(chain.from_iterable(pairs))
    profiles = {number: replace(profile, crowd=crowds.of(number)) for number, profile in found.items()}
    turned = [(i, j) if found[i].article < found[j].article else (j, i) for i, j in pairs]
    for (i, j), odds in pair_odds(profiles, turned).items():
        yield min(i, j), max(i, j), odds
