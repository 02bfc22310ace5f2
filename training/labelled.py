"""Put the labels of `training/labels` beside their articles, as a folder of labelled stories.

    python training/labelled.py DATA OUT [--sets basil wikinews_events ...]

DATA is the folder of the development sets. Writes OUT/articles/<story>/<a, b, ...>.json and
OUT/gold/<story>.json as `labelled_stories` has them; of an article only what was read.
"""

import argparse
import gzip
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

LABELS = Path(__file__).resolve().parent / "labels/points.jsonl"
FILES = {
    "allsides_neus": "articles.jsonl.gz",
    "basil": "articles.jsonl.gz",
    "cdcr_newswcl50_meantime": "newswcl50/articles.jsonl",
    "giveme5w1h_newscluster": "articles.jsonl.gz",
    "gva_longtail": "articles.jsonl.gz",
    "wikinews_events": "articles.jsonl.gz",
}
KEPT = ("title", "outlet", "url", "published")
RELATIONS = {"A": "agree", "D": "differ", "C": "contradict"}


def read(path: Path) -> Iterator[dict[str, Any]]:
    """The articles of a set."""
    text = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    yield from (json.loads(line) for line in text.split(b"\n") if line)


def bounds(steps: Sequence[int]) -> list[list[int]]:
    """Each sentence's start and end, from what is skipped before it and its length."""
    found, at = [], 0
    for skipped, length in zip(steps[::2], steps[1::2], strict=True):
        found.append([at + skipped, at + skipped + length])
        at = found[-1][1]
    return found


def point(line: str) -> dict[str, Any]:
    """A labelled point as `labelled_stories` writes it."""
    *sentences, relation = line.split()
    told: dict[str, list[int]] = {}
    for each in sentences:
        told.setdefault(each[0], []).append(int(each[1:]))
    return {"said_in": told, "relation": RELATIONS[relation], "slot": None, "values": {}}


def put(story: Mapping[str, Any], articles: Mapping[str, Mapping[str, Any]], out: Path) -> None:
    """Write one story's articles and labels."""
    sentences: dict[str, list[list[int]]] = {}
    folder = out / "articles" / story["story"]
    folder.mkdir(parents=True, exist_ok=True)
    for outlet, told in zip("abcd", story["articles"], strict=False):
        sentences[outlet] = bounds(told["sentences"])
        article = articles[told["id"]]
        shown = {"text": article["text"][: sentences[outlet][-1][1]]}
        shown |= {name: article.get(name) for name in KEPT}
        (folder / f"{outlet}.json").write_text(json.dumps(shown), encoding="utf-8")
    none: dict[str, list[Any]] = {"exclusives": [], "shared_copy": [], "same_quote": []}
    gold = {"sentences": sentences, "points": [point(line) for line in story["points"]], **none}
    (out / "gold").mkdir(exist_ok=True)
    (out / "gold" / f"{story['story']}.json").write_text(json.dumps(gold), encoding="utf-8")


def main() -> None:
    """Parse the arguments and write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--sets", nargs="+", choices=sorted(FILES), default=sorted(FILES))
    given = parser.parse_args()
    labels = map(json.loads, LABELS.read_text(encoding="utf-8").splitlines())
    stories = [story for story in labels if story["set"] in given.sets]
    for name in given.sets:
        articles = {article["id"]: article for article in read(given.data / name / FILES[name])}
        for story in stories:
            if story["set"] == name:
                put(story, articles, given.out)
    print(json.dumps({"stories": len(stories)}), file=sys.stderr)


if __name__ == "__main__":
    main()
