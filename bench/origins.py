"""Copied articles found and missed, and the speed of finding them, as JSON lines.

Usage: `python bench/origins.py DATA... [--load 20000]`. DATA are files or folders with articles.jsonl.gz
(keys id, outlet, text). The yardstick is the share of the shorter article's five-word grams that the
longer one holds. Pairs of .5 and more are copies, what stands in quotation marks left out (two reporters who
quote one speech have not copied from each other); below .2, quotations included, they are not; the others
are not counted. A pair is said to be copied where both have one main origin, or origins of passages in
common that make up half of the shorter article. Pairs of one outlet are left out. `--load N` also times N
articles: the data over and over, each round with its words replaced by others, so that rounds share nothing.
"""

import argparse
import gzip
import json
import re
import resource
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path

from rashomon.compare.lineage import Lineage, covered
from rashomon.compare.origins import find_origins
from rashomon.compare.passages import find_passages
from rashomon.compare.texts import prepare
from rashomon.model import Annotations, Article, OffsetMap, Passage, Sentence, Span, Tokens

NO_TOKENS = Tokens((), (), (), (), (), (), (), ())
GRAM, COPY, OTHER = 5, 0.5, 0.2
COMMON = 50  # articles that may hold a gram before it is a formula
_END = re.compile(r"(?<=[.!?”\"])\s+(?=[“\"A-Z])|\n+")
_QUOTED = re.compile(r"“[^”\n]{0,2000}”|\"[^\"\n]{0,2000}\"")
_CREDIT = re.compile(r"\((?:AP|UPI|AFP|Reuters)\)\s*[-–—]*|^\s*(?:AP|UPI|AFP|Reuters)\s*$", re.MULTILINE)


def rows(path: Path) -> list[dict[str, object]]:
    """Read the articles of one set, its agencies' credit lines taken out."""
    file = path / "articles.jsonl.gz" if path.is_dir() else path
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        found = [json.loads(line) for line in lines]
    return [row | {"text": _CREDIT.sub("", row["text"])} for row in found if len(row["text"]) >= 300]


def annotations(id: str, text: str, outlet: object = None) -> Annotations:
    """Wrap a text as an annotated article with sentences cut by rule: the parser takes no part."""
    starts = [0, *(match.end() for match in _END.finditer(text) if match.end() < len(text))]
    ends = [*starts[1:], len(text)]
    article = Article(
        id=id,
        file=id,
        text=text,
        raw=text,
        offsets=OffsetMap(),
        language="en",
        outlet=outlet if isinstance(outlet, str) else None,
    )
    cut = tuple(Sentence(a, b, 0, 0, 0, "body") for a, b in zip(starts, ends, strict=True) if a < b)
    return Annotations(article=article, tokens=NO_TOKENS, sentences=cut)


def gram_shares(texts: Sequence[str]) -> dict[tuple[int, int], float]:
    """Return for each pair of texts the share of the smaller one's grams that both hold."""
    grams = [_grams(text) for text in texts]
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for number, found in enumerate(grams):
        for gram in found:
            holders[gram].append(number)
    common: defaultdict[tuple[int, int], int] = defaultdict(int)
    for members in holders.values():
        if 1 < len(members) <= COMMON:
            for pair in combinations(members, 2):
                common[pair] += 1
    return {(i, j): n / max(1, min(len(grams[i]), len(grams[j]))) for (i, j), n in common.items()}


def _grams(text: str) -> set[int]:
    found = re.findall(r"\w+", text.lower())
    return {hash(tuple(found[at : at + GRAM])) for at in range(len(found) - GRAM + 1)}


