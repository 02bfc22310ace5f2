"""Articles as the trees learn from them: parsed, read by tagger and rules, with their labels."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

from attributions import Attribution, of_gold
from quotes.data import for_choices, rows
from rashomon.annotate import annotate
from rashomon.annotate.quotes import find_by_rules, merge_readings
from rashomon.annotate.quotes.found import Found
from rashomon.annotate.quotes.marks import Marks, mark_tokens
from rashomon.annotate.quotes.syntax import Syntax
from rashomon.annotate.quotes.tagger import TaggedText, tag
from rashomon.model import Annotations, Article, OffsetMap


@dataclass(frozen=True, slots=True)
class Read:
    """One article as the trees meet it."""

    spoken: Annotations
    tagged: TaggedText
    gold: list[Attribution]
    syntax: Syntax
    marks: Marks
    ruled: list[Found]
    merged: list[Found]

    @property
    def name(self) -> str:
        """The article's id."""
        return self.spoken.article.id


def read(spoken: Annotations, tagged: TaggedText, gold: list[Attribution]) -> Read:
    """Return the article with what rules, and rules and tagger together, find in it."""
    syntax = Syntax(spoken.article, spoken.tokens)
    marks = mark_tokens(syntax)
    ruled = find_by_rules(syntax, marks, spoken.sentences, spoken.mentions)
    merged = merge_readings(syntax, marks, ruled, tagged)
    return Read(spoken, tagged, gold, syntax, marks, ruled, merged)


def load(folder: Path, count: int) -> Iterator[Read]:
    """Yield `count` articles that the tagger learned from, all at 0, and all kept for choices."""
    train = [r for r in rows(folder / "articles.jsonl.gz") if r["compartment"] == "train"]
    kept = [r for r in train if for_choices(r["id"])][: count or None]
    learned = [r for r in train if not for_choices(r["id"])]
    learned = learned[:: max(1, len(learned) // count)][:count] if count else learned
    gold = {r["article"]: r["attributions"] for r in rows(folder / "gold.jsonl.gz")}
    articles = (_article(record["id"], record["text"]) for record in (*kept, *learned))
    for spoken in annotate(articles, trained=False):
        yield read(spoken, tag(spoken.article.text), of_gold(gold[spoken.article.id]))


def fold_of(name: str, folds: int) -> int:
    """Return the fold of an article."""
    return crc32(name.encode()) % folds


def _article(name: str, text: str) -> Article:
    offsets = OffsetMap(((0, 0, len(text)),))
    return Article(id=name, file=name, text=text, raw=text, offsets=offsets, language="en")
