"""Names: pairs of name variants, or chains of names over documents, as one JSON line with all peers.

Usage: `python bench/names.py DATA [--show]`. DATA holds `pairs.jsonl` (name1, name2, match, schema), or
`articles.jsonl[.gz]` with `gold.jsonl[.gz]` (chains of mentions). Pairs give P, R, F1 of "the same"; chains
give B-cubed over named mentions, one document set a topic, and P, R of linked pairs. --show lists what we
merged wrongly. All are measured on the mentions that we find; `found` is their share. Peers in the same
run: exact string, same last token, token-set ratio at its best threshold. `merges` counts pairs of names.
"""

import gzip
import json
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from rapidfuzz.fuzz import token_set_ratio

from rashomon.annotate import annotate
from rashomon.link.group import average_link
from rashomon.model import Article, OffsetMap
from rashomon.resolve.entities import find_entities
from rashomon.resolve.entities.organisations import THRESHOLD as BODY
from rashomon.resolve.entities.organisations import OrganisationName, compare_organisations
from rashomon.resolve.entities.people import THRESHOLD as PERSON
from rashomon.resolve.entities.people import compare_people
from rashomon.resolve.entities.person_names import PersonName
from rashomon.resolve.roles import is_head
from rashomon.text.names import HONORIFICS, fold

Row = dict[str, Any]
Span = tuple[str, int, int]
PRONOUNS = frozenset(
    "i me my mine myself you your yours he him his she her hers it its we us our ours they them their theirs "
    "this that these those who which what one another both all some".split()
)


def rows(folder: Path, stem: str) -> Iterator[Row]:
    """Yield the records of `stem.jsonl` or `stem.jsonl.gz`."""
    plain = folder / f"{stem}.jsonl"
    packed = folder / f"{stem}.jsonl.gz"
    text = plain.read_bytes() if plain.exists() else gzip.decompress(packed.read_bytes())
    yield from map(json.loads, text.decode("utf-8").splitlines())


def same(row: Row) -> bool:
    """Whether we take the two names of a pair for one."""
    left, right = row["name1"], row["name2"]
    if row["schema"] == "Person":
        return compare_people(PersonName(left), PersonName(right)).total >= PERSON
    return compare_organisations(OrganisationName(left), OrganisationName(right)).total >= BODY


def prf(found: Iterable[tuple[bool, bool]]) -> dict[str, float]:
    """Precision, recall and F1 of (said, true) pairs."""
    counts = list(found)
    right = sum(said and true for said, true in counts)
    p = right / max(1, sum(said for said, _ in counts))
    r = right / max(1, sum(true for _, true in counts))
    return {"p": round(p, 4), "r": round(r, 4), "f1": round(2 * p * r / max(1e-9, p + r), 4)}


def score_pairs(folder: Path, *, show: bool) -> Row:
    """Measure pairs of name variants."""
    pairs = list(rows(folder, "pairs"))
    verdicts = [same(row) for row in pairs]
    if show:
        for row, said in zip(pairs, verdicts, strict=True):
            if said and not row["match"]:
                print(f"false: {row['name1']} = {row['name2']}", file=sys.stderr)
    true = [row["match"] for row in pairs]
    folded = [(fold(row["name1"]), fold(row["name2"])) for row in pairs]
    ratios = [token_set_ratio(a, b) for a, b in folded]
    best = max((prf(zip([r >= t for r in ratios], true, strict=True)) for t in range(50, 101)), key=_f1)
    return {
        "ours": prf(zip(verdicts, true, strict=True)),
        "peers": {
            "exact": prf(zip([a == b for a, b in folded], true, strict=True)),
            "last_token": prf(zip([a.split()[-1:] == b.split()[-1:] for a, b in folded], true, strict=True)),
            "token_set_best": best,
        },
    }


def _f1(figures: Row) -> float:
    return float(figures["f1"])


def named_chains(folder: Path) -> dict[str, list[tuple[str, Row]]]:
    """The named mentions by topic, each with its chain; chains of one identity are one.

    A name inside a longer name ("York" in "York Minster") is part of that one and is left out; of
    "Lund, Scania" the first part is the name.
    """
    chains = list(rows(folder, "gold"))
    outer = _outermost(mention for chain in chains for mention in chain["mentions"])
    topics: defaultdict[str, list[tuple[str, Row]]] = defaultdict(list)
    for chain in chains:
        kind = chain.get("type") if "topic" in chain else chain["kind"]
        if (chain["kind"] == "event" and "topic" in chain) or kind in {"time", "abstract", "event"}:
            continue
        if "topic" not in chain and not chain.get("identity"):
            continue
        topic = chain.get("topic", "all")
        name = chain.get("identity") or re.sub(r"(?:cross_|intra_)+", "", chain["chain_id"])
        for mention in chain["mentions"]:
            if is_name(mention["text"]) and (mention["article"], mention["start"], mention["end"]) in outer:
                topics[topic].append((str(name), _head(mention)))
    return dict(topics)


