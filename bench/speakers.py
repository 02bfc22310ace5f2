"""Named speakers of quotations, as one JSON line.

Usage: `python bench/speakers.py DATA [--show]`. DATA holds `articles.jsonl.gz` and `gold.jsonl.gz` with
spans of quoted words and their speaker. A span counts `right` where the smallest of our quotes that
holds it (or at least half of it) is given to an entity with the speaker's surname, `wrong` where to
another, `unknown` where to nobody or no quote holds it. Labels for kinds of people ("other_anti",
"House_Democrats") name no speaker and are counted apart, as `unnamed`.
"""

import argparse
import gzip
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from rashomon.annotate import annotate
from rashomon.model import Annotations, Article, Entity, OffsetMap, Quote
from rashomon.resolve import resolve

PLURAL = frozenset(
    "democrats republicans lawmakers members officials companies protestors protesters senators".split()
)


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the records of a gzipped JSON-lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def surname(label: str) -> str | None:
    """The last name of a label such as "Ada_Vane_Jr.", None where it names no person."""
    words = [word for word in label.replace("_", " ").split() if word.rstrip(".") not in ("Jr", "Sr")]
    if label.startswith("other") or words[-1].casefold() in PLURAL:
        return None
    return words[-1].casefold()


def locate(text: str, sentences: Sequence[str], index: int, start: int, end: int) -> tuple[int, int] | None:
    """The place in the text of a span of its sentence number `index`."""
    at = 0
    for number, sentence in enumerate(sentences):
        found = text.find(sentence, at)
        if found < 0:
            return None
        if number == index:
            return found + start, found + end
        at = found + len(sentence)
    return None


def holding(annotations: Annotations, start: int, end: int) -> Quote | None:
    """The smallest quote that holds all of the characters but marks, else the smallest that holds half."""
    held = []
    for quote in annotations.quotes:
        common = sum(max(0, min(end, s.end) - max(start, s.start)) for s in quote.content)
        if common * 2 >= end - start:
            whole = common >= end - start - 2
            held.append((not whole, sum(len(s) for s in quote.content), quote.id, quote))
    return min(held)[3] if held else None


def judge(quote: Quote | None, names: dict[str, Entity], wanted: str) -> str:
    """Right, wrong or unknown, or missed where no quote holds the words."""
    if quote is None:
        return "missed"
    if quote.speaker is None:
        return "unknown"
    words = {word.casefold() for name in names[quote.speaker].names for word in name.split()}
    return "right" if wanted in words else "wrong"


def score(folder: Path, *, show: bool) -> dict[str, Any]:
    """Score every quoted span of the folder."""
    gold: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows(folder / "gold.jsonl.gz"):
        if row["quote"] and row["speaker"] and row["sentence"] != "title":
            gold[row["article"]].append(row)
    records = [r for r in rows(folder / "articles.jsonl.gz") if r["id"] in gold]
    counts: Counter[str] = Counter()
    by_rule: defaultdict[str, Counter[str]] = defaultdict(Counter)
    articles = (_article(r) for r in records)
    for record, annotations in zip(records, annotate(articles), strict=True):
        resolution = resolve([annotations])
        spoken = resolution.annotations[0]
        names = {entity.id: entity for entity in resolution.entities}
        sentences = [sentence for paragraph in record["paragraphs"] for sentence in paragraph]
        for row in gold[record["id"]]:
            place = locate(record["text"], sentences, int(row["sentence"]), row["start"], row["end"])
            if place is None:
                counts["unplaced"] += 1
                continue
            _count(row, holding(spoken, *place), names, counts, by_rule, spoken if show else None)
    return _figures(counts, by_rule)


def _article(record: dict[str, Any]) -> Article:
    text = record["text"]
    offsets = OffsetMap(((0, 0, len(text)),))
    return Article(id=record["id"], file=record["id"], text=text, raw=text, offsets=offsets, language="en")


def _count(
    row: dict[str, Any],
    quote: Quote | None,
    names: dict[str, Entity],
    counts: Counter[str],
    by_rule: defaultdict[str, Counter[str]],
    show: Annotations | None,
) -> None:
    wanted = surname(row["speaker"])
    if wanted is None:
        counts["unnamed"] += 1
        return
    verdict = judge(quote, names, wanted)
    counts["named"] += 1
    counts[verdict] += 1
    if quote is not None:
        by_rule[quote.reasons[0].split(":")[0] if quote.speaker else "unknown"][verdict] += 1
    if show is not None and verdict != "right":
        said = names[quote.speaker].name if quote and quote.speaker else None
        source = [show.article.exact(s) for s in quote.source] if quote else None
        reasons = quote.reasons if quote else ()
        print(
            verdict,
            row["article"][-8:],
            row["speaker"],
            said,
            source,
            reasons,
            row["text"][:80],
            file=sys.stderr,
        )


def _figures(counts: Counter[str], by_rule: dict[str, Counter[str]]) -> dict[str, Any]:
    named = max(1, counts["named"])
    right, wrong = counts["right"], counts["wrong"]
    return {
        "named": counts["named"],
        "right": round(right / named, 4),
        "wrong": round(wrong / named, 4),
        "unknown": round((named - right - wrong) / named, 4),
        "missed": counts["missed"],
        "unnamed": counts["unnamed"],
        "unplaced": counts["unplaced"],
        "rules": {rule: dict(sorted(found.items())) for rule, found in sorted(by_rule.items())},
    }


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("data", type=Path)
    options.add_argument("--show", action="store_true")
    arguments = options.parse_args()
    print(json.dumps({"bench": "speakers", "ours": score(arguments.data, show=arguments.show)}))
