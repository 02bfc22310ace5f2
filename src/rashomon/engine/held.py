"""Profiles held in memory: an article's neighbours are mostly those of its neighbours, too."""

from collections.abc import Iterable

from rashomon.engine.catalogue import Catalogue
from rashomon.group.profiles import Profile

MOST = 8_000  # profiles of some 20 kB each; what is asked for at once is held in any case


class Profiles:
    """The profiles of a catalogue, each read when it is first asked for; the least lately used go first."""

    def __init__(self, catalogue: Catalogue, *, most: int = MOST) -> None:
        self._catalogue = catalogue
        self._most = most
        self._held: dict[int, Profile] = {}

    def of(self, numbers: Iterable[int]) -> dict[int, Profile]:
        """Return the profiles of these articles."""
        wanted = sorted(set(numbers))
        fresh = [number for number in wanted if number not in self._held]
        read = dict(zip(fresh, self._catalogue.records("profile", fresh), strict=True))
        found = {number: read[number] if number in read else self._held.pop(number) for number in wanted}
        self._held.update(found)
        for number in list(self._held)[: max(0, len(self._held) - self._most)]:
            del self._held[number]
        return found
