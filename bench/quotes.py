"""Attribution against gold, for our tagger and its peers, as one JSON line.

Usage: `python bench/quotes.py DATA [--sample N] [--compartment NAME] [--peers rules textacy]`. DATA holds
`articles.jsonl.gz` and `gold.jsonl.gz` (source, cue and content spans an article), and may hold
`cofenet_*.jsonl.gz` (paragraphs with BIO labels). All articles outside the training part are scored, or
every so many of them with --sample. Each system runs in a process of its own.

`sentence`: exact F1 of source, cue and content spans, one paragraph at a time. `article`: F1 of contents
matched one to one at Jaccard .3 and .8 of their characters and at equal characters; `source_right` is the
share of contents matched at .3 (with a source in the gold) whose source holds the head of the gold source
(`source_right_j80`: of those matched at .8, for at .3 another attribution of the same words may be matched);
`complete` is the F1 of attributions with content at .8, an overlapping cue and the right source.
`speed` is that of the whole annotation with all models loaded, by the clock and by the processor; other
work slows both. `articles_per_s` are those of two worker processes, as the engine has them, which is what
two cores give; `one_process` is what a single process does, the tagger in threads beside the parser, and
`peak_mb` its memory.
"""

import argparse
import gzip
import importlib.util
import json
import multiprocessing
import resource
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

import two_processes
from attributions import ROLES, Attribution, count, f1, figures, labelled, of_gold, of_quotes, tokenised
from rashomon.annotate import THREADS, annotate
from rashomon.model import Annotations, Article, OffsetMap

Found = tuple[Annotations, list[Attribution]]
SYSTEMS = ("rules", "textacy")


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the records of a gzipped JSON-lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def as_article(identity: str, text: str) -> Article:
    """The text as an article, untouched by cleaning so that gold offsets hold."""
    offsets = OffsetMap(((0, 0, len(text)),))
    return Article(id=identity, file=identity, text=text, raw=text, offsets=offsets, language="en")


def run(system: str, articles: Iterable[Article], *, threads: int = THREADS) -> Iterator[Found]:
    """Yield each article's annotations (for the heads of sources) and the system's attributions."""
    for annotations in annotate(articles, trained=system == "ours", threads=threads):
        ours = of_quotes(annotations.quotes, annotations.article.text, annotations.tokens)
        yield annotations, _textacy(annotations.article.text) if system == "textacy" else ours


def _textacy(text: str) -> list[Attribution]:
    """Direct quotations as textacy finds them on the same model's parse."""
    import spacy
    from textacy.extract.triples import direct_quotations

    from rashomon.annotate.parser import MODEL

    if MODEL not in _LOADED:
        _LOADED[MODEL] = spacy.load(MODEL)

    def ranges(part: Any) -> list[tuple[int, int]]:
        tokens = list(part)
        return [(tokens[0].idx, tokens[-1].idx + len(tokens[-1]))] if tokens else []

    try:
        found = list(direct_quotations(_LOADED[MODEL](text)))
    except ValueError:  # it refuses a text in which a quotation mark is never closed
        return []
    return [Attribution(ranges(q.speaker), ranges(q.cue), ranges(q.content)) for q in found if q.content]


_LOADED: dict[str, Any] = {}


