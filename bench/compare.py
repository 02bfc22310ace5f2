"""Speed and memory of the whole journey, as one JSON line.

Usage: `python bench/compare.py DATA [--count 2000] [--cold PATH...]`. DATA is a file or folder of articles.
Rates are taken once the models are loaded; `cold_start_s` is a fresh process over the files given with
--cold (the demo story if none), best of three; `peak_mb` is the largest the process ever was.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from rashomon import annotate, demo, group, read, resolve, tell
from rashomon.compare import compare
from rashomon.model import Article, Failure
from rashomon.pipeline import annotate_all
from rashomon.provenance import provenance

WARM_UP = 8


class Clock:
    """Adds up the seconds spent in each stage, on the wall and of processor time (all threads)."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self.processor: defaultdict[str, float] = defaultdict(float)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Count the time inside for this stage."""
        start, used = time.perf_counter(), time.process_time()
        try:
            yield
        finally:
            self.seconds[name] += time.perf_counter() - start
            self.processor[name] += time.process_time() - used


def measure(data: Path, count: int) -> dict[str, object]:
    """Run the journey over `count` articles, stage by stage."""
    clock, failures = Clock(), list[Failure]()
    with clock.stage("read"):
        articles = list(islice(_articles(data), count))
    _warm_up(articles)
    with clock.stage("annotate"):
        annotations = list(annotate_all(articles, failures))
    with clock.stage("group"):
        stories = group.stories(annotations)
    settings = provenance(one_story=False)
    for story, members in stories:
        with clock.stage("resolve"):
            resolution = resolve.resolve(members)
        with clock.stage("compare"):
            comparison = compare(resolution)
        with clock.stage("tell"):
            tell.tell(story, resolution, comparison, failures, settings)
    total = sum(clock.seconds.values())
    early = ("read", "annotate", "group", "resolve")
    to_resolve = sum(clock.seconds[name] for name in early)
    used = sum(clock.processor[name] for name in early)
    return {
        "articles": len(articles),
        "stories": len(stories),
        "failures": len(failures),
        "articles_per_s": round(len(articles) / total, 2),
        "articles_per_s_to_resolve": round(len(articles) / to_resolve, 2),
        "articles_per_cpu_s_to_resolve": round(len(articles) / used, 2),
        "share": {name: round(spent / total, 3) for name, spent in clock.seconds.items()},
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }


def cold_start(paths: list[Path], *, runs: int = 3) -> tuple[float, float]:
    """Return the seconds, on the wall and of processor time, of the command in a fresh process."""
    best, used = float("inf"), float("inf")
    for _ in range(runs):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        with tempfile.TemporaryDirectory() as folder:
            command = [
                sys.executable,
                "-m",
                "rashomon",
                "compare",
                *map(str, paths),
                "--quiet",
                "--out",
                folder,
            ]
            start = time.perf_counter()
            subprocess.run(command, check=False, stderr=subprocess.DEVNULL)
            best = min(best, time.perf_counter() - start)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        used = min(used, spent)
    return round(best, 2), round(used, 2)


def _articles(data: Path) -> Iterator[Article]:
    seen: set[str] = set()
    for item in read.read_paths([data]):
        if isinstance(item, Article) and item.language == "en" and item.id not in seen:
            seen.add(item.id)
            yield item


def _warm_up(articles: list[Article]) -> None:
    """Load every model before the clock runs."""
    resolution = resolve.resolve(list(annotate.annotate(articles[:WARM_UP])))
    group.stories(resolution.annotations)
    compare(resolution)


def main() -> None:
    """Measure in a process of its own, so that the peak is the job's alone."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--cold", type=Path, nargs="*", default=[])
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.inside:
        print(json.dumps(measure(options.data, options.count)))
        return
    command = [sys.executable, __file__, str(options.data), "--count", str(options.count), "--inside"]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    result = {"bench": "compare", "data": options.data.parent.name, **json.loads(done.stdout)}
    result["cold_start_s"], result["cold_start_cpu_s"] = cold_start(options.cold or demo.files())
    print(json.dumps(result))


if __name__ == "__main__":
    main()
