"""Damaged articles through the whole journey: no crash, and every dossier verifies. One JSON line.

Usage: `python bench/damaged.py FOLDER [--count 1000] [--first 0] [--workers 2] [--annotate]`. Each seed
damages the folder's articles in one way (damage.py). What goes wrong is printed with its seed; the exit code
tells. With --annotate one of the damaged articles a seed is read and annotated, no more, and each span of its
quotations looked at: it lies in the text, holds words, and no cue stands in its own quotation.
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
from rashomon.annotate import annotate
from rashomon.model import Annotations, Article, Dossier
from rashomon.model.errors import InputError
from rashomon.read import read_paths
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


def run_one(paths: Sequence[Path], seed: int) -> tuple[int, str, list[str]]:
    """Damage one of the files with this seed and annotate it; return as `run` does."""
    with tempfile.TemporaryDirectory() as folder:
        bodies = damages([path.read_bytes() for path in paths], seed=seed)
        place = seed % len(paths)
        broken = Path(folder) / paths[place].name
        broken.write_bytes(bodies[place])
        try:
            articles = [found for found in read_paths([broken]) if isinstance(found, Article)]
            problems = [problem for spoken in annotate(articles) for problem in _bad_quotes(spoken)]
        except Exception as error:
            return seed, "crash", [f"{type(error).__name__}: {error}"]
        return seed, "annotated" if articles else "nothing to read", problems


def _bad_quotes(spoken: Annotations) -> Iterator[str]:
    """What is wrong with the quotations of an article."""
    text, known = spoken.article.text, {quote.id for quote in spoken.quotes}
    for quote in spoken.quotes:
        for span in (*quote.source, *quote.cue, *quote.content):
            lies = span.article == spoken.article.id and 0 <= span.start < span.end <= len(text)
            if not lies or not text[span.start : span.end].strip():
                yield f"{quote.id}: bad span {span}"
        if not quote.content or (quote.within is not None and quote.within not in known):
            yield f"{quote.id}: no content, or within no quotation"
        if any(a.start < b.end and b.start < a.end for a in quote.cue for b in quote.content):
            yield f"{quote.id}: a cue in its own content"


def main() -> int:
    """Run the seeds on all processors."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--workers", type=int, default=None)
    parser.add_argument("--annotate", action="store_true")
    options = parser.parse_args()
    job = partial(run_one if options.annotate else run, files(options.folder))
    seeds, start = range(options.first, options.first + options.count), time.perf_counter()
    outcomes: Counter[str] = Counter()
    bad = 0
    with ProcessPoolExecutor(options.workers) as pool:
        for seed, outcome, problems in pool.map(job, seeds, chunksize=8):
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