def sampled(records: Iterable[dict[str, Any]], sample: int) -> list[dict[str, Any]]:
    """All records, or `sample` of them at equal distances."""
    every = list(records)
    return every[:: len(every) // sample][:sample] if sample and len(every) > sample else every


def score_articles(folder: Path, system: str, compartment: str | None, sample: int) -> dict[str, Any]:
    """Score whole articles, with the speed of this process."""
    wanted = chosen(folder, compartment, sample)
    gold = {r["article"]: r["attributions"] for r in rows(folder / "gold.jsonl.gz")}
    list(run(system, [as_article(_WARM["id"], _WARM["text"])]))
    clock, processor = time.perf_counter(), time.process_time()
    found = list(run(system, (as_article(r["id"], r["text"]) for r in wanted)))
    seconds, used = time.perf_counter() - clock, time.process_time() - processor
    counts: Counter[str] = Counter()
    for annotations, ours in found:
        article = annotations.article
        count(article.text, annotations.tokens, of_gold(gold.get(article.id, [])), ours, counts)
    speed = {
        "articles_per_s": round(len(wanted) / seconds, 2),
        "articles_per_processor_s": round(len(wanted) / used, 2),
    }
    return {"article": figures(counts), "speed": {"one_process": speed}}


def chosen(folder: Path, compartment: str | None, sample: int) -> list[dict[str, Any]]:
    """The articles to score."""
    return sampled((r for r in rows(folder / "articles.jsonl.gz") if _wanted(r, compartment)), sample)


def work_off(system: str, records: Sequence[dict[str, Any]]) -> None:
    """Let the system read articles in one thread; its models are loaded at the latest by the first call."""
    for _ in run(system, [as_article(r["id"], r["text"]) for r in records or [_WARM]], threads=0):
        pass


_WARM = {"id": "warm", "text": "He said it was raining."}


def _wanted(record: dict[str, Any], compartment: str | None) -> bool:
    part = record.get("compartment")
    return part == compartment if compartment else part != "train"


def score_sentences(path: Path, system: str, sample: int) -> dict[str, float]:
    """Exact F1 of each role's spans on a file of labelled paragraphs, one at a time."""
    records = sampled(rows(path), sample)
    counts: Counter[str] = Counter()
    articles = (as_article(str(n), " ".join(record["tokens"])) for n, record in enumerate(records))
    for record, (_, found) in zip(records, run(system, articles), strict=True):
        gold, ours = labelled(record["labels"]), tokenised(record["tokens"], found)
        for role in ROLES:
            a, b = ({span for span in spans if span[0] == role} for spans in (gold, ours))
            counts[role + " hit"] += len(a & b)
            counts[role + " gold"] += len(a)
            counts[role + " ours"] += len(b)
    return {role: f1(*(counts[f"{role} {part}"] for part in ("hit", "gold", "ours"))) for role in ROLES}


def score(folder: Path, system: str, compartment: str | None = None, sample: int = 0) -> dict[str, Any]:
    """Return all figures of one system: ours, our rules alone, or a peer."""
    found = score_articles(folder, system, compartment, sample)
    for path in sorted(folder.glob("cofenet_*.jsonl.gz"))[:1]:
        found["sentence"] = score_sentences(path, system, sample * 8)
    found["speed"]["peak_mb"] = round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    return found


def apart(folder: Path, system: str, compartment: str | None, sample: int) -> dict[str, Any]:
    """Score one system in a fresh process, so that its peak of memory is its own; then its speed in two."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=context) as pool:
        found = pool.submit(score, folder, system, compartment, sample).result()
    found["speed"] |= two_processes.rates(partial(work_off, system), chosen(folder, compartment, sample))
    return found


def installed(systems: Sequence[str]) -> list[str]:
    """The systems that can run here; textacy is not among our own requirements (bench/peers.txt)."""
    missing = [s for s in systems if s == "textacy" and importlib.util.find_spec(s) is None]
    for system in missing:
        print(f"{system} is not installed: pip install -r bench/peers.txt", file=sys.stderr)
    return [s for s in systems if s not in missing]


def main() -> None:
    """Score the folder and print one line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--sample", type=int, default=0)
    parser.add_argument("--compartment")
    parser.add_argument("--peers", nargs="*", choices=SYSTEMS, default=SYSTEMS)
    options = parser.parse_args()
    asked = (options.data, options.compartment, options.sample)

    def figures_of(system: str) -> dict[str, Any]:
        return apart(asked[0], system, *asked[1:])

    peers = {system: figures_of(system) for system in installed(options.peers)}
    print(json.dumps({"bench": "quotes", "ours": figures_of("ours"), "peers": peers}))


if __name__ == "__main__":
    main()
