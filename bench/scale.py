"""What many articles take, stage by stage, as JSON lines, and a plot of how each stage grows.

Usage: `python bench/scale.py DATA [--journey N ...] [--after N ...] [--engine local:2 ...] [--lines FILE]`
and `python bench/scale.py --plot FILE.svg --lines FILE`. DATA is a folder with `articles.jsonl.gz`.

`--journey N` runs the whole journey over the first N articles; where there are fewer, copies follow, with
other names, numbers, dates and some other words, so that their stories stay distinct. `--after N` runs
grouping and the search for copied wording over N annotated articles: the first BASE are annotated, the
rest are copies of their records. Every run is a process of its own in an empty folder, watched from here:
seconds on the wall and of the processor by stage, the memory of all its processes (what they share
counted once), and what lies on the disk. The clock runs once all workers have loaded their models.
`load` is that of the machine when a run began. With `--keep` a journey stays in the scratch folder: the
same command goes on with one that was cut, and adds up what its `sessions` took.
"""

import argparse
import gzip
import json
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path
from typing import Any

import scale_corpus
import scale_plot
import scale_records
import scale_sessions
from rashomon.engine import open_engine
from rashomon.engine.catalogue import make_catalogue
from rashomon.engine.job import Job, Standing
from rashomon.engine.run import find_reuse, group_articles, run
from rashomon.engine.work import Work


def inside(order: dict[str, Any]) -> None:
    """Do one run, in a process of its own, and print when each stage began."""
    name, _, workers = order["engine"].partition(":")
    out = Path(order["out"])
    marks = scale_sessions.Marks(out.parent / "marks.json")
    engine = open_engine(name, workers=int(workers))
    begun = time.monotonic()
    list(engine.each(scale_corpus.ready, [(str(n), n) for n in range(3 * int(workers))]))
    ready = time.monotonic() - begun

    def opener() -> Any:
        return engine

    if order["stages"] == "journey":
        result = run([order["source"]], out, opener=opener, report=marks)
        found: dict[str, Any] = {"tables": result.tables, "failures": len(result.failures)}
    else:
        job = Job(out, opener, marks)
        shards = json.loads((out / "shards.json").read_text())
        marks(Standing("catalogue", 0, 0))
        held = make_catalogue(job.work, shards)
        stories = sum(1 for _ in group_articles(job, held, made_by="bench"))
        find_reuse(job, held, made_by="bench")
        job.close()
        found = {"tables": {"articles": len(held), "stories": stories}, "failures": len(job.failures)}
        for failure in job.failures:
            print(f"{failure.input}: {failure.stage}: {failure.reason}", file=sys.stderr)
    print(json.dumps({**found, "ready": round(ready, 1)}))


def measure(order: dict[str, Any]) -> dict[str, Any]:
    """Run one order and watch it."""
    folder = Path(order["out"]).parent
    told = scale_sessions.session([sys.executable, __file__, "--inside", json.dumps(order)], folder)
    took = scale_sessions.added_up(folder)
    count = told["tables"]["articles"]
    return {
        "bench": "scale",
        "what": order["stages"],
        "data": order["data"],
        "engine": order["engine"],
        "articles": count,
        "stories": told["tables"]["stories"],
        "failures": told["failures"],
        "articles_per_s": scale_sessions.rate(count, took["stages"]),
        "ready_s": told["ready"],
        "stages": took["stages"],
        "peak_mb": round(took["peak"] / 1e6),
        "disk_mb": scale_corpus.megabytes(Path(order["out"])),
        "load": took["load"],
        "sessions": took["sessions"],
    }


def main() -> None:
    """Measure what was asked for, print and keep the lines, and draw."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path, nargs="?")
    parser.add_argument("--journey", type=int, nargs="*", default=[])
    parser.add_argument("--after", type=int, nargs="*", default=[])
    parser.add_argument("--base", type=int, default=10_000, help="articles annotated for --after")
    parser.add_argument("--engine", nargs="*", default=["local:2"], help="local:1, local:2, dask:1, dask:2")
    parser.add_argument("--lines", type=Path, help="where the lines are added, and drawn from")
    parser.add_argument("--plot", type=Path)
    parser.add_argument("--scratch", type=Path, default=Path(tempfile.gettempdir()))
    parser.add_argument(
        "--keep", action="store_true", help="leave journeys in the scratch folder, to go on with"
    )
    parser.add_argument("--inside", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.inside:
        inside(json.loads(given.inside))
        return
    for what, sizes in (("journey", given.journey), ("after", given.after)):
        for count, engine in ((count, engine) for count in sizes for engine in given.engine):
            line = json.dumps(one(given, what, count, engine))
            print(line, flush=True)
            if given.lines:
                with given.lines.open("a", encoding="utf-8") as lines:
                    lines.write(line + "\n")
    if given.plot:
        lines = [json.loads(line) for line in given.lines.read_text(encoding="utf-8").splitlines()]
        given.plot.write_text(scale_plot.plot(lines), encoding="utf-8")
        print(json.dumps({"bench": "scale", "growth": scale_plot.growth(lines)}))


def one(given: argparse.Namespace, what: str, count: int, engine: str) -> dict[str, Any]:
    """Prepare and measure one run."""
    given.scratch.mkdir(parents=True, exist_ok=True)
    order = {"stages": what, "engine": engine, "data": given.data.name}
    if given.keep:
        named = f"{given.data.name}{'-after' if what == 'after' else ''}-{count}-{engine.replace(':', '-')}"
        folder = given.scratch / named
        folder.mkdir(exist_ok=True)
        return _in(folder, given, count, order)
    with tempfile.TemporaryDirectory(dir=given.scratch) as name:
        return _in(Path(name), given, count, order)


def _in(folder: Path, given: argparse.Namespace, count: int, order: dict[str, Any]) -> dict[str, Any]:
    if order["stages"] == "journey":
        return journey(given.data, count, folder, order)
    return after(given, count, folder, order)


def after(given: argparse.Namespace, count: int, folder: Path, order: dict[str, Any]) -> dict[str, Any]:
    """Measure the stages after annotation in the folder, and go on with what was cut there."""
    rows = scale_records.distinct(given.data, min(count, given.base))
    base = scale_records.annotated(rows, given.scratch / f"{given.data.name}.pickle")
    shards = scale_records.multiply(Work(folder / "out" / "work"), base, count)
    (folder / "out" / "shards.json").write_text(json.dumps(shards))
    return measure({**order, "out": str(folder / "out")})


def journey(data: Path, count: int, folder: Path, order: dict[str, Any]) -> dict[str, Any]:
    """Measure a journey in the folder, and go on with one that was cut there."""
    source = folder / "articles.jsonl"
    if not source.is_file():
        scale_corpus.write(source.with_suffix(".making"), _rows(data, count), count).rename(source)
    return measure({**order, "source": str(source), "out": str(folder / "out")})


def _rows(data: Path, count: int) -> list[dict[str, Any]]:
    with gzip.open(data / "articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = (json.loads(line) for line in lines)
        return list(islice((row for row in rows if (row.get("text") or "").strip()), count))


if __name__ == "__main__":
    main()
