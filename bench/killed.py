"""Disturbs an ingest and looks whether anything is lost or doubled, as one JSON line.

Usage: `python bench/killed.py DATA [--count 2000] [--times 50] [--by kill|full|disk|restart] [--work]
[--database sqlite|postgresql]`. DATA is a file or folder of articles. One store is filled undisturbed, one
while its process is killed (kill -9) at random points, or may write no more than part of what it needs, or
lies on a disk that is full (`disk`, which mounts a small one and so takes root), or while its server crashes
and comes back; each time it is started again by the same command. `equal` says
whether both stores give the same export. Without --work, articles are stored but not annotated and compared.
"""

import argparse
import json
import os
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import postgres
from rashomon import read
from rashomon.model import Failure
from rashomon.model.errors import StoreError
from rashomon.store import open_store

_FIELDS = ("title", "outlet", "url", "published", "byline", "language", "text")
Manifest = dict[str, dict[str, int | str]]
# Seconds between two looks at how far the disturbed run is.
_LOOK = 0.1
# Bytes that the write-ahead log takes beside the store.
_LOG = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Ingest:
    """One command that fills one store."""

    articles: Path
    store: str
    work: bool

    def start(self, *, most: int | None = None) -> "subprocess.Popen[bytes]":
        """Start it; `most` is the largest file in bytes that it may write."""
        command = [
            sys.executable,
            "-m",
            "rashomon",
            "add",
            str(self.articles),
            "--store",
            self.store,
            "--quiet",
        ]

        def limit() -> None:
            if most is not None:
                resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

        return subprocess.Popen(
            [*command, "--work" if self.work else "--no-work"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            preexec_fn=limit,
            start_new_session=True,
        )

    def finish(self) -> None:
        """Run it to its end."""
        process = self.start()
        _, said = process.communicate()
        if process.returncode not in (0, 1):
            raise SystemExit(f"the ingest failed: {said.decode(errors='replace')[-500:]}")

    def progress(self) -> int:
        """How many articles, annotations and dossiers the store holds."""
        if "://" not in self.store and not Path(self.store).exists():
            return 0
        try:
            with open_store(self.store) as store, store.view() as view:
                counts = view.counts()
        except StoreError:
            return 0
        return counts["articles"] + counts["annotated"] + counts["dossiers"]

    def manifest(self, folder: Path) -> Manifest:
        """Export the store; equal manifests are equal stores."""
        with open_store(self.store) as store, store.view() as view:
            view.export(folder)
        tables: Manifest = json.loads((folder / "manifest.json").read_text())["tables"]
        return tables


def kill(ingest: Ingest, points: list[int], chance: random.Random) -> int:
    """Kill the process as it passes each point, a moment later; returns how often that hit it at work."""
    hits = 0
    for point in points:
        process = ingest.start()
        while process.poll() is None and ingest.progress() < point:
            time.sleep(_LOOK)
        time.sleep(chance.uniform(0, 4 * _LOOK))
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            hits += process.wait() == -signal.SIGKILL
        process.communicate()
    return hits


def fill(ingest: Ingest, points: list[int], size: int) -> int:
    """Let the process write files of part of the final size only; returns how often it ran against that."""
    hits = 0
    for number in range(len(points)):
        process = ingest.start(most=size * (number + 1) // (len(points) + 1))
        _, said = process.communicate()
        hits += process.returncode == 3 and b"make room" in said
    return hits


def crowd(ingest: Ingest, points: list[int], size: int) -> int:
    """Let the disk hold part of what the store needs, more each time; returns how often it was full."""
    hits = 0
    for number in range(len(points)):
        _resize(Path(ingest.store).parent, size * (number + 1) // (len(points) + 1))
        process = ingest.start()
        _, said = process.communicate()
        hits += process.returncode == 3 and b"make room" in said
    _resize(Path(ingest.store).parent, 4 * size + _LOG)
    return hits


def _resize(mounted: Path, size: int) -> None:
    subprocess.run(["mount", "-o", f"remount,size={max(size, 65536)}", mounted], check=True)


@contextmanager
def _disk(folder: Path) -> Iterator[Path]:
    """Give a disk in memory, of a megabyte at first."""
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", folder], check=True)


def restart(ingest: Ingest, points: list[int], server: postgres.Server) -> int:
    """Crash the server and start it again as the process passes each point; it has to go on by itself."""
    process, hits = ingest.start(), 0
    for point in points:
        while process.poll() is None and ingest.progress() < point:
            time.sleep(_LOOK)
        if process.poll() is None:
            server.restart()
            hits += 1
    process.communicate()
    return hits if process.returncode in (0, 1) else -1


def measure(options: argparse.Namespace, folder: Path) -> dict[str, object]:
    """Fill a store undisturbed and another one disturbed, and compare their exports."""
    chance = random.Random(options.seed)
    articles = folder / "articles.jsonl"
    _write(articles, options.data, options.count)
    with _stores(options, folder) as (one, two, server):
        still, disturbed = Ingest(articles, one, options.work), Ingest(articles, two, options.work)
        used = _children()
        still.finish()
        used = _children() - used
        total = still.progress()
        points = sorted(chance.randrange(total) for _ in range(options.times))
        if options.by == "kill":
            hits = kill(disturbed, points, chance)
        elif options.by in ("full", "disk"):
            limit = fill if options.by == "full" else crowd
            hits = limit(disturbed, points, os.path.getsize(one))
        else:
            assert server is not None
            hits = restart(disturbed, points, server)
        disturbed.finish()
        wanted, found = still.manifest(folder / "one"), disturbed.manifest(folder / "two")
    return {
        "articles": options.count,
        "by": options.by,
        "database": options.database,
        "work": options.work,
        "disturbed": hits,
        "undisturbed_cpu_s": round(used, 1),
        "records": {name: table["rows"] for name, table in found.items() if table["rows"]},
        "equal": wanted == found,
        "unequal": sorted(name for name in wanted if wanted[name] != found[name]),
    }


@contextmanager
def _stores(options: argparse.Namespace, folder: Path) -> Iterator[tuple[str, str, postgres.Server | None]]:
    """Give the addresses of two empty stores: the undisturbed one is SQLite, so that both are compared."""
    one = str(folder / "one.db")
    if options.by == "disk":
        with _disk(folder / "disk") as disk:
            yield one, str(disk / "two.db"), None
        return
    if options.database == "sqlite" and options.by != "restart":
        yield one, str(folder / "two.db"), None
        return
    options.database = "postgresql"
    with postgres.server() as server:
        yield one, server.address("two"), server


def _write(path: Path, data: Path, count: int) -> None:
    """Write the first articles of the data as one JSON Lines file."""
    found = (item for item in read.read_paths([data]) if not isinstance(item, Failure))
    with open(path, "w", encoding="utf-8") as file:
        for article in islice(found, count):
            row = {name: getattr(article, name) for name in _FIELDS if getattr(article, name)}
            file.write(json.dumps({**row, "text": article.raw}) + "\n")


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    """Measure and print one line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--times", type=int, default=50)
    parser.add_argument("--by", choices=("kill", "full", "disk", "restart"), default="kill")
    parser.add_argument("--database", choices=("sqlite", "postgresql"), default="sqlite")
    parser.add_argument("--work", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="where the stores and exports stay")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="rashomon-killed-") as folder:
        print(json.dumps(measure(options, options.keep or Path(folder))))


if __name__ == "__main__":
    main()
