"""A set made from openly licensed sentences: one value changed by a known kind of edit, and rewordings.

The sentences are those of the demo story and of the folder's articles, all openly licensed (GUM: Wikinews,
CC BY 2.5; biographies of Wikipedia, CC BY-SA 3.0; public speeches). Precision and recall of `contradict`
are told for the kinds of edit that the rules were written with and for those kept out of sight
(`conflict_edits.KEPT_OUT`).
"""

import gzip
import json
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import Any

from conflict_edits import CONTRADICTING, HARMLESS, KEPT_OUT, Parsed
from rashomon import annotate, demo, read
from rashomon.model import Annotations, Article, OffsetMap, Tokens
from rashomon.statements import judge_all

EACH = 40  # sentences of each kind of edit at most
DAY = "2024-05-16"


def score(folder: Path) -> dict[str, Any]:
    """Make the set, judge it, and give the figures of both groups of kinds and the share right of each."""
    items = list(made(folder))
    counts: Counter[tuple[str, str]] = Counter()
    kinds: Counter[tuple[str, str]] = Counter()
    pairs = [(left, right) for _, left, right in items]
    for (kind, _, _), verdict in zip(items, judge_all(pairs, published=DAY), strict=True):
        group = "kept_out" if kind in KEPT_OUT else "known"
        gold, said = kind in CONTRADICTING, verdict.relation == "contradict"
        counts[group, "gold"] += gold
        counts[group, "said"] += said
        counts[group, "right"] += gold and said
        counts[group, "items"] += 1
        kinds[kind, "items"] += 1
        kinds[kind, "right"] += gold == said
    return {group: _figures(counts, group) for group in ("known", "kept_out")} | {
        "kinds": {
            kind: f"{kinds[kind, 'right']}/{kinds[kind, 'items']}" for kind in (*CONTRADICTING, *HARMLESS)
        }
    }


def _figures(counts: Counter[tuple[str, str]], group: str) -> dict[str, Any]:
    right, said, gold = (counts[group, name] for name in ("right", "said", "gold"))
    return {
        "items": counts[group, "items"],
        "contradictions": gold,
        "p": round(right / said, 3) if said else None,
        "r": round(right / gold, 3) if gold else None,
    }


def made(folder: Path) -> Iterator[tuple[str, str, str]]:
    """Yield the set: kind of edit, sentence, edited sentence."""
    sentences = sorted(_sentences(folder), key=lambda each: sha256(each.text.encode()).hexdigest())
    for kind, edit in chain(CONTRADICTING.items(), HARMLESS.items()):
        number = 0
        for parsed in sentences:
            told = edit(parsed)
            if told is not None and told != parsed.text and number < EACH:
                number += 1
                yield kind, parsed.text, told


def _sentences(folder: Path) -> Iterator[Parsed]:
    seen: set[str] = set()
    for annotations in annotate.annotate(_articles(folder), trained=False):
        for sentence in annotations.sentences:
            text = annotations.article.text[sentence.start : sentence.end].strip()
            plain = sentence.kind == "body" and text.endswith(".") and text[:1].isupper()
            quoted = any(mark in text for mark in '“”"?\n')
            if plain and not quoted and 6 <= len(text.split()) <= 30 and text not in seen:
                seen.add(text)
                yield Parsed(text, _cut(annotations, sentence.first, sentence.last, sentence.start))


def _cut(annotations: Annotations, first: int, last: int, start: int) -> Tokens:
    """The tokens of one sentence, counted from its own beginning."""
    tokens = annotations.tokens
    part = slice(first, last)
    return Tokens(
        start=tuple(place - start for place in tokens.start[part]),
        end=tuple(place - start for place in tokens.end[part]),
        lemma=tokens.lemma[part],
        pos=tokens.pos[part],
        tag=tokens.tag[part],
        dep=tokens.dep[part],
        head=tuple(head - first for head in tokens.head[part]),
        sentence=tokens.sentence[part],
    )


def _articles(folder: Path) -> Iterator[Article]:
    yield from (item for item in read.read_paths(demo.files()) if isinstance(item, Article))
    with gzip.open(folder / "articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            id, text = row["id"], row["text"]
            yield Article(id=id, file=id, text=text, raw=text, offsets=OffsetMap(), language="en")
