"""The index of several stories: one row a dossier, as `index.json` and as a page."""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from rashomon.model import Dossier, Failure
from rashomon.tell import render_index

# What one story leaves in a folder, and what several leave; the first file of each tells who wrote it.
_ONE = ("dossier.json", "report.html", "brief.md")
_SEVERAL = ("index.json", "index.html")
_OURS = '"schema": "rashomon/'


@dataclass(frozen=True, slots=True)
class IndexRow:
    """One story: what it is, how large, what is contested, and where its dossier lies."""

    id: str
    title: str
    date: str | None
    place: str | None
    outlets: tuple[str, ...]
    articles: int
    origins: int
    points: dict[str, int]
    dossier: str


def index_row(dossier: Dossier) -> IndexRow:
    """Return the story's row."""
    story = dossier.story
    relations = Counter(point.relation for point in dossier.comparison.points if not point.near)
    return IndexRow(
        id=story.id,
        title=story.title,
        date=story.date,
        place=story.place,
        outlets=tuple(dict.fromkeys(article.outlet for article in dossier.articles if article.outlet)),
        articles=len(story.articles),
        origins=dossier.comparison.independent,
        points={relation: relations[relation] for relation in sorted(relations)},
        dossier=f"{story.id}/dossier.json",
    )


def clear_other(folder: Path, *, several: bool) -> None:
    """Take away what an earlier run left at the folder's top and this one does not write anew."""
    first, *rest = _ONE if several else _SEVERAL
    path = folder / first
    if path.is_file() and _OURS in path.read_text("utf-8", "replace")[:100]:
        for name in (first, *rest):
            (folder / name).unlink(missing_ok=True)


def write_index(rows: Sequence[IndexRow], failures: Sequence[Failure], folder: Path) -> None:
    """Write `index.json` and `index.html` into the folder."""
    body = {
        "schema": "rashomon/index/1",
        "stories": [asdict(row) for row in rows],
        "failures": [asdict(failure) for failure in failures],
    }
    texts = (json.dumps(body, ensure_ascii=False, indent=1) + "\n", render_index(body))
    for name, text in zip(_SEVERAL, texts, strict=True):
        (folder / name).write_bytes(text.encode("utf-8", "replace"))
