"""Attribution against gold, as one JSON line.

Usage: `python bench/quotes.py DATA [--sample N] [--compartment NAME]`. DATA holds `articles.jsonl.gz` and
`gold.jsonl.gz` (source, cue and content spans an article), and may hold `cofenet_*.jsonl.gz` (sentences with
BIO labels). All articles outside the training part are scored, or every so many of them with --sample.

`sentence`: exact F1 of source, cue and content spans. `article`: F1 of contents matched one to one at
Jaccard .3 and .8 of their characters and at equal characters; `source_right` is the share of contents
matched at .3 (with a source in the gold) whose source holds the head of the gold source; `complete` is the
F1 of attributions with content at .8, an overlapping cue and the right source.
"""

import argparse
import gzip
import json
import resource
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rashomon.annotate import annotate
from rashomon.model import Annotations, Article, OffsetMap, Quote, Span

Ranges = Sequence[tuple[int, int]]
ROLES = ("source", "cue", "content")


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution as character ranges."""

    source: Ranges
    cue: Ranges
    content: Ranges


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the records of a gzipped JSON-lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def as_article(identity: str, text: str) -> Article:
    """The text as an article, untouched by cleaning so that gold offsets hold."""
    offsets = OffsetMap(((0, 0, len(text)),))
    return Article(id=identity, file=identity, text=text, raw=text, offsets=offsets, language="en")


def characters(ranges: Ranges) -> set[int]:
    """The characters that the ranges hold."""
    return {k for start, end in ranges for k in range(start, end)}


def matches(gold: Sequence[Ranges], ours: Sequence[Ranges], least: float) -> dict[int, int]:
    """Match contents one to one, the closest first: index of ours to index of gold."""
    pairs = []
    for i, left in enumerate(gold):
        for j, right in enumerate(ours):
            if left[0][0] < right[-1][1] and right[0][0] < left[-1][1]:
                a, b = characters(left), characters(right)
                jaccard = len(a & b) / len(a | b)
                if jaccard >= least:
                    pairs.append((-jaccard, i, j))
    taken: dict[int, int] = {}
    seen: set[int] = set()
    for _, i, j in sorted(pairs):
        if i not in seen and j not in taken:
            seen.add(i)
            taken[j] = i
    return taken


def f1(hits: int, gold: int, ours: int) -> float:
    """F1 of counts."""
    return round(2 * hits / (gold + ours), 4) if gold + ours else 0.0


def kind_of(text: str, content: Ranges) -> str:
    """Direct where each piece opens with a quotation mark, mixed where one is inside, else indirect."""
    pieces = [text[start:end] for start, end in content]
    if all(piece.startswith(('"', "“", "”", "''", "``")) for piece in pieces):
        return "direct"
    return "mixed" if any(mark in piece for piece in pieces for mark in ('"', "“", "''")) else "indirect"


def head_of(annotations: Annotations, ranges: Ranges) -> int | None:
    """The first character of the head word of some words, by the parser."""
    tokens = annotations.tokens
    inside = [k for k in range(len(tokens)) if any(a <= tokens.start[k] < b for a, b in ranges)]
    held = set(inside)
    tops = [k for k in inside if tokens.head[k] not in held or tokens.head[k] == k]
    nominal = [k for k in tops if tokens.pos[k] in ("NOUN", "PROPN", "PRON")] or tops
    return tokens.start[nominal[0]] if nominal else None


def score_articles(folder: Path, compartment: str | None, sample: int) -> tuple[dict[str, Any], float]:
    """Score whole articles; returns the figures and articles a second."""
    records = [r for r in rows(folder / "articles.jsonl.gz") if _wanted(r, compartment)]
    if sample and len(records) > sample:
        records = records[:: len(records) // sample][:sample]
    gold = {r["article"]: r["attributions"] for r in rows(folder / "gold.jsonl.gz")}
    list(annotate([as_article("warm", "He said it was raining.")]))
    start = time.perf_counter()
    annotated = list(annotate(as_article(r["id"], r["text"]) for r in records))
    seconds = time.perf_counter() - start
    counts: Counter[str] = Counter()
    for annotations in annotated:
        _count(annotations, _gold(gold.get(annotations.article.id, [])), counts)
    return _figures(counts), len(records) / seconds if seconds else 0.0


def _wanted(record: dict[str, Any], compartment: str | None) -> bool:
    part = record.get("compartment")
    return part == compartment if compartment else part != "train"


def _gold(attributions: Iterable[dict[str, Any]]) -> list[Attribution]:
    return [
        Attribution(*(sorted((a, b) for a, b in row[role]) for role in ROLES))
        for row in attributions
        if row["content"]
    ]


def _ranges(spans: Iterable[Span]) -> Ranges:
    return [(span.start, span.end) for span in spans]


def _ours(quotes: Iterable[Quote]) -> list[Attribution]:
    return [Attribution(_ranges(q.source), _ranges(q.cue), _ranges(q.content)) for q in quotes]


def _count(annotations: Annotations, gold: Sequence[Attribution], counts: Counter[str]) -> None:
    ours = _ours(annotations.quotes)
    text = annotations.article.text
    counts["gold"] += len(gold)
    counts["ours"] += len(ours)
    for each in gold:
        counts["gold " + kind_of(text, each.content)] += 1
    contents = [each.content for each in gold], [each.content for each in ours]
    for name, least in (("j30", 0.3), ("j80", 0.8), ("exact", 1.0)):
        found = matches(*contents, least)
        counts[name] += len(found)
        for j, i in found.items():
            counts[f"{name} {kind_of(text, gold[i].content)}"] += 1
            if name == "j30" and gold[i].source:
                counts["sourced"] += 1
                counts["source right"] += _same_source(annotations, gold[i], ours[j])
            if name == "j80":
                cued = bool(characters(gold[i].cue) & characters(ours[j].cue))
                counts["complete"] += cued and _same_source(annotations, gold[i], ours[j])


def _same_source(annotations: Annotations, gold: Attribution, ours: Attribution) -> bool:
    if not gold.source or not ours.source:
        return not gold.source and not ours.source
    head, mine = head_of(annotations, gold.source), head_of(annotations, ours.source)
    return head in characters(ours.source) and mine in characters(gold.source)


def _figures(counts: Counter[str]) -> dict[str, Any]:
    gold, ours = counts["gold"], counts["ours"]
    figures: dict[str, Any] = {
        name: f1(counts[name], gold, ours) for name in ("j30", "j80", "exact", "complete")
    }
    figures["source_right"] = round(counts["source right"] / max(1, counts["sourced"]), 4)
    figures["precision_j80"] = round(counts["j80"] / max(1, ours), 4)
    figures["recall_j80"] = round(counts["j80"] / max(1, gold), 4)
    for kind in ("direct", "indirect", "mixed"):
        total = max(1, counts["gold " + kind])
        figures[kind] = {
            f"recall_{name}": round(counts[f"{name} {kind}"] / total, 4) for name in ("j30", "j80", "exact")
        }
    return figures


def score_sentences(path: Path, sample: int) -> dict[str, float]:
    """Exact F1 of each role's spans on a file of labelled sentences, one sentence at a time."""
    records = list(rows(path))
    if sample and len(records) > sample:
        records = records[:: len(records) // sample][:sample]
    texts = [" ".join(record["tokens"]) for record in records]
    counts: Counter[str] = Counter()
    articles = (as_article(str(n), text) for n, text in enumerate(texts))
    for record, annotations in zip(records, annotate(articles), strict=True):
        gold, ours = _labelled(record["labels"]), _tokenised(record["tokens"], annotations.quotes)
        for role in ROLES:
            a, b = ({span for span in spans if span[0] == role} for spans in (gold, ours))
            counts[role + " hit"] += len(a & b)
            counts[role + " gold"] += len(a)
            counts[role + " ours"] += len(b)
    return {role: f1(*(counts[f"{role} {part}"] for part in ("hit", "gold", "ours"))) for role in ROLES}


def _labelled(labels: Sequence[str]) -> set[tuple[str, int, int]]:
    spans = set()
    for start, label in enumerate(labels):
        if label.startswith("B-"):
            end = start + 1
            while end < len(labels) and labels[end] == "I-" + label[2:]:
                end += 1
            spans.add((label[2:], start, end))
    return spans


def _tokenised(tokens: Sequence[str], quotes: Iterable[Quote]) -> set[tuple[str, int, int]]:
    """Our spans in tokens. The file has no nested labels, so inner attributions are left out."""
    starts, at = [], 0
    for token in tokens:
        starts.append(at)
        at += len(token) + 1
    spans = set()
    for quote in quotes:
        if quote.within:
            continue
        for role, found in (("source", quote.source), ("cue", quote.cue), ("content", quote.content)):
            for span in found:
                inside = [k for k, start in enumerate(starts) if span.start <= start < span.end]
                if inside:
                    spans.add((role, inside[0], inside[-1] + 1))
    return spans


def main() -> None:
    """Score the folder and print one line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--sample", type=int, default=0)
    parser.add_argument("--compartment")
    options = parser.parse_args()
    article, speed = score_articles(options.data, options.compartment, options.sample)
    ours: dict[str, Any] = {"article": article}
    for path in sorted(options.data.glob("cofenet_*.jsonl.gz"))[:1]:
        ours["sentence"] = score_sentences(path, options.sample * 8)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    ours["speed"] = {"articles_per_s": round(speed, 2), "peak_mb": round(peak)}
    print(json.dumps({"bench": "quotes", "ours": ours, "peers": {}}))


if __name__ == "__main__":
    main()
