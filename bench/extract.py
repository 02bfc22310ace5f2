"""Article text out of web pages, measured on the article extraction benchmark, as one JSON line.

Usage: `python bench/extract.py DATA [--worst 5]`. DATA holds `gold.jsonl.gz` and `html/ID.html.gz`. As in the
benchmark: words are runs of letters and digits, a page's 4-gram shingles are counted with repetition,
precision and recall are averaged over pages, F1 is made of these two averages, and accuracy is the
share of pages whose words are exactly right. `cleaned` measures the text as stored, after cleaning.
"""

import argparse
import gzip
import json
import re
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from rashomon.model.errors import InputError
from rashomon.read.build import build_article
from rashomon.read.html import html_record

SHINGLE = 4
_WORD = re.compile(r"\w+", re.UNICODE)

Shingles = Counter[tuple[str, ...]]
Score = tuple[float, float, bool]


def shingles(text: str) -> Shingles:
    """Count the runs of four words; a shorter text is one run."""
    words = _WORD.findall(text)
    last = max(1, len(words) - SHINGLE + 1) if words else 0
    return Counter(tuple(words[at : at + SHINGLE]) for at in range(last))


def compared(gold: Shingles, found: Shingles) -> Score:
    """Return precision, recall and whether both are the same; one that is empty counts as the other does."""
    shared = sum((gold & found).values())
    precision = shared / found.total() if found else float(not gold)
    recall = shared / gold.total() if gold else 1.0
    return precision, recall, gold == found


def averages(scores: Iterable[Score]) -> dict[str, float]:
    """Return the averages over pages as the benchmark reports them."""
    precisions, recalls, exact = zip(*scores, strict=True)
    precision, recall = sum(precisions) / len(precisions), sum(recalls) / len(recalls)
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {
        "precision": round(precision, 4),
        "recall": round(recall, 4),
        "f1": round(f1, 4),
        "accuracy": round(sum(exact) / len(exact), 4),
    }


def body(data: bytes, name: str) -> tuple[str, str]:
    """Return the text as taken out of the page and as stored, without the title put before them."""
    try:
        record = html_record(data, name)
        article, _ = build_article(record)
    except InputError:
        return "", ""
    stored = article.text
    if record.title and article.raw.startswith(f"{record.title}\n\n"):
        stored = stored.partition("\n\n")[2]
    return record.text, stored


def main() -> None:
    """Measure every page and print one JSON line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("data", type=Path)
    parser.add_argument("--worst", type=int, default=0, help="print the pages with the lowest F1")
    options = parser.parse_args()
    with gzip.open(options.data / "gold.jsonl.gz", "rt", encoding="utf-8") as lines:
        gold = [json.loads(line) for line in lines]
    taken: list[Score] = []
    cleaned: list[Score] = []
    start = time.perf_counter()
    for row in gold:
        data = gzip.decompress((options.data / "html" / f"{row['id']}.html.gz").read_bytes())
        text, stored = body(data, row["id"])
        taken.append(compared(shingles(row["text"]), shingles(text)))
        cleaned.append(compared(shingles(row["text"]), shingles(stored)))
    seconds = time.perf_counter() - start
    worst = sorted(zip(cleaned, gold, strict=True), key=lambda pair: pair[0][0] + pair[0][1])
    for score, row in worst[: options.worst]:
        print(f"{score[0]:.3f} {score[1]:.3f} {row['id']} {row['url']}")
    figures = {"pages": len(gold), **averages(taken), "cleaned": averages(cleaned)}
    print(json.dumps({**figures, "pages_a_second": round(len(gold) / seconds, 1)}))


if __name__ == "__main__":
    main()
