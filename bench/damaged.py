"""Damaged articles through the whole journey: no crash, and every dossier verifies. One JSON line.

Usage: `python bench/damaged.py FOLDER [--count 1000] [--first 0] [--workers 2]`. Each seed damages the
folder's articles in one way (damage.py). What goes wrong is printed with its seed; the exit code tells.
"""

import argparse
import json
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from damage import damages
from rashomon import dossiers
from rashomon.model import Dossier
from rashomon.model.errors import InputError
from rashomon.tell import dumps, to_json
from rashomon.tell.verify import verify

SUFFIXES = (".txt", ".html", ".json")


def files(folder: Path) -> list[Path]:
    """Return the articles of the folder."""
    return sorted(path for path in folder.iterdir() if path.suffix in SUFFIXES and path.stem not in ("gold",))


def run(paths: Sequence[Path], seed: int) -> tuple[int, str, list[str]]:
    """Damage the files with this seed; return the seed, what came out, and what is wrong with it."""
    with tempfile.TemporaryDirectory() as folder:
        bodies = damages([path.read_bytes() for path in paths], seed=seed)
        broken = [Path(folder) / path.name for path in paths]
        for path, body in zip(broken, bodies, strict=True):
            path.write_bytes(body)
        try:
            found = list(dossiers(broken))
            return seed, "dossier", [problem for dossier in found for problem in _problems(dossier)]
        except InputError:
            return seed, "nothing to read", []
        except Exception as error:
            return seed, "crash", [f"{type(error).__name__}: {error}"]


def _problems(dossier: Dossier) -> Iterator[str]:
    """What verify says, and failures that are our fault and not the input's."""
    yield from map(str, verify(json.loads(dumps(to_json(dossier)))))
    yield from (failure.reason for failure in dossier.failures if "please report" in failure.reason)


def main() -> int:
    """Run the seeds on all processors."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--workers", type=int, default=None)
    options = parser.parse_args()
    seeds, start = range(options.first, options.first + options.count), time.perf_counter()
    outcomes: Counter[str] = Counter()
    bad = 0
    with ProcessPoolExecutor(options.workers) as pool:
        for seed, outcome, problems in pool.map(partial(run, files(options.folder)), seeds, chunksize=8):
            outcomes[outcome] += 1
            bad += bool(problems)
            if problems:
                print(f"seed {seed}: {outcome}: {problems[0]} ({len(problems)} problems)", file=sys.stderr)
    spent = round(time.perf_counter() - start)
    result = {"bench": "damaged", "count": options.count, **outcomes, "with_problems": bad, "seconds": spent}
    print(json.dumps(result))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
