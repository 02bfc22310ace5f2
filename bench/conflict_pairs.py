"""Pairs of sentences labelled for entailment: how precise and how complete `contradict` is, by type.

And how precise `agree` is over all: the shares that are labelled as entailment, and as contradiction.

Precision and recall are taken on the items of each type, told by the sets' own tags and categories, and
else by their words alone: a number, a date or a "not" that one sentence has and the other hasn't, or the
same words in another order. What our own judge found plays no part in it.
"""

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from rashomon.statements import judge_all
from rashomon.text.numbers import parse_number

SETS = ("anli", "breaking_nli", "fever_symmetric", "mnli_dev", "sick", "snli_dev")
CATEGORIES = {"cardinals": "number", "ordinals": "number"}
TAGS = {"Numerical": "number", "Cardinal": "number", "Ordinal": "number", "Dates": "date"}
TAGS |= {"Negation": "negation"}
_BRACKETS = {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "<br>": "\n"}
_NOT = re.compile(r"\b(?:not|no|never|none|nobody|nothing|cannot)\b|n['’]t\b", re.I)
_DATE = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august"
    r"|september|october|november|december|1[0-9]{3}|20[0-9]{2})\b",
    re.I,
)
_WORD = re.compile(r"\w+")
_SMALL = frozenset("a an the is are was were be been being by of to in on at and or his her its".split())


def score(folder: Path, count: int) -> dict[str, Any]:
    """Judge up to `count` pairs of each set; figures by type and by set."""
    said: Counter[tuple[str, str]] = Counter()
    agreed: Counter[str] = Counter()
    by_set: dict[str, dict[str, Any]] = {}
    for name in SETS:
        rows = _rows(folder / f"{name}.jsonl.gz", count)
        counts: Counter[tuple[str, str]] = Counter()
        pairs = [(_clean(row["premise"]), _clean(row["hypothesis"])) for row in rows]
        for row, verdict in zip(rows, judge_all(pairs), strict=True):
            for kind in ("all", *sorted(types(row))):
                counts[kind, "items"] += 1
                counts[kind, "gold"] += row["label"] == "contradiction"
                counts[kind, "said"] += verdict.relation == "contradict"
                right = verdict.relation == "contradict" and row["label"] == "contradiction"
                counts[kind, "right"] += right
            if verdict.relation == "agree":
                agreed[row["label"]] += 1
        said += counts
        by_set[name] = figures(counts, "all")
    kinds = sorted({kind for kind, _ in said})
    agree = {"said": agreed.total(), "p": _share(agreed, "entailment")}
    agree["contradictions"] = _share(agreed, "contradiction")
    return {"types": {kind: figures(said, kind) for kind in kinds}, "sets": by_set, "agree": agree}


def _share(counts: Counter[str], label: str) -> float | None:
    return round(counts[label] / counts.total(), 3) if counts else None


def figures(counts: Mapping[tuple[str, str], int], kind: str) -> dict[str, Any]:
    """Precision and recall of one type from its counts."""
    right, said, gold = (counts[kind, name] for name in ("right", "said", "gold"))
    return {
        "items": counts[kind, "items"],
        "contradictions": gold,
        "said": said,
        "p": round(right / said, 3) if said else None,
        "r": round(right / gold, 3) if gold else None,
    }


def types(row: Mapping[str, Any]) -> set[str]:
    """The types of one item, from its labels, or from its words where it has none."""
    if row.get("category"):
        return {CATEGORIES[row["category"]]} if row["category"] in CATEGORIES else set()
    if row.get("tags"):
        return {TAGS[tag] for tag in row["tags"] if tag in TAGS}
    premise, hypothesis = row["premise"], row["hypothesis"]
    found = {"negation"} if bool(_NOT.search(premise)) != bool(_NOT.search(hypothesis)) else set()
    dates, own = _found(_DATE, premise), _found(_DATE, hypothesis)
    if own - dates and dates:
        found.add("date")
    if (_numbers(hypothesis) - own) - _numbers(premise) and _numbers(premise):
        found.add("number")
    mine, theirs = _words(premise), _words(hypothesis)
    if mine != theirs and sorted(mine) == sorted(theirs):
        found.add("role")
    return found


def _found(pattern: re.Pattern[str], text: str) -> set[str]:
    return {match[0].lower() for match in pattern.finditer(text)}


def _numbers(text: str) -> set[str]:
    words = (word.lower() for word in _WORD.findall(text))
    return {f"{number:g}" for word in words if (number := parse_number(word)) is not None}


def _words(text: str) -> Sequence[str]:
    return [word for word in _WORD.findall(text.lower()) if word not in _SMALL]


def _clean(text: str) -> str:
    for mark, plain in _BRACKETS.items():
        text = text.replace(mark, plain)
    return text.strip() or "-"


def _rows(file: Path, count: int) -> list[dict[str, Any]]:
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        rows: Iterator[dict[str, Any]] = (json.loads(line) for line in lines)
        return sorted(rows, key=lambda row: sha256(str(row["id"]).encode()).hexdigest())[:count]
