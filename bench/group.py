"""Stories: clustering of articles against labelled events, as one JSON line with a peer.

Usage: `python bench/group.py DATA... [--most N] [--show]`. DATA holds `articles.jsonl.gz` with a `story` or
`incident` each. Articles are taken by date, the first N (default 400); --show lists stories that we joined
wrongly. Peer in the same run: TF-IDF (weights from these very articles) with average link at the threshold
that is best on this very data, an oracle.
"""

import argparse
import gzip
import json
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from rashomon.annotate import annotate
from rashomon.group import group_profiles
from rashomon.group.profiles import profiles
from rashomon.link import gazetteer
from rashomon.link.block import candidate_pairs
from rashomon.link.group import average_link
from rashomon.link.tfidf import Tfidf, cosine
from rashomon.model import Annotations, Article, OffsetMap

CUT = 6000  # characters of an article: the rest is seldom about its event


def load(folder: Path, most: int) -> tuple[list[Article], list[str]]:
    """Return the first articles by date, and the label of each."""
    with gzip.open(folder / "articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [row for row in map(json.loads, lines) if not row.get("short")]
    rows.sort(key=lambda row: (row.get("published") or "", str(row["id"])))
    rows = rows[:most]
    return [_article(row) for row in rows], [str(row.get("story", row.get("incident"))) for row in rows]


def _article(row: dict[str, Any]) -> Article:
    text = f"{row.get('title') or ''}\n\n{row['text'][:CUT]}"
    day = (row.get("published") or "")[:10] or None
    return Article(
        id=str(row["id"]),
        file=str(row["id"]),
        text=text,
        raw=text,
        offsets=OffsetMap(((0, 0, len(text)),)),
        language="en",
        title=row.get("title"),
        outlet=row.get("outlet"),
        published=day,
        precision="day" if day else None,
    )


def figures(groups: Iterable[Sequence[int]], labels: Sequence[str]) -> dict[str, Any]:
    """B-cubed and pairwise P, R, F1, and how many stories were split or joined."""
    found = list(groups)
    sizes = Counter(labels)
    held = [Counter(labels[i] for i in group) for group in found]
    both = sum(n * (n - 1) // 2 for counts in held for n in counts.values())
    said = sum(len(group) * (len(group) - 1) // 2 for group in found)
    true = sum(n * (n - 1) // 2 for n in sizes.values())
    n = max(1, len(labels))
    p = sum(c * c / len(g) for g, counts in zip(found, held, strict=True) for c in counts.values()) / n
    r = sum(c * c / sizes[label] for counts in held for label, c in counts.items()) / n
    spread: defaultdict[str, int] = defaultdict(int)
    for counts in held:
        for label in counts:
            spread[label] += 1
    return {
        "b_cubed": _prf(p, r),
        "pairwise": _prf(both / said if said else 1.0, both / true if true else 1.0),
        "stories_split": sum(pieces > 1 for pieces in spread.values()),
        "stories_joined": sum(len(counts) > 1 for counts in held),
    }


def _prf(p: float, r: float) -> dict[str, float]:
    return {"p": round(p, 4), "r": round(r, 4), "f1": round(2 * p * r / max(1e-9, p + r), 4)}


def oracle(articles: Sequence[Annotations], labels: Sequence[str]) -> dict[str, Any]:
    """TF-IDF with average link at its best threshold for B-cubed F1 on these labels."""
    bags = [[lemma for lemma in a.tokens.lemma if any(map(str.isalnum, lemma))] for a in articles]
    tfidf = Tfidf.fit(bags)
    vectors = [tfidf.vector(bag) for bag in bags]
    rare = [sorted(v, key=lambda term: (-v[term], term))[:30] for v in vectors]
    scores = {(i, j): cosine(vectors[i], vectors[j]) for i, j in candidate_pairs(rare)}
    tried = (figures(average_link(len(bags), scores, threshold=step / 50), labels) for step in range(4, 36))
    return max(tried, key=lambda found: float(found["b_cubed"]["f1"]))


def score(folder: Path, most: int, *, show: bool) -> dict[str, Any]:
    """Measure one set."""
    articles, labels = load(folder, most)
    annotated = list(annotate(articles))
    started = time.perf_counter()
    groups, _ = group_profiles(profiles(annotated, gazetteer.load()))
    seconds = time.perf_counter() - started
    if show:
        for group in groups:
            if len({labels[i] for i in group}) > 1:
                titles = [f"  {labels[i]}  {articles[i].published}  {articles[i].title}" for i in group]
                print("joined:", *titles, sep="\n", file=sys.stderr)
    return {
        "articles": len(articles),
        "ours": {**figures(groups, labels), "articles_per_s": round(len(articles) / seconds)},
        "peers": {"tfidf_oracle": oracle(annotated, labels)},
    }


def main() -> None:
    """Measure each folder given."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", nargs="+", type=Path)
    parser.add_argument("--most", type=int, default=400)
    parser.add_argument("--show", action="store_true")
    given = parser.parse_args()
    for folder in given.data:
        found = score(folder, given.most, show=given.show)
        print(json.dumps({"bench": "group", "data": folder.name, **found}), flush=True)


if __name__ == "__main__":
    main()
