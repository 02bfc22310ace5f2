"""Time expressions against a folder of `articles.jsonl.gz` and `spans.jsonl` with TEI dates.

    python bench/times.py DATA

Prints one JSON line: precision, recall and F1 of spans (relaxed: they overlap), and how often the value
of a found date with a `when` is exact, alone and among those that got any value.
"""

import gzip
import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

from rashomon.annotate import annotate
from rashomon.model import Article, OffsetMap, Time


def main(folder: Path) -> dict[str, Any]:
    """Annotate the folder's articles and count."""
    gold = defaultdict(list)
    for line in (folder / "spans.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["kind"] in ("date", "time"):
            gold[row["article"]].append(row)
    with gzip.open(folder / "articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        articles = [_article(json.loads(line)) for line in lines]
    counts: defaultdict[str, int] = defaultdict(int)
    for annotations in annotate(articles):
        times = [time for time in annotations.times if time.kind in ("date", "time")]
        _count(times, gold[annotations.article.id], annotations.article.text, counts)
    precision, recall = counts["right"] / counts["found"], counts["hit"] / counts["gold"]
    return {
        "articles": len(articles),
        "gold": counts["gold"],
        "precision": round(precision, 3),
        "recall": round(recall, 3),
        "f1": round(2 * precision * recall / (precision + recall), 3),
        "values": counts["values"],
        "exact": round(counts["exact"] / counts["values"], 3),
        "exact_of_given": round(counts["exact"] / counts["given"], 3),
    }


def _count(times: list[Time], rows: list[dict[str, Any]], text: str, counts: defaultdict[str, int]) -> None:
    counts["found"] += len(times)
    counts["gold"] += len(rows)
    for time in times:
        counts["right"] += any(_overlap(time, row) for row in rows)
    for row in rows:
        hits = [time for time in times if _overlap(time, row)]
        counts["hit"] += bool(hits)
        when = row["attrs"].get("when")
        if not hits or not when:
            if "-v" in sys.argv and not hits:
                print(
                    "missed",
                    row["attrs"],
                    text[max(0, row["start"] - 30) : row["end"] + 20].replace("\n", "|"),
                )
            continue
        counts["values"] += 1
        values = [hit.value for hit in hits if hit.value]
        counts["given"] += bool(values)
        exact = when in values
        counts["exact"] += exact
        if "-v" in sys.argv and not exact:
            print("value", when, values, text[max(0, row["start"] - 30) : row["end"] + 20].replace("\n", "|"))


def _overlap(time: Time, row: dict[str, Any]) -> bool:
    return bool(time.span.start < row["end"] and row["start"] < time.span.end)


def _article(row: dict[str, Any]) -> Article:
    return Article(
        id=row["id"],
        file=row["id"],
        text=row["text"],
        raw=row["text"],
        offsets=OffsetMap(((0, 0, len(row["text"])),)),
        language="en",
        title=row["title"],
        published=row["published"],
        precision="day",
    )


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]))))
