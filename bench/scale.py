"""What many articles take, stage by stage, as JSON lines, and a plot of how each stage grows.

Usage: `python bench/scale.py DATA [--journey N ...] [--after N ...] [--engine local:2 ...] [--lines FILE]`
and `python bench/scale.py --plot FILE.svg --lines FILE`. DATA is a folder with `articles.jsonl.gz`.

`--journey N` runs the whole journey over the first N articles; where there are fewer, copies follow, with
other names, numbers, dates and some other words, so that their stories stay distinct. `--after N` runs
grouping and the search for copied wording over N annotated articles: the first BASE are annotated, the
rest are copies of their records. Every run is a process of its own in an empty folder, watched from here:
seconds on the wall and of the processor by stage, the memory of all its processes (what they share
counted once), and what lies on the disk. The clock runs once all workers have loaded their models.
`load` is that of the machine when a run began.
"""

import argparse
import gzip
import json
import os
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path
from typing import Any

import scale_corpus
import scale_plot
from rashomon.engine import open_engine
from rashomon.engine.catalogue import make_catalogue
from rashomon.engine.job import Job, Standing
from rashomon.engine.run import find_reuse, group_articles, run
from rashomon.engine.work import Work

PAUSE = 0.25  # seconds between two looks at the processes


class Marks:
    """When each stage began, and how many articles it was given."""

    def __init__(self) -> None:
        self.began: dict[str, float] = {}

    def __call__(self, standing: Standing) -> None:
        """Note when a stage is first heard of."""
        self.began.setdefault(standing.stage, time.monotonic())


def inside(order: dict[str, Any]) -> None:
    """Do one run, in a process of its own, and print when each stage began."""
    name, _, workers = order["engine"].partition(":")
    marks, out = Marks(), Path(order["out"])
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
        stories = list(group_articles(job, held, made_by="bench"))
        find_reuse(job, held, made_by="bench")
        job.close()
        found = {"tables": {"articles": len(held), "stories": len(stories)}, "failures": len(job.failures)}
        for failure in job.failures:
            print(f"{failure.input}: {failure.stage}: {failure.reason}", file=sys.stderr)
    print(json.dumps({**found, "ready": round(ready, 1), "began": marks.began, "ended": time.monotonic()}))


def measure(order: dict[str, Any]) -> dict[str, Any]:
    """Run one order and watch it."""
    command = [sys.executable, __file__, "--inside", json.dumps(order)]
    load = os.getloadavg()[0]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        watch = scale_corpus.Watch(process.pid)
        while process.poll() is None:
            watch.look()
            time.sleep(PAUSE)
        assert process.stdout is not None
        said = process.stdout.read()
    if process.returncode:
        raise SystemExit(f"the run ended with exit code {process.returncode}")
    told = json.loads(said)
    count = told["tables"]["articles"]
    stages = scale_corpus.stages(told["began"], told["ended"], watch)
    return {
        "bench": "scale",
        "what": order["stages"],
        "data": order["data"],
        "engine": order["engine"],
        "articles": count,
        "stories": told["tables"]["stories"],
        "failures": told["failures"],
        "articles_per_s": round(count / sum(stage["wall_s"] for stage in stages.values()), 2),
        "ready_s": told["ready"],
        "stages": stages,
        "peak_mb": round(watch.peak / 1e6),
        "disk_mb": scale_corpus.megabytes(Path(order["out"])),
        "load": round(load, 1),
    }


def main() -> None:
    """Measure what was asked for, print and keep the lines, and draw."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path, nargs="?")
    parser.add_argument("--journey", type=int, nargs="*", default=[])
    parser.add_argument("--after", type=int, nargs="*", default=[])
    parser.add_argument("--base", type=int, default=500, help="articles annotated for --after")
    parser.add_argument("--engine", nargs="*", default=["local:2"], help="local:1, local:2, dask:1, dask:2")
    parser.add_argument("--lines", type=Path, help="where the lines are added, and drawn from")
    parser.add_argument("--plot", type=Path)
    parser.add_argument("--scratch", type=Path, default=Path(tempfile.gettempdir()))
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
    with tempfile.TemporaryDirectory(dir=given.scratch) as name:
        folder = Path(name)
        rows = _rows(given.data, count if what == "journey" else min(count, given.base))
        order = {"stages": what, "engine": engine, "out": str(folder / "out"), "data": given.data.name}
        if what == "journey":
            order["source"] = str(scale_corpus.write(folder / "articles.jsonl", rows, count))
        else:
            source = scale_corpus.write(folder / "articles.jsonl", rows, len(rows))
            shards = scale_corpus.multiply(Work(folder / "out" / "work"), source, count)
            (folder / "out" / "shards.json").write_text(json.dumps(shards))
        return measure(order)


def _rows(data: Path, count: int) -> list[dict[str, Any]]:
    with gzip.open(data / "articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = (json.loads(line) for line in lines)
        return list(islice((row for row in rows if (row.get("text") or "").strip()), count))


if __name__ == "__main__":
    main()
