"""How well two accounts are judged against each other, as one JSON line; what is measured depends on DATA.

Usage: `python bench/conflict.py DATA [--count 2500]`. DATA is a folder with pairs of sentences labelled for
entailment (`conflict_pairs`), with headlines and articles (`conflict_stance`), or with openly licensed
articles, from whose sentences a set is made (`conflict_made`). `--count` is how many pairs of each set, or
how many articles, are taken.
"""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

import conflict_made
import conflict_pairs
import conflict_stance


def score(data: Path, count: int) -> dict[str, Any]:
    """Measure what the folder's data allow."""
    if list(data.glob("*nli*.jsonl.gz")):
        return conflict_pairs.score(data, count)
    if (data / "spans.jsonl").exists():
        return conflict_made.score(data)
    if (data / "pairs.jsonl.gz").exists():
        return conflict_stance.score(data, count)
    raise SystemExit(f"{data} holds nothing that this bench knows")


def main() -> None:
    """Parse the arguments, measure, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--count", type=int, default=2500)
    options = parser.parse_args()
    json.dump(score(options.data, options.count), sys.stdout)
    print()


if __name__ == "__main__":
    main()
