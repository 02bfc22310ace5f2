"""The stage of pairs: how likely each article and its neighbours are about one event."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

from rashomon.engine.held import Profiles
from rashomon.engine.nearness import Near, load_near
from rashomon.engine.windows import Window
from rashomon.engine.work import Work
from rashomon.group.linking import pair_odds, worth_measuring
from rashomon.group.profiles import Crowd
from rashomon.model.identity import content_id

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

STAGE = "paired"
PAIRS = "pairs.npz"
TOGETHER = 4_000  # pairs that are measured at once


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
    crowds: dict[int, tuple[float, float]] = {}
    rows = []
    for each in order.windows:
        near = load_near(work, each)
        crowds.update(zip(range(each.begin, each.end), near.crowds.tolist(), strict=True))
        rows.append(_worthy(near, window))
    left, right, wording = (np.concatenate(column) for column in zip(*rows, strict=True))
    _, first = np.unique(left * len(window.catalogue) + right, return_index=True)
    found: list[tuple[int, int, float]] = []
    profiles = Profiles(window.catalogue)
    for start in range(0, len(first), TOGETHER):
        chosen = first[start : start + TOGETHER]
        pairs = zip(*(column[chosen].tolist() for column in (left, right, wording)), strict=True)
        found += _measured(profiles, list(pairs), crowds)
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


def _worthy(near: Near, window: Window) -> "tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]":
    """The pairs that are worth measuring and fall to the window, the lesser number first."""
    import numpy as np

    left, right = np.minimum(near.left, near.right), np.maximum(near.left, near.right)
    ours = (window.begin <= left) & (left < window.end)
    chosen = ours & worth_measuring(near.wording, near.meaning)
    return left[chosen], right[chosen], near.wording[chosen]


def _measured(
    held: Profiles, pairs: Sequence[tuple[int, int, float]], crowds: Mapping[int, tuple[float, float]]
) -> Iterator[tuple[int, int, float]]:
    """Yield the pairs that are likely enough to keep; each is measured with the lesser id first."""
    found = held.of(chain.from_iterable(pair[:2] for pair in pairs))
    near: defaultdict[int, dict[str, float]] = defaultdict(dict)
    for i, j, wording in pairs:
        near[i][found[j].article] = wording
    profiles = {
        number: replace(profile, crowd=Crowd(*crowds[number], near.get(number, {})))
        for number, profile in found.items()
    }
    turned = [(i, j) if found[i].article < found[j].article else (j, i) for i, j, _ in pairs]
    for (i, j), odds in pair_odds(profiles, turned).items():
        yield min(i, j), max(i, j), odds
