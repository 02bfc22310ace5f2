"""The stage of pairs: how likely each article and its neighbours are about one event."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

from rashomon.engine.held import Profiles
from rashomon.engine.nearness import TOGETHER, load_near
from rashomon.engine.windows import Window
from rashomon.engine.work import Work
from rashomon.group.linking import pair_odds
from rashomon.group.profiles import Crowd
from rashomon.model.identity import content_id

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

STAGE = "paired"
PAIRS = "pairs.npz"


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
    """Measure the pairs of the window's own articles and their neighbours."""
    import numpy as np

    window = order.window
    crowds: dict[int, Crowd] = {}
    for each in order.windows:
        crowds.update(load_near(work, each).crowds)
    near = load_near(work, window).others
    found: list[tuple[int, int, float]] = []
    seen: set[tuple[int, int]] = set()
    own, held = sorted(near), Profiles(window.catalogue)
    for start in range(0, len(own), TOGETHER):
        chosen = [(i, j) if i < j else (j, i) for i in own[start : start + TOGETHER] for j in near[i]]
        fresh = sorted(set(chosen) - seen)
        seen.update(fresh)
        found += _measured(held, fresh, crowds)
    found.sort()
    with work.making(STAGE, order.id) as folder, (folder / PAIRS).open("wb") as file:
        left, right, odds = zip(*found, strict=True) if found else ((), (), ())
        np.savez_compressed(
            file,
            left=np.array(left, np.int64) - window.first,
            right=np.array(right, np.int64) - window.first,
            odds=np.array(odds, np.float64),
        )


def load_pairs(work: Work, orders: Sequence[Around]) -> Pairs:
    """Return the pairs of all windows, each once, in ascending order."""
    import numpy as np

    none: NDArray[np.int64] = np.zeros(0, np.int64)
    parts: list[tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]] = [
        (none, none, np.zeros(0, np.float64))
    ]
    for order in orders:
        first = order.window.first
        with np.load(work.path(STAGE, order.id) / PAIRS) as held:
            parts.append((held["left"] + first, held["right"] + first, held["odds"]))
    left, right, odds = (np.concatenate(column) for column in zip(*parts, strict=True))
    place = np.lexsort((right, left))
    left, right, odds = left[place], right[place], odds[place]
    again = np.zeros(len(left), bool)
    again[1:] = (left[1:] == left[:-1]) & (right[1:] == right[:-1])
    return Pairs(left[~again], right[~again], odds[~again])


def _measured(
    held: Profiles, pairs: Sequence[tuple[int, int]], crowds: Mapping[int, Crowd]
) -> Iterator[tuple[int, int, float]]:
    """Return the pairs that are likely enough to keep; each is measured with the lesser id first."""
    found = held.of(chain.from_iterable(pairs))
    profiles = {number: replace(profile, crowd=crowds[number]) for number, profile in found.items()}
    turned = [(i, j) if profiles[i].article < profiles[j].article else (j, i) for i, j in pairs]
    for (i, j), odds in pair_odds(profiles, turned).items():
        yield min(i, j), max(i, j), odds
