"""The catalogue: every article once, in the order of time, and where its records lie."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rashomon.engine import annotating
from rashomon.engine.annotating import Kind
from rashomon.engine.arrow import read_failures, read_table, write_failures, write_table
from rashomon.engine.blobs import Place, read_blobs
from rashomon.engine.work import Work
from rashomon.model import Failure
from rashomon.model.identity import content_id

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from pyarrow import Table

STAGE, FILE, AGAIN = "catalogue", "articles.arrow", "failures.arrow"


@dataclass(frozen=True)
class Catalogue:
    """Articles by their number in the order of time: by day, those without one first, then by id.

    The file is mapped, not held, and shared by all who read it on one machine.
    """

    work: Work
    id: str

    def __reduce__(self) -> tuple[type["Catalogue"], tuple[Work, str]]:
        return Catalogue, (self.work, self.id)

    @cached_property
    def _table(self) -> "Table":
        return read_table(self.work.path(STAGE, self.id) / FILE)

    def __len__(self) -> int:
        return int(self._table.num_rows)

    def column(self, name: str, first: int = 0, last: int | None = None) -> list[Any]:
        """The values of one column for the articles `[first, last)`."""
        end = len(self) if last is None else last
        values: list[Any] = self._table.column(name).slice(first, end - first).to_pylist()
        return values

    @cached_property
    def days(self) -> "NDArray[np.int64]":
        """The day of each article, 0 where it is not known."""
        days: NDArray[np.int64] = self._table.column("day").to_numpy()
        return days

    @cached_property
    def order(self) -> "NDArray[np.int64]":
        """The place of each article in the input."""
        order: NDArray[np.int64] = self._table.column("place").to_numpy()
        return order

    def records(self, kind: Kind, numbers: Sequence[int]) -> list[Any]:
        """Read one kind of record of these articles, in order."""
        at, size = f"{kind}_at", f"{kind}_size"
        places: list[tuple[Path, Place]] = [
            (self.work.path(annotating.STAGE, row["shard"]) / annotating.BLOBS, (row[at], row[size]))
            for row in self.rows(("shard", at, size), numbers)
        ]
        return read_blobs(places)

    def rows(self, columns: Sequence[str], numbers: Sequence[int]) -> list[dict[str, Any]]:
        """The values of some columns for these articles, in order."""
        import pyarrow as pa

        wanted = pa.array(list(numbers), pa.int64())  # none of them, too, has to have a type
        found: list[dict[str, Any]] = self._table.select(list(columns)).take(wanted).to_pylist()
        return found

    def by_shard(self) -> "Iterator[tuple[str, NDArray[np.int64], NDArray[np.int64]]]":
        """Yield each shard with its articles' numbers, and the row of each in the shard's index."""
        import numpy as np

        shards = self._table.column("shard").combine_chunks().dictionary_encode()
        of, rows = shards.indices.to_numpy(), self._table.column("row").to_numpy()
        order = np.lexsort((rows, of))
        starts = np.searchsorted(of[order], np.arange(len(shards.dictionary)))
        for shard, numbers in zip(shards.dictionary.to_pylist(), np.split(order, starts[1:]), strict=True):
            yield shard, numbers, rows[numbers]

    @cached_property
    def by_id(self) -> "NDArray[np.int64]":
        """The numbers of all articles, in the order of the articles' ids."""
        import pyarrow.compute as pc

        numbers: NDArray[np.int64] = pc.sort_indices(self._table.column("article")).to_numpy()
        return numbers.astype("int64")

    def failures(self) -> list[Failure]:
        """The articles that stood in the input before."""
        return read_failures(self.work.path(STAGE, self.id) / AGAIN)


def make_catalogue(work: Work, shards: Sequence[str]) -> Catalogue:
    """Put the indexes of these shards together, given in the order of the input.

    An article that stands twice counts where it comes first; the others become failures.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    id = content_id("c", shards, length=20)
    if work.done(STAGE, id):
        return Catalogue(work, id)
    whole = pa.concat_tables([_index(work, shard) for shard in shards])
    whole = whole.append_column("place", pa.array(range(whole.num_rows), pa.int64()))
    first = whole.group_by("article").aggregate([("place", "min")])["place_min"]
    is_first = pc.is_in(whole["place"], pc.unique(first))
    again = whole.filter(pc.invert(is_first)).select(["article", "file"]).to_pylist()
    kept = whole.filter(is_first)
    files = _files_of(kept, {row["article"] for row in again})
    failures = [Failure(row["file"], "read", f"the same article as {files[row['article']]}") for row in again]
    kept = kept.sort_by([("day", "ascending"), ("article", "ascending")])
    with work.making(STAGE, id) as folder:
        write_table(folder / FILE, kept)
        write_failures(folder / AGAIN, failures)
    return Catalogue(work, id)


def failures_of(work: Work, shards: Sequence[str]) -> Iterator[Failure]:
    """Yield what could not be read or annotated in these shards, in their order."""
    for shard in shards:
        yield from read_failures(work.path(annotating.STAGE, shard) / annotating.FAILED)


def _index(work: Work, shard: str) -> "Table":
    """A shard's index, with its own id and the number of the row as columns."""
    import pyarrow as pa

    table = read_table(work.path(annotating.STAGE, shard) / annotating.INDEX)
    table = table.append_column("row", pa.array(range(table.num_rows), pa.int64()))
    return table.append_column("shard", pa.array([shard] * table.num_rows, pa.large_string()))


def _files_of(table: "Table", articles: set[str]) -> dict[str, str]:
    import pyarrow as pa
    import pyarrow.compute as pc

    rows = table.filter(pc.is_in(table["article"], pa.array(sorted(articles), pa.large_string())))
    return dict(zip(rows["article"].to_pylist(), rows["file"].to_pylist(), strict=True))