def score(path: Path) -> dict[str, object]:
    """Measure copied pairs on one set, against its gram bands and its wire labels where it has them."""
    articles = rows(path)
    ready = [annotations(str(row["id"]), str(row["text"]), row.get("outlet")) for row in articles]
    start = time.perf_counter()
    passages = find_passages(ready)
    lineage = find_origins(ready, passages)
    seconds = time.perf_counter() - start
    said = copied_pairs(lineage, passages, articles)
    texts = [str(row["text"]) for row in articles]
    shares, own = gram_shares(texts), gram_shares([_QUOTED.sub(" ", text) for text in texts])

    def apart(pair: tuple[int, int]) -> bool:
        return articles[pair[0]].get("outlet") != articles[pair[1]].get("outlet")

    gold = {pair for pair, share in own.items() if share >= COPY and apart(pair)}
    open_ones = {pair for pair, share in shares.items() if share >= OTHER} - gold
    counted = {pair for pair in said if apart(pair)} - open_ones
    found: dict[str, object] = {
        "set": path.name,
        "articles": len(articles),
        "seconds": round(seconds, 1),
        "passages": len(passages),
        "copied_pairs": len(gold),
        "precision": round(len(counted & gold) / len(counted), 3) if counted else None,
        "recall": round(len(said & gold) / len(gold), 3) if gold else None,
    }
    wires = [(i, j) for i, j in said if articles[i].get("wire") and articles[j].get("wire")]
    if wires:
        same = sum(articles[i]["wire"] == articles[j]["wire"] for i, j in wires)
        found["wire_pairs_of_one_agency"] = f"{same}/{len(wires)}"
    return found


def copied_pairs(
    lineage: Lineage, passages: Sequence[Passage], articles: Sequence[dict[str, object]]
) -> set[tuple[int, int]]:
    """Pairs of one main origin, and those whose common origins hold half of the shorter article."""
    order = {str(row["id"]): number for number, row in enumerate(articles)}
    spans = {passage.id: passage.spans for passage in passages}
    mains = set(dict(lineage.article_origins).values())
    said: set[tuple[int, int]] = set()
    shared: defaultdict[tuple[int, int], set[str]] = defaultdict(set)
    for origin in lineage.origins:
        for i, j in combinations(sorted(order[article] for article in origin.articles), 2):
            if origin.id in mains:
                said.add((i, j))
            else:
                shared[i, j].update(origin.passages)
    for pair, held in shared.items():
        shorter = min(pair, key=lambda number: len(str(articles[number]["text"])))
        whole = Span(str(articles[shorter]["id"]), 0, len(str(articles[shorter]["text"])))
        own = [span for passage in held for span in spans[passage] if span.article == whole.article]
        if covered(own, whole) >= COPY * len(whole):
            said.add(pair)
    return said


def load(paths: Sequence[Path], count: int) -> dict[str, object]:
    """Time passages and origins over `count` articles."""
    ready = list(_many([row for path in paths for row in rows(path)], count))
    start = time.perf_counter()
    texts = prepare(ready)
    passages = find_passages(ready, texts=texts)
    middle = time.perf_counter()
    find_origins(ready, passages, texts=texts)
    end = time.perf_counter()
    return {
        "load": len(ready),
        "words": sum(each.article.text.count(" ") + 1 for each in ready),
        "passages_s": round(middle - start, 1),
        "origins_s": round(end - middle, 1),
        "passages": len(passages),
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }


def _many(articles: Sequence[dict[str, object]], count: int) -> Iterator[Annotations]:
    """Yield the articles round after round; from the second on long words get a mark of the round."""
    for number in range(count):
        row, turn = articles[number % len(articles)], number // len(articles)
        text = str(row["text"])
        if turn:
            text = re.sub(r"\b(\w{4,})\b", rf"\1q{turn}", text)
        yield annotations(f"{turn}-{row['id']}", text, row.get("outlet"))


def main() -> None:
    """Print one line a set, and one for the load."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path, nargs="+")
    parser.add_argument("--load", type=int, default=0)
    options = parser.parse_args()
    for path in options.data:
        print(json.dumps(score(path)), flush=True)
    if options.load:
        print(json.dumps(load(options.data, options.load)))


if __name__ == "__main__":
    main()