def _head(mention: Row) -> Row:
    """The mention up to its first comma."""
    text = mention["text"].split(",")[0]
    return {**mention, "text": text, "end": mention["start"] + len(text)}


def _outermost(mentions: Iterable[Row]) -> set[Span]:
    """The places of the names that stand in no longer name."""
    places: defaultdict[str, set[tuple[int, int, int]]] = defaultdict(set)
    for mention in mentions:
        if is_name(mention["text"]):
            places[mention["article"]].add((mention["start"], mention["end"], _head(mention)["end"]))
    return {
        (article, start, end)
        for article, spans in places.items()
        for start, end, _ in spans
        if not any(
            first <= start and end <= last and (first, last) != (start, end) for first, _, last in spans
        )
    }


def is_name(text: str) -> bool:
    """Whether the words are a bare name: every word but small ones begins with a capital or digit."""
    words = [
        w for w in text.split() if w.casefold() not in {"the", "of", "and", "for", "de", "al", "'s", "’s"}
    ]
    named = 0 < len(words) <= 6 and all(w[:1].isupper() or w[:1].isdigit() for w in words)
    return named and text.casefold().removesuffix("'s").removesuffix("’s") not in PRONOUNS


def b_cubed(gold: Sequence[str], ours: Sequence[str]) -> dict[str, float]:
    """B-cubed precision, recall and F1 of two labelings of the same items."""
    together: defaultdict[tuple[str, str], int] = defaultdict(int)
    by_gold: defaultdict[str, int] = defaultdict(int)
    by_ours: defaultdict[str, int] = defaultdict(int)
    for g, o in zip(gold, ours, strict=True):
        together[g, o] += 1
        by_gold[g] += 1
        by_ours[o] += 1
    n = max(1, len(gold))
    p = sum(together[g, o] / by_ours[o] for g, o in zip(gold, ours, strict=True)) / n
    r = sum(together[g, o] / by_gold[g] for g, o in zip(gold, ours, strict=True)) / n
    return {"p": round(p, 4), "r": round(r, 4), "f1": round(2 * p * r / max(1e-9, p + r), 4)}


