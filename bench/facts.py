"""Facts of one incident from one article and from all of them together, against a record; one JSON line.

Usage: `python bench/facts.py DATA [--count 240]`. DATA holds articles.jsonl.gz and gold.jsonl.gz, a record an
incident: killed, injured, day, city, participants. A sample by hash of the incidents that several articles
tell. What one article says is read by the rules of `incident_facts`; `single` takes one article an incident
(the first, the last, the longest), `several` lets all of them vote. Names count by F1 of last names, the
rest by share right. `flagged`: of the incidents whose articles give different counts of killed or injured,
those whose dossier tells that a quantity differs.
"""

import argparse
import gzip
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from incident_facts import Facts, facts_of
from rashomon import annotate, resolve
from rashomon.compare import compare
from rashomon.model import Annotations, Article, Resolution
from rashomon.model.errors import InputError
from rashomon.read.build import build_article
from rashomon.read.records import Record

FIELDS = ("killed", "injured", "date", "city", "names")
Incident = tuple[dict[str, Any], Resolution]


def incidents(data: Path, count: int) -> Iterator[Incident]:
    """Yield the sampled records with their articles, annotated and resolved."""
    texts = {row["id"]: row for row in _rows(data / "articles.jsonl.gz")}
    told = [row for row in _rows(data / "gold.jsonl.gz") if len(row["articles"]) > 1]
    told.sort(key=lambda row: sha256(str(row["incident"]).encode()).hexdigest())
    for record in told[:count]:
        articles = [article for id in record["articles"] if (article := _article(texts[id])) is not None]
        if articles:
            yield record, resolve.resolve(list(annotate.annotate(articles)))


def _rows(file: Path) -> list[dict[str, Any]]:
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _article(row: dict[str, Any]) -> Article | None:
    given = {name: row[name] for name in ("text", "title", "outlet", "url", "published")}
    try:
        return build_article(Record(file=row["id"], language="en", **given))[0]
    except InputError:
        return None


def told_by(facts: Sequence[Facts]) -> dict[str, Any]:
    """What articles say together: the most told value; of as many the higher count, the earlier day."""
    shares: Counter[str] = Counter()
    for each in facts:
        total = sum(number for _, number in each.cities)
        for city, number in each.cities:
            shares[city] += number / total  # type: ignore[assignment]
    return {
        "killed": _vote([each.killed for each in facts], max),
        "injured": _vote([each.injured for each in facts], max),
        "date": _vote([each.day for each in facts], min),
        "city": min(shares, key=lambda city: (-shares[city], city), default=None),
        "names": _names(facts),
    }


def _vote(values: Sequence[Any], tie: Callable[..., Any]) -> Any:
    counts = Counter(value for value in values if value is not None)
    most = max(counts.values(), default=0)
    return tie(value for value in counts if counts[value] == most) if counts else None


def _names(facts: Sequence[Facts]) -> frozenset[str]:
    """Names that two articles tell; where there are none, those of the last article that names anybody."""
    counts = Counter(name for each in facts for name in each.names)
    shared = frozenset(name for name, number in counts.items() if number > 1)
    naming = [each for each in facts if each.names]
    last = max(naming, key=lambda each: each.published or "0", default=None)
    return shared or (last.names if last else frozenset())


def right(said: dict[str, Any], record: dict[str, Any]) -> dict[str, float]:
    """How right each field is, 0 to 1; a field that the record lacks is left out."""
    found = {name: float(said[name] == record[name]) for name in ("killed", "injured", "date")}
    city = (record["city"] or "").split("(")[0].strip().lower()
    found["city"] = float(said["city"] == city)
    gold = {each["name"].split()[-1].lower() for each in record["participants"] if each["name"]}
    if gold:
        found["names"] = 2 * len(gold & said["names"]) / (len(gold) + len(said["names"]))
    return found


def _first(articles: Sequence[Annotations]) -> int:
    return min(range(len(articles)), key=lambda i: (articles[i].article.published or "9", i))


def _last(articles: Sequence[Annotations]) -> int:
    return max(range(len(articles)), key=lambda i: (articles[i].article.published or "0", -i))


def _longest(articles: Sequence[Annotations]) -> int:
    return max(range(len(articles)), key=lambda i: (len(articles[i].article.text), -i))


SINGLE = {"first": _first, "last": _last, "longest": _longest}


def score(data: Path, count: int) -> dict[str, Any]:
    """Measure each rule on the sample."""
    rows: dict[str, list[dict[str, float]]] = {name: [] for name in (*SINGLE, "several")}
    articles = differing = flagged = 0
    for record, resolution in incidents(data, count):
        facts = facts_of(resolution)
        articles += len(facts)
        for name, pick in SINGLE.items():
            rows[name].append(right(told_by([facts[pick(resolution.annotations)]]), record))
        rows["several"].append(right(told_by(facts), record))
        if _differ(facts):
            differing += 1
            points = compare(resolution).points
            flagged += any(point.slot == "quantity" and len(point.articles) > 1 for point in points)
    figures: dict[str, Any] = {name: _means(found) for name, found in rows.items()}
    best = max(figures[name]["mean"] for name in SINGLE)
    return {
        "incidents": len(rows["several"]),
        "articles": articles,
        **figures,
        "gain": round(figures["several"]["mean"] - best, 3),
        "counts_differ": differing,
        "flagged": flagged,
    }


def _differ(facts: Sequence[Facts]) -> bool:
    """Whether two articles give counts of one kind of which they share none."""
    for kind in ("killed", "injured"):
        given = [{n for name, n in each.counts if name == kind} for each in facts]
        told = [numbers for numbers in given if numbers]
        if any(one.isdisjoint(other) for i, one in enumerate(told) for other in told[i + 1 :]):
            return True
    return False


def _means(rows: Sequence[dict[str, float]]) -> dict[str, float]:
    found = {}
    for name in FIELDS:
        values = [row[name] for row in rows if name in row]
        found[name] = round(sum(values) / max(1, len(values)), 3)
    return found | {"mean": round(sum(found.values()) / len(FIELDS), 3)}


def main() -> None:
    """Parse the arguments, measure, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--count", type=int, default=240)
    options = parser.parse_args()
    json.dump(score(options.data, options.count), sys.stdout)
    print()


if __name__ == "__main__":
    main()
