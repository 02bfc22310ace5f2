"""Named speakers of quotations and how far their confidences can be believed, as one JSON line.

Usage: `python bench/speakers.py DATA [--show] [--half A|B]`. DATA holds `articles.jsonl.gz` and
`gold.jsonl.gz` with spans of quoted words and their speaker, or with coreference chains (chains.py: our
own quotes whose source is a mention of a chain with a name are judged). `--half` takes the articles of
one half of the stories. A span counts `right` where the smallest of our quotes that
holds it (or at least half of it) is given to an entity with the speaker's surname, `wrong` where to
another, `unknown` where to nobody or no quote holds it. Labels for kinds of people ("other_anti",
"House_Democrats") name no speaker and are counted apart, as `unnamed`.
"""

import argparse
import gzip
import hashlib
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from calibration import calibration
from chains import Chains
from chains import verdict as chain_verdict
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


@dataclass
class Tally:
    """What was counted: verdicts, verdicts by the rule that answered, answers with their confidence."""

    counts: Counter[str] = field(default_factory=Counter)
    by_rule: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    answers: list[tuple[float, bool]] = field(default_factory=list)

    def add(self, verdict: str, quote: Quote | None) -> None:
        """Count one verdict."""
        self.counts["named"] += 1
        self.counts[verdict] += 1
        if quote is None:
            return
        self.by_rule[quote.reasons[0].split(":")[0] if quote.speaker else "unknown"][verdict] += 1
        if quote.speaker:
            self.answers.append((quote.confidence, verdict == "right"))

    def figures(self) -> dict[str, Any]:
        """Shares of the named, rules, and the calibration of what was answered."""
        named = max(1, self.counts["named"])
        right, wrong = self.counts["right"], self.counts["wrong"]
        return {
            "named": self.counts["named"],
            "right": round(right / named, 4),
            "wrong": round(wrong / named, 4),
            "unknown": round((named - right - wrong) / named, 4),
            "missed": self.counts["missed"],
            "unnamed": self.counts["unnamed"],
            "unplaced": self.counts["unplaced"],
            "calibration": calibration(self.answers),
            "rules": {rule: dict(sorted(found.items())) for rule, found in sorted(self.by_rule.items())},
        }


def score(folder: Path, *, show: bool, half: str | None = None) -> dict[str, Any]:
    """Score every quoted span of the folder, or every source that a chain names."""
    records = [r for r in rows(folder / "articles.jsonl.gz") if half in (None, _half(r))]
    if "chain_id" in next(rows(folder / "gold.jsonl.gz")):
        return _by_chains(folder, records, show=show)
    gold: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows(folder / "gold.jsonl.gz"):
        if row["quote"] and row["speaker"] and row["sentence"] != "title":
            gold[row["article"]].append(row)
    tally = Tally()
    for record, spoken, names in _resolved([r for r in records if r["id"] in gold]):
        sentences = [sentence for paragraph in record["paragraphs"] for sentence in paragraph]
        for row in gold[record["id"]]:
            wanted = surname(row["speaker"])
            place = locate(record["text"], sentences, int(row["sentence"]), row["start"], row["end"])
            if place is None or wanted is None:
                tally.counts["unplaced" if place is None else "unnamed"] += 1
                continue
            quote = holding(spoken, *place)
            verdict = judge(quote, names, wanted)
            tally.add(verdict, quote)
            if show and verdict != "right":
                _show(verdict, spoken, quote, names, row["speaker"])
    return tally.figures()


def _by_chains(folder: Path, records: Sequence[dict[str, Any]], *, show: bool) -> dict[str, Any]:
    chains, tally = Chains(folder), Tally()
    for _, spoken, names in _resolved(records):
        for quote in spoken.quotes:
            wanted = chains.of(quote)
            if wanted is None or not (wanted or quote.speaker):
                tally.counts["unplaced" if wanted is None else "unnamed"] += 1
                continue
            verdict = chain_verdict(quote, names, wanted)
            tally.add(verdict, quote)
            if show and verdict == "wrong":
                _show(verdict, spoken, quote, names, " ".join(sorted(wanted)))
    return tally.figures()


def _resolved(
    records: Sequence[dict[str, Any]],
) -> Iterator[tuple[dict[str, Any], Annotations, dict[str, Entity]]]:
    articles = (_article(record) for record in records)
    for record, annotations in zip(records, annotate(articles), strict=True):
        resolution = resolve([annotations])
        yield record, resolution.annotations[0], {entity.id: entity for entity in resolution.entities}


def _half(record: dict[str, Any]) -> str:
    """A or B, by the story (or the article where there is none), so that rules can be checked."""
    key = record.get("story") or record["id"]
    return "A" if int(hashlib.sha256(key.encode()).hexdigest(), 16) % 2 else "B"


def _article(record: dict[str, Any]) -> Article:
    text = record["text"]
    offsets = OffsetMap(((0, 0, len(text)),))
    return Article(id=record["id"], file=record["id"], text=text, raw=text, offsets=offsets, language="en")


def _show(
    verdict: str, spoken: Annotations, quote: Quote | None, names: dict[str, Entity], wanted: str
) -> None:
    said = names[quote.speaker].name if quote and quote.speaker else None
    source = [spoken.article.exact(s) for s in quote.source] if quote else None
    content = spoken.article.exact(quote.content[0])[:80] if quote else None
    print(
        verdict,
        spoken.article.id[-8:],
        wanted,
        said,
        source,
        quote and quote.reasons,
        content,
        file=sys.stderr,
    )


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("data", type=Path)
    options.add_argument("--show", action="store_true")
    options.add_argument("--half", choices=["A", "B"])
    arguments = options.parse_args()
    ours = score(arguments.data, show=arguments.show, half=arguments.half)
    print(json.dumps({"bench": "speakers", "ours": ours}))
