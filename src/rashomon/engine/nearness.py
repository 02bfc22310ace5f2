"""The stage of neighbours: for each article the few others that could tell the same event."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rashomon.engine.arranging import looks_of
from rashomon.engine.looks import Looks
from rashomon.engine.windows import Window
from rashomon.engine.work import Work
from rashomon.group.crowds import crowd_of, likeness
from rashomon.group.postings import Keys, nearest_within
from rashomon.link.tfidf import cosine

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

STAGE = "near"
FILE = "near.npz"
# Articles that are worked on together, and looked at on either side at most: this bounds memory.
BLOCK, AROUND = 4_000, 20_000
WHOLE = 6_000  # articles up to which all are looked at, however far apart in time
HELD = 8_000  # wordings held as mappings, some 150 MB where articles are long


@dataclass(frozen=True, slots=True)
class Near:
    """What was found for a window's own articles: a row for each article and each of those nearest to it.

    `left` and `right` are their numbers, `wording` and `meaning` how like they are (nan where a meaning is
    not known); `crowds` are the wording and the meaning of each article's crowd.
    """

    left: "NDArray[np.int64]"
    right: "NDArray[np.int64]"
    wording: "NDArray[np.float64]"
    meaning: "NDArray[np.float64]"
    crowds: "NDArray[np.float64]"


def find_near(work: Work, window: Window) -> None:
    """Find the neighbours of the window's own articles, how like they are, and what crowd each is in."""
    import numpy as np

    looks = looks_of(window.catalogue)
    around = _Around(looks, window)
    counts, others, wording, meaning, crowds = [], [], [], [], []
    keys = _keys(looks, window)
    begin, end = window.begin - window.first, window.end - window.first
    for own, found in zip(range(begin, end), nearest_within(keys, begin, end), strict=True):
        near = found.tolist()
        words = [cosine(around.wording(own), around.wording(other)) for other in near]
        meant = list(around.meant(own, near))
        crowd = crowd_of(words, [value for value in meant if value == value])
        counts.append(len(near))
        others += near
        wording += words
        meaning += meant
        crowds.append((crowd.wording, crowd.meaning))
    with work.making(STAGE, window.id) as folder, (folder / FILE).open("wb") as file:
        np.savez_compressed(
            file,
            counts=np.array(counts, np.int64),
            others=np.array(others, np.int32),
            wording=np.array(wording, np.float64),
            meaning=np.array(meaning, np.float64),
            crowds=np.array(crowds, np.float64).reshape(-1, 2),
        )


def load_near(work: Work, window: Window) -> Near:
    """Return what was found for a window."""
    import numpy as np

    with np.load(work.path(STAGE, window.id) / FILE) as held:
        return Near(
            np.repeat(np.arange(window.begin, window.end), held["counts"]),
            held["others"].astype(np.int64) + window.first,
            held["wording"],
            held["meaning"],
            held["crowds"],
        )


def _keys(looks: Looks, window: Window) -> Keys:
    """The rarest terms of all articles of the window and around it: of each the first of its wording."""
    import numpy as np

    ends = looks.ends[0, window.first : window.last + 1]
    counts = looks.ends[1, window.first : window.last]
    terms, weights = looks.terms(window.first, window.last)
    stops = np.cumsum(np.concatenate(([0], counts)))
    chosen = np.arange(stops[-1]) + np.repeat(ends[:-1] - ends[0] - stops[:-1], counts)
    return Keys(stops, terms[chosen], weights[chosen])


class _Around:
    """Wordings and meanings of the articles of a window, by their place in it."""

    def __init__(self, looks: Looks, window: Window) -> None:
        ends = looks.ends[0, window.first : window.last + 1]
        self._ends: list[int] = (ends - ends[0]).tolist()
        self._terms, self._weights = looks.terms(window.first, window.last)
        self._meanings = looks.meanings(window.first, window.last)
        self._held: dict[int, dict[int, float]] = {}

    def wording(self, place: int) -> dict[int, float]:
        """The wording of an article, by the numbers of its terms."""
        if place not in self._held:
            if len(self._held) >= HELD:
                del self._held[next(iter(self._held))]
            own = slice(self._ends[place], self._ends[place + 1])
            terms, weights = self._terms[own].tolist(), self._weights[own].tolist()
            self._held[place] = dict(zip(terms, weights, strict=True))
        return self._held[place]

    def meant(self, place: int, others: list[int]) -> Iterator[float]:
        """How like an article the others are in meaning."""
        own = self._meanings[place]
        return (likeness(own, self._meanings[other]) for other in others)
