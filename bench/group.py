"""Stories: clustering of articles against labelled events, as one JSON line with three peers.

Usage: `python bench/group.py DATA... [--most N] [--cache DIR] [--show] [--no-peers]`. DATA holds
`articles.jsonl.gz` with a `story` or `incident` each; articles are taken by date, all or the first N. Speeds
are articles a processor second, ours with the profiles given. --cache keeps profiles between runs, which
are slow to make; --show lists the stories that we joined wrongly. Peers (group_peers.py): TF-IDF with average
link and sentence vectors with average link, each at the threshold that is best on this very data, and
MinHash LSH.
"""

import argparse
import gzip
import json
import pickle
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from rashomon.annotate import annotate
from rashomon.group.linking import link
from rashomon.group.profiles import Profile, profiles
from rashomon.link import gazetteer
from rashomon.model import Article, OffsetMap

CUT = 6000  # characters of an article: the rest is seldom about its event


class Sample(NamedTuple):
    """A labelled set: a profile, a label and the lemmas of each article."""

    profiles: list[Profile]
    labels: list[str]
    bags: list[list[str]]


def load(folder: Path, most: int | None) -> tuple[list[Article], list[str]]:
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


def sample(folder: Path, most: int | None, cache: Path | None) -> Sample:
    """Annotate a set and make its profiles, or take them from the cache."""
    kept = cache / f"{folder.name}-{most or 'all'}.pkl" if cache else None
    if kept and kept.exists():
        return Sample(*pickle.loads(kept.read_bytes()))
    articles, labels = load(folder, most)
    annotated = list(annotate(articles, trained=False))  # quotes have no say
    bags = [[lemma for lemma in a.tokens.lemma if any(map(str.isalnum, lemma))] for a in annotated]
    made = Sample(profiles(annotated, gazetteer.load()), labels, bags)
    if kept:
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(pickle.dumps(tuple(made)))
    return made


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


def score(folder: Path, most: int | None, *, cache: Path | None, show: bool, peers: bool) -> dict[str, Any]:
    """Measure one set."""
    held = sample(folder, most, cache)
    started = time.process_time()
    groups = link(held.profiles).groups
    seconds = max(1e-3, time.process_time() - started)
    if show:
        _show(groups, held)
    ours = {**figures(groups, held.labels), "articles_per_s": round(len(held.labels) / seconds)}
    return {"articles": len(held.labels), "ours": ours, "peers": _peers(held) if peers else {}}


def _peers(held: Sample) -> dict[str, Any]:
    import numpy as np

    from group_peers import peers

    meant = [profile.meaning for profile in held.profiles]
    leads = np.stack([m.lead for m in meant if m]) if all(meant) else None
    try:
        return peers(held.bags, leads, lambda groups: figures(groups, held.labels))
    except ModuleNotFoundError as error:
        return {"missing": f"{error.name}: pip install -r bench/requirements.txt"}


def _show(groups: Iterable[Sequence[int]], held: Sample) -> None:
    for group in groups:
        if len({held.labels[i] for i in group}) > 1:
            told = [(held.labels[i], held.profiles[i].day, held.profiles[i].title) for i in sorted(group)]
            lines = [f"  {label}  {day}  {title}" for label, day, title in told]
            print("joined:", *lines, sep="\n", file=sys.stderr)


def main() -> None:
    """Measure each folder given."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", nargs="+", type=Path)
    parser.add_argument("--most", type=int)
    parser.add_argument("--cache", type=Path)
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--no-peers", action="store_true")
    given = parser.parse_args()
    for folder in given.data:
        found = score(folder, given.most, cache=given.cache, show=given.show, peers=not given.no_peers)
        print(json.dumps({"bench": "group", "data": folder.name, **found}), flush=True)


if __name__ == "__main__":
    main()
