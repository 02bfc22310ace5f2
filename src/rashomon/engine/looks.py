"""Looks: what of an article all those around it are held against, as arrays in the order of time.

A shard leaves them in the order of its articles; they are then put in the order of the catalogue
(`arranging.py`), so that a window's lie side by side and are read at once.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rashomon.group.profiles import Profile

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

ENDS = "ends.npy"
WIDTH = 384  # numbers of a meaning
TYPES = {"terms": "<u8", "weights": "<f8", "meanings": "<f4"}
_REMEMBERED = 1 << 17  # terms whose numbers are kept, some 20 MB


def write_looks(path: Path, profiles: Sequence[Profile]) -> None:
    """Write the wording and the meaning of some articles; of the terms the rarest, its keys, come first."""
    import numpy as np

    held = [_heaviest_first(profile) for profile in profiles]
    none = np.full(WIDTH, np.nan, np.float32)
    meanings = [none if p.meaning is None else p.meaning.lead for p in profiles]
    np.savez(
        path,
        sizes=np.array([len(terms) for terms in held], np.int64),
        keys=np.array([len(profile.keys) for profile in profiles], np.int64),
        terms=np.array([_number(term) for terms in held for term in terms], np.uint64),
        weights=np.array([weight for terms in held for weight in terms.values()], np.float64),
        meanings=np.array(meanings, np.float32).reshape(-1, WIDTH),
    )


def _heaviest_first(profile: Profile) -> dict[str, float]:
    """The article's wording, that of its keys first, in their order."""
    return dict(profile.keys) | {term: profile.wording[term] for term in profile.wording}


@cache
def _numbers() -> dict[str, int]:
    return {}


def _number(term: str) -> int:
    """A number for a term, the same everywhere; two terms share one in 10^19 cases."""
    known = _numbers()
    if term not in known:
        if len(known) >= _REMEMBERED:
            known.clear()
        digest = blake2b(term.encode("utf-8", "surrogatepass"), digest_size=8).digest()
        known[term] = int.from_bytes(digest, "little")
    return known[term]


@dataclass(frozen=True)
class Looks:
    """The looks of a catalogue's articles, in files that are read in parts."""

    folder: Path

    @cached_property
    def ends(self) -> "NDArray[np.int64]":
        """Where the terms of article `i` begin, and those of the last end; in the second row its keys."""
        import numpy as np

        ends: NDArray[np.int64] = np.load(self.folder / ENDS)
        return ends

    def terms(self, first: int, last: int) -> tuple["NDArray[np.uint64]", "NDArray[np.float64]"]:
        """The terms of the articles `[first, last)`, one article's behind the other's, and their weights."""
        begin, end = int(self.ends[0, first]), int(self.ends[0, last])
        return self._read("terms", begin, end), self._read("weights", begin, end)

    def meanings(self, first: int, last: int) -> "NDArray[np.float32]":
        """The meaning of each of these articles, nan where it is not known."""
        found: NDArray[np.float32] = self._read("meanings", first * WIDTH, last * WIDTH)
        return found.reshape(-1, WIDTH)

    def _read(self, name: str, begin: int, end: int) -> Any:
        import numpy as np

        kind = np.dtype(TYPES[name])
        return np.fromfile(self.folder / name, kind, end - begin, offset=begin * kind.itemsize)
