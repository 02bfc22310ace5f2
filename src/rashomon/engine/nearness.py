"""The stage of neighbours: for each article the few others that could tell the same event."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from rashomon.engine.held import Profiles
from rashomon.engine.windows import Window
from rashomon.engine.work import Work
from rashomon.group.candidates import Index
from rashomon.group.crowds import crowded
from rashomon.group.profiles import Crowd, Profile

if TYPE_CHECKING:
    from numpy.typing import NDArray

STAGE = "near"
FILE = "near.npz"
# Articles that are worked on together, and looked at on either side at most: this bounds memory.
BLOCK, AROUND = 2_000, 20_000
TOGETHER = 500  # articles whose neighbours' profiles are asked for at once


@dataclass(frozen=True, slots=True)
class Keys:
    """The rarest terms of an article, as the index asks for them."""

    keys: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Near:
    """A window's own articles by number: those nearest to each, the best first, and what crowd it is in."""

    others: Mapping[int, Sequence[int]]
    crowds: Mapping[int, Crowd]


def find_near(work: Work, window: Window) -> None:
    """Find the neighbours of the window's own articles."""
    import numpy as np

    near = _nearest(window)
    crowds = _crowds(window, near)
    with work.making(STAGE, window.id) as folder, (folder / FILE).open("wb") as file:
        np.savez_compressed(
            file,
            counts=np.array([len(near[number]) for number in near], np.int64),
            others=np.array([other for number in near for other in near[number]], np.int64) - window.first,
            crowds=np.array([(each.wording, each.meaning) for each in crowds], np.float64).reshape(-1, 2),
        )


def load_near(work: Work, window: Window) -> Near:
    """Return what was found for a window."""
    import numpy as np

    with np.load(work.path(STAGE, window.id) / FILE) as held:
        others: NDArray[np.int64] = held["others"] + window.first
        ends = np.cumsum(held["counts"])[:-1]
        crowds = [Crowd(*row) for row in held["crowds"].tolist()]
        near = [part.tolist() for part in np.split(others, ends)] if len(crowds) else []
    numbers = range(window.begin, window.end)
    return Near(
        dict(zip(numbers, near, strict=True)),
        dict(zip(numbers, crowds, strict=True)),
    )


def _nearest(window: Window) -> dict[int, list[int]]:
    index = Index()
    held = {}
    for start in range(window.first, window.last, 1000):
        numbers = range(start, min(start + 1000, window.last))
        for number, keys in zip(numbers, window.catalogue.records("keys", numbers), strict=True):
            found = cast(Profile, Keys(keys))  # the index asks a profile for nothing else
            index.add(number, found)
            if window.begin <= number < window.end:
                held[number] = found
    return {number: index.nearest(number, keys) for number, keys in held.items()}


def _crowds(window: Window, near: Mapping[int, Sequence[int]]) -> list[Crowd]:
    """What crowd each of the window's own articles is in, in order."""
    crowds: list[Crowd] = []
    own, held = list(near), Profiles(window.catalogue)
    for start in range(0, len(own), TOGETHER):
        chosen = own[start : start + TOGETHER]
        profiles = held.of([*chosen, *(other for number in chosen for other in near[number])])
        for number in chosen:
            crowd = crowded(profiles[number], [profiles[other] for other in near[number]]).crowd
            assert crowd is not None
            crowds.append(crowd)
    return crowds
