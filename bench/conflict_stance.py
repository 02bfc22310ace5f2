"""Headlines against articles: F1 of agreeing, disagreeing and discussing, over related pairs only."""

import gzip
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from rashomon import annotate
from rashomon.compare.stance import SIDES, Report, take_stance
from rashomon.compare.stance.features import measure
from rashomon.link import vectors
from rashomon.model import Annotations, Article, OffsetMap


def score(folder: Path, count: int) -> dict[str, Any]:
    """Judge the related pairs, up to `count` bodies' worth of them."""
    with gzip.open(folder / "pairs.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [row for row in map(json.loads, lines) if row["stance"] in SIDES]
    bodies = sorted({row["body_id"] for row in rows}, key=str)[:count]
    rows = [row for row in rows if row["body_id"] in set(bodies)]
    said = [take_stance(*parts).side for parts in prepared(folder, rows)]
    return {"pairs": len(rows), **macro([row["stance"] for row in rows], said)}


def prepared(folder: Path, rows: Sequence[dict[str, Any]]) -> Iterator[tuple[Annotations, Report, Any]]:
    """Yield each pair's headline, its report and the headline's vector, in order."""
    with gzip.open(folder / "articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        texts = {row["id"]: row["text"] for row in map(json.loads, lines)}
    heads = sorted({row["headline"] for row in rows})
    bodies = sorted({row["body_id"] for row in rows}, key=str)
    claims = dict(zip(heads, _annotated(heads), strict=True))
    model = vectors.encoder() if vectors.available() else None
    reports = {}
    for body, annotations in zip(bodies, _annotated([texts[body] for body in bodies]), strict=True):
        report = Report(annotations)
        reports[body] = Report(annotations, model.encode(report.texts) if model else None)
    meanings = dict(zip(heads, model.encode(heads), strict=True)) if model else {}
    for row in rows:
        yield claims[row["headline"]], reports[row["body_id"]], meanings.get(row["headline"])


def features(folder: Path, rows: Sequence[dict[str, Any]]) -> Iterator[dict[str, float]]:
    """Yield the features of each pair."""
    return (measure(*parts) for parts in prepared(folder, rows))


def _annotated(texts: Sequence[str]) -> Iterator[Annotations]:
    articles = (
        Article(id=f"t{number}", file="", text=text, raw=text, offsets=OffsetMap(), language="en")
        for number, text in enumerate(texts)
    )
    return annotate.annotate(articles, trained=False)


def macro(gold: Sequence[str], said: Sequence[str]) -> dict[str, float]:
    """F1 of each side, and their mean."""
    found: dict[str, float] = {}
    for side in SIDES:
        hit = sum(g == s == side for g, s in zip(gold, said, strict=True))
        total = sum(g == side for g in gold) + sum(s == side for s in said)
        found[side] = round(2 * hit / total, 3) if total else 0.0
    return {**found, "macro_f1": round(sum(found.values()) / len(SIDES), 3)}
