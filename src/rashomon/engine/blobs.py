"""Records of the model as bytes in one file, each reached by its place: what stages hand to each other.

They are pickled, which is the fastest by far; what is read back may only be made of our own records.
"""

import io
import pickle
import zlib
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO

Place = tuple[int, int]
"""Where a record begins in its file, and how many bytes it has."""

_OURS = ("rashomon.model.", "rashomon.group.profiles", "rashomon.engine.")
# what numpy's arrays and frozen sets are made anew with
_PLAIN = frozenset(
    {
        ("builtins", "frozenset"),
        ("numpy", "dtype"),
        ("numpy", "ndarray"),
        ("numpy._core.multiarray", "_reconstruct"),
        ("numpy._core.numeric", "_frombuffer"),
    }
)


class Blobs:
    """Appends records to a new file."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("xb")
        self._at = 0

    def add(self, record: object) -> Place:
        """Write one record; returns its place."""
        body = zlib.compress(pickle.dumps(record, protocol=5), 1)
        place = (self._at, len(body))
        self._file.write(body)
        self._at += len(body)
        return place

    def __enter__(self) -> "Blobs":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()


def read_blobs(places: Sequence[tuple[Path, Place]]) -> list[Any]:
    """Return the records at these places, in order; those of one file are read together."""
    found: list[Any] = [None] * len(places)
    order = sorted(range(len(places)), key=lambda i: places[i])
    file: BinaryIO | None = None
    opened: Path | None = None
    try:
        for i in order:
            path, (at, length) = places[i]
            if path != opened:
                if file:
                    file.close()
                file, opened = path.open("rb"), path
            assert file is not None
            file.seek(at)
            found[i] = _Reader(io.BytesIO(zlib.decompress(file.read(length)))).load()
    finally:
        if file:
            file.close()
    return found


class _Reader(pickle.Unpickler):
    """Makes our own records only, whatever the bytes say."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) in _PLAIN:
            return super().find_class(module, name)
        found = super().find_class(module, name) if module.startswith(_OURS) else None
        if not isinstance(found, type):
            raise pickle.UnpicklingError(f"{module}.{name} is no record of ours")
        return found