def pairwise(gold: Sequence[str], ours: Sequence[str]) -> dict[str, float]:
    """Precision and recall of linked pairs."""

    def pairs(labels: Iterable[object]) -> int:
        counts: defaultdict[object, int] = defaultdict(int)
        for label in labels:
            counts[label] += 1
        return sum(n * (n - 1) // 2 for n in counts.values())

    both = pairs(zip(gold, ours, strict=True))
    return {
        "p": round(both / max(1, pairs(ours)), 4),
        "r": round(both / max(1, pairs(gold)), 4),
    }


def merges(gold: Sequence[str], ours: Sequence[str], texts: Sequence[str]) -> Row:
    """Precision over pairs of different names that we took for one; wrong where no chain holds both."""
    chains: defaultdict[str, set[str]] = defaultdict(set)
    together: defaultdict[str, set[str]] = defaultdict(set)
    for g, o, text in zip(gold, ours, texts, strict=True):
        chains[text].add(g)
        together[o].add(text)
    pairs = [pair for names in together.values() for pair in combinations(sorted(names), 2)]
    false = [[a.split("/")[-1], b.split("/")[-1]] for a, b in pairs if chains[a].isdisjoint(chains[b])]
    return {"pairs": len(pairs), "p": round(1 - len(false) / max(1, len(pairs)), 4), "false": sorted(false)}


def our_labels(articles: Sequence[Article], mentions: Sequence[Row]) -> list[str]:
    """The entity that each gold mention falls into; one that we don't find stands alone."""
    entities = find_entities(list(annotate(articles, trained=False))).entities
    placed: defaultdict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for entity in entities:
        for span in entity.mentions:
            placed[span.article].append((span.start, span.end, entity.id))
    labels = []
    for number, mention in enumerate(mentions):
        overlaps = [
            (min(end, mention["end"]) - max(start, mention["start"]), -abs(end - mention["end"]), entity)
            for start, end, entity in placed[mention["article"]]
            if _aligned(mention, start, end)
        ]
        labels.append(max(overlaps)[2] if overlaps else f"none-{number}")
    return labels


def _aligned(mention: Row, start: int, end: int) -> bool:
    """Whether our span is the gold mention, but for articles, possessives and titles before the name."""
    text = mention["text"]
    behind = (
        text[max(0, end - mention["start"]) :] if start < mention["end"] and end > mention["start"] else "?"
    )
    if behind not in ("", "'s", "’s", "'", "’", ".") or end - mention["end"] > 2:
        return False
    before = text[: max(0, start - mention["start"])].split()
    last = before[-1].casefold().rstrip(".") if before else "the"
    titled = is_head(last) or last in HONORIFICS or before in ([], ["the"], ["The"])
    return titled and mention["start"] - start <= len("the ")


def _article(row: Row) -> Article:
    text = row["text"]
    return Article(
        id=row["id"],
        file=row["id"],
        text=text,
        raw=text,
        offsets=OffsetMap(((0, 0, len(text)),)),
        language="en",
    )


def score_chains(folder: Path, *, show: bool) -> Row:
    """Measure chains of named mentions over the documents of each topic."""
    articles = {row["id"]: _article(row) for row in rows(folder, "articles")}
    gold: list[str] = []
    ours: list[str] = []
    texts: list[str] = []
    for topic, mentions in sorted(named_chains(folder).items()):
        ids = sorted({mention["article"] for _, mention in mentions})
        labels = our_labels([articles[i] for i in ids], [mention for _, mention in mentions])
        gold += [f"{topic}/{chain}" for chain, _ in mentions]
        ours += [f"{topic}/{label}" for label in labels]
        texts += [f"{topic}/{fold(mention['text'])}" for _, mention in mentions]
    if show:
        _show_false(gold, ours, texts)
    kept = [i for i, label in enumerate(ours) if "/none-" not in label]
    everything, named = b_cubed(gold, ours), len(gold)
    gold, ours, texts = ([labels[i] for i in kept] for labels in (gold, ours, texts))
    last = [re.sub(r"/.* ", "/", text) for text in texts]
    best = max(
        (_token_set(texts, threshold) for threshold in (70, 80, 85, 90, 95)),
        key=lambda labels: b_cubed(gold, labels)["f1"],
    )
    peers = {"exact": texts, "last_token": last, "token_set_best": best}
    return {
        "mentions": len(kept),
        "found": round(len(kept) / max(1, named), 4),
        "ours": {"b_cubed": b_cubed(gold, ours), "pairwise": pairwise(gold, ours)},
        "merges": merges(gold, ours, texts),
        "ours_with_those_not_found_alone": everything,
        "peers": {
            name: {"b_cubed": b_cubed(gold, labels), "pairwise": pairwise(gold, labels)}
            for name, labels in peers.items()
        },
    }


def _token_set(texts: Sequence[str], threshold: int) -> list[str]:
    """Label texts by average link over the token-set ratio."""
    unique = sorted(set(texts))
    topics = [text.split("/", 1)[0] for text in unique]
    scores = {
        (i, j): token_set_ratio(unique[i], unique[j])
        for i in range(len(unique))
        for j in range(i + 1, len(unique))
        if topics[i] == topics[j]
    }
    groups = average_link(len(unique), scores, threshold=threshold)
    label = {unique[i]: str(group[0]) for group in groups for i in group}
    return [label[text] for text in texts]


def _show_false(gold: Sequence[str], ours: Sequence[str], texts: Sequence[str]) -> None:
    """Print each of our entities that holds several chains."""
    held: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for g, o, text in zip(gold, ours, texts, strict=True):
        held[o][g].add(text.split("/")[-1])
    for entity, chains in sorted(held.items()):
        if len(chains) > 1:
            print(
                f"false: {entity}", {c.split("/")[-1]: sorted(t) for c, t in chains.items()}, file=sys.stderr
            )


def main(arguments: Sequence[str]) -> None:
    """Measure each folder given."""
    show = "--show" in arguments
    for name in (a for a in arguments if not a.startswith("--")):
        folder = Path(name)
        measure: Callable[..., Row] = score_pairs if (folder / "pairs.jsonl").exists() else score_chains
        print(json.dumps({"bench": "names", "data": folder.name, **measure(folder, show=show)}))


if __name__ == "__main__":
    main(sys.argv[1:])
