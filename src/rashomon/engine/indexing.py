"""The page over all dossiers of a run: its rows from the tables, which are read in pieces."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from rashomon.model import Failure
from rashomon.model.points import is_near
from rashomon.tell import index_parts

FILE = "index.html"
_ROWS = 20_000  # rows of a table that are held at once
_TOLD = 100  # failures that the page names; the rest is in their table


def write_index(out: Path, folder: Path, failures: Sequence[Failure]) -> None:
    """Write the index of the dossiers in the folder, the latest story first, from the tables in `out`."""
    data = {"stories": list(_stories(out, folder)), "failures": list(_told(failures))}
    making = (folder / FILE).with_suffix(".making")
    folder.mkdir(exist_ok=True)
    with making.open("w", encoding="utf-8", errors="replace", newline="") as page:
        page.writelines(index_parts(data, order="date"))
    making.replace(folder / FILE)


def _stories(out: Path, folder: Path) -> Iterator[dict[str, Any]]:
    """Yield a row for each story with a report: one that broke a stage has none, and is a failure."""
    points, outlets = _points(out), _outlets(out)
    for row in _rows(out, "stories", ("id", "title", "date", "place", "articles")):
        if (folder / row["id"] / "report.html").is_file():
            yield {
                **row,
                "articles": len(row["articles"]),
                "outlets": tuple(outlets.get(row["id"], ())),
                "points": points.get(row["id"], Counter()),
            }


def _points(out: Path) -> dict[str, Counter[str]]:
    """How many points of each kind a story has, those left out that are only near to each other."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for row in _rows(out, "points", ("story", "relation", "slot")):
        if not is_near(row["relation"], row["slot"]):
            found[row["story"]][row["relation"]] += 1
    return found


def _outlets(out: Path) -> dict[str, dict[str, None]]:
    """The outlets of each story, each once, in the order of the input."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for row in _rows(out, "articles", ("story", "outlet")):
        if row["outlet"]:
            found[row["story"]][row["outlet"]] = None
    return found


def _rows(out: Path, table: str, columns: Sequence[str]) -> Iterator[dict[str, Any]]:
    from pyarrow import parquet

    with parquet.ParquetFile(out / f"{table}.parquet") as file:
        for batch in file.iter_batches(batch_size=_ROWS, columns=list(columns)):
            yield from batch.to_pylist()


def _told(failures: Sequence[Failure]) -> Iterator[dict[str, str]]:
    for failure in failures[:_TOLD]:
        yield {"input": failure.input, "reason": failure.reason}
    if len(failures) > _TOLD:
        yield {"input": f"and {len(failures) - _TOLD} more", "reason": "see failures.parquet"}
